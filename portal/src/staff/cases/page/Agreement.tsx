import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Badge, Button, Section, Stack, toast } from '../../../ui/index.js';
import { today } from '../../spoken.js';
import styles from '../cases.module.css';
import { useCaseTexts } from '../texts.js';
import { Agree } from './Agree.js';
import { FulfilDuty } from './case.mutations.js';
import type { ShownCase } from './use-case.js';

/** The one agreement that counts, with its duties by domain; what is done is marked here. */
export function Agreement({ socialCase, onDone }: { socialCase: ShownCase; onDone(): Promise<unknown> }) {
  const t = useCaseTexts();
  const format = useFormat();
  const may = useMay();
  const fulfilling = useAct(FulfilDuty);
  const agreement = socialCase.person.participationAgreement;
  const fulfil = async (dutyId: string) => {
    if (fulfilling.busy) return;
    const { done } = await fulfilling.act({ input: { dutyId, on: today() } });
    if (!done) return;
    toast(t('fulfilled'));
    await onDone();
  };
  return (
    <Section title={t('agreement')} actions={<Agree socialCase={socialCase} onDone={onDone} />}>
      {agreement ? (
        <Stack>
          <p className={styles.fine}>
            {t('agreedOn', {
              day: format.dayShort(agreement.agreedOn),
              parties: agreement.parties.map(({ name }) => name ?? '–').join(', '),
            })}
          </p>
          <ul className={styles.list}>
            {agreement.duties.map(({ id, text, domain, dueOn, fulfilledOn }) => (
              <li key={id}>
                <div className={styles.line}>
                  <span>{text}</span>
                  {fulfilledOn ? (
                    <Badge tone="good">{t('dutyDone', { day: format.dayShort(fulfilledOn) })}</Badge>
                  ) : may('agreement.fulfil').allowed && agreement.state === 'ACTIVE' ? (
                    <Button small onPress={() => void fulfil(id)} aria-label={`${t('fulfil')}: ${text}`}>
                      {t('fulfil')}
                    </Button>
                  ) : null}
                </div>
                <span className={!fulfilledOn && dueOn && dueOn < today() ? styles.late : styles.fine}>
                  {[t(`duty.${domain}`), dueOn && t('goalDue', { day: format.dayShort(dueOn) })].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <ActNotice act={fulfilling} />
        </Stack>
      ) : (
        <p className={styles.fine}>{t('noAgreement')}</p>
      )}
    </Section>
  );
}
