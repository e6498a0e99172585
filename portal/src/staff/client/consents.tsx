import { useState } from 'react';
import { dayBefore } from '../../format/format.js';
import { type FragmentType, graphql, read } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { ActNotice, Badge, Button, Dialog, type Holes, Part, Section, Stack, toast } from '../../ui/index.js';
import { useActTexts } from './act-texts.js';
import styles from './client.module.css';
import { useClientTexts } from './texts.js';
import { useClientWords } from './words.js';

const consentFields = graphql(`
  fragment ClientConsents on Person {
    id
    consents @include(if: $consents) {
      id
      purpose
      scopes
      from
      until
      capacity
      withdrawnAt
      givenBy {
        id
        reference
      }
      organisation {
        id
        name
      }
    }
  }
`);

const withdrawMutation = graphql(`
  mutation WithdrawConsent($id: ID!) {
    withdrawConsent(id: $id) {
      consent {
        id
        withdrawnAt
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** To whom the client has opened the file, how much of it and until when; withdrawn at once when asked. */
export function Consents({
  person,
  today,
  holes,
  onAgain,
}: {
  person: FragmentType<typeof consentFields>;
  today: string;
  holes: Holes;
  onAgain(): void;
}) {
  const t = useClientTexts();
  const ta = useActTexts();
  const words = useClientWords();
  const format = useFormat();
  const may = useMay();
  const act = useAct(withdrawMutation);
  const [leaving, setLeaving] = useState<{ id: string; name: string } | null>(null);
  const { consents } = read(consentFields, person);
  const close = () => {
    setLeaving(null);
    act.reset();
  };
  const withdraw = async () => {
    if (!leaving) return;
    const end = await act.act({ id: leaving.id });
    if (!end.done) return;
    toast(ta('withdrawn'));
    close();
  };
  return (
    <Section title={t('consents')} count={consents?.length || undefined}>
      <Part holes={holes} at="person.consents" onAgain={onAgain}>
        {consents?.length ? (
          <ul className={styles.list}>
            {consents.map((one) => {
              const live = !one.withdrawnAt && one.from <= today && today < one.until;
              // One that begins later can be taken back as well.
              const revocable = !one.withdrawnAt && today < one.until;
              return (
                <li key={one.id} className={styles.item}>
                  <span className={styles.split}>
                    <strong>{one.organisation.name}</strong>
                    {one.withdrawnAt ? (
                      <Badge>{t('withdrawn', { day: format.moment(one.withdrawnAt) })}</Badge>
                    ) : (
                      <Badge tone={live ? 'good' : 'neutral'}>{live || today < one.from ? t('live') : t('ended')}</Badge>
                    )}
                  </span>
                  <span className={styles.note}>
                    {one.purpose} · {format.period(one.from, dayBefore(one.until))}
                  </span>
                  <span className={styles.note}>{one.scopes.map((scope) => words(`scope.${scope}`)).join('; ')}</span>
                  <span className={styles.split}>
                    <span className={styles.note}>
                      {t('givenBy', {
                        who: `${words(`capacity.${one.capacity}`)}${one.givenBy?.reference ? ` ${one.givenBy.reference}` : ''}`,
                      })}
                    </span>
                    {revocable && may('consent.withdraw').allowed ? (
                      <Button small look="quiet" onPress={() => setLeaving({ id: one.id, name: one.organisation.name ?? '' })}>
                        {ta('withdraw')}
                      </Button>
                    ) : null}
                  </span>
                </li>
              );
            })}
          </ul>
        ) : (
          <p className={styles.note}>{t('noConsents')}</p>
        )}
      </Part>
      <Dialog
        title={ta('withdrawTitle')}
        open={leaving !== null}
        onClose={close}
        foot={
          <>
            <Button onPress={close}>{ta('cancel')}</Button>
            <Button look="danger" isDisabled={act.busy} onPress={() => void withdraw()}>
              {ta('withdraw')}
            </Button>
          </>
        }
      >
        <Stack>
          <ActNotice act={act} />
          <p>{ta('withdrawLead', { name: leaving?.name ?? '' })}</p>
        </Stack>
      </Dialog>
    </Section>
  );
}
