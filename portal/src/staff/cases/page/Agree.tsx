import { useQuery } from '@apollo/client/react';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, DateField, Dialog, Notice, Select, TextField, toast } from '../../../ui/index.js';
import { today } from '../../spoken.js';
import styles from '../cases.module.css';
import { MyCaseload } from '../queries.js';
import { useCaseTexts } from '../texts.js';
import type { ShownCase } from './use-case.js';

const AgreeParticipation = graphql(`
  mutation AgreeParticipation($input: AgreeParticipationInput!) {
    agreeParticipation(input: $input) {
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

const fields = ['agreedOn'];
const domains = ['SOCIAL_WORK', 'SOCIAL_ASSISTANCE', 'SOCIAL_SERVICE'] as const;
type Domain = (typeof domains)[number];

interface Duty {
  key: number;
  text: string;
  domain: Domain;
  dueOn: string | null;
}

/** Makes the agreement that counts from now on: what the client undertakes, by domain. It takes the place of the one before. */
export function Agree({ socialCase, onDone }: { socialCase: ShownCase; onDone(): Promise<unknown> }) {
  const t = useCaseTexts();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState<string | null>(today());
  const [duties, setDuties] = useState<readonly Duty[]>([{ key: 0, text: '', domain: 'SOCIAL_WORK', dueOn: null }]);
  const [incomplete, setIncomplete] = useState(false);
  const { data } = useQuery(MyCaseload);
  const agreeing = useAct(AgreeParticipation, fields);
  const me = data?.viewer?.employee?.id;
  if (!may('agreement.make').allowed || !me || socialCase.closedOn) return null;
  const replaces = socialCase.person.participationAgreement?.state === 'ACTIVE';
  const change = (key: number, changes: Partial<Duty>) =>
    setDuties(duties.map((duty) => (duty.key === key ? { ...duty, ...changes } : duty)));
  const close = () => {
    setOpen(false);
    setIncomplete(false);
    agreeing.reset();
  };
  const send = async () => {
    if (agreeing.busy || !on) return;
    const missing = duties.some(({ text }) => !text.trim());
    setIncomplete(missing);
    if (missing) return;
    const { done } = await agreeing.act({
      input: {
        personId: socialCase.person.id,
        agreedOn: on,
        partyIds: [me],
        duties: duties.map(({ text, domain, dueOn }) => ({ text: text.trim(), domain, dueOn })),
      },
    });
    if (!done) return;
    close();
    setDuties([{ key: 0, text: '', domain: 'SOCIAL_WORK', dueOn: null }]);
    toast(t('agreed'));
    await onDone();
  };
  return (
    <>
      <Button small onPress={() => setOpen(true)}>
        {t('agree')}
      </Button>
      <Dialog
        title={t('agreeTitle')}
        open={open}
        onClose={close}
        wide
        onSubmit={() => void send()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={!on}>
              {t('agree')}
            </Button>
          </>
        }
      >
        {replaces ? <Notice tone="warn">{t('agreeReplaces')}</Notice> : null}
        <DateField label={t('visitOn')} value={on} onChange={setOn} required latest={today()} problem={agreeing.problem('agreedOn')} />
        {duties.map(({ key, text, domain, dueOn }, at) => (
          <fieldset key={key} className={styles.area}>
            <legend>{t('dutyNumber', { at: at + 1 })}</legend>
            <div className={styles.criteria}>
              <TextField
                label={t('dutyText')}
                value={text}
                onChange={(next) => change(key, { text: next })}
                required
                maxLength={500}
                problem={agreeing.problem(`duties.${at}.text`) ?? (incomplete && !text.trim() ? t('dutyNeeded') : null)}
              />
              <Select<Domain>
                label={t('dutyDomain')}
                choices={domains.map((id) => ({ id, label: t(`duty.${id}`) }))}
                value={domain}
                onChange={(next) => change(key, { domain: next })}
              />
              <DateField
                label={t('dutyDue')}
                value={dueOn}
                onChange={(next) => change(key, { dueOn: next })}
                problem={agreeing.problem(`duties.${at}.dueOn`)}
              />
              {duties.length > 1 ? (
                <Button
                  look="quiet"
                  icon={<Trash2 size={16} aria-hidden="true" />}
                  label={t('dutyRemove', { at: at + 1 })}
                  onPress={() => setDuties(duties.filter((duty) => duty.key !== key))}
                />
              ) : null}
            </div>
          </fieldset>
        ))}
        <div>
          <Button
            small
            icon={<Plus size={15} aria-hidden="true" />}
            onPress={() =>
              setDuties([...duties, { key: Math.max(...duties.map(({ key }) => key)) + 1, text: '', domain: 'SOCIAL_WORK', dueOn: null }])
            }
          >
            {t('dutyAdd')}
          </Button>
        </div>
        <ActNotice act={agreeing} />
      </Dialog>
    </>
  );
}
