import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { IdentityChangeReason, Sex } from '../../../gql/staff/graphql.js';
import { graphql } from '../../../gql/staff/index.js';
import { faultsOf } from '../../../graph/faults.js';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { DateField, Failure, Radios, Select, Skeleton, StaleVersions, TextField, toast, useRequired } from '../../../ui/index.js';
import styles from '../client.module.css';
import { Form, type FormProps } from '../forms/form.js';
import { useReread } from '../forms/use-reread.js';
import { useClientWords } from '../words.js';
import { changedParts, type IdentityDetails, identityParts } from './identity-change.js';
import { Known, type KnownPerson } from './known.js';
import { useRegistryTexts } from './texts.js';

/** Asked when the form is opened: an entry of the audit, with what it was for. */
const identityQuery = graphql(`
  query IdentityToRectify($id: ID!) {
    person(id: $id) {
      id
      version
      givenName
      familyName
      birthDate
      sex
    }
  }
`);

const rectifyMutation = graphql(`
  mutation RectifyIdentity($input: RectifyIdentityInput!) {
    rectifyIdentity(input: $input) {
      person {
        id
        reference
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

const fields = ['reason', 'since', 'givenName', 'familyName', 'birthDate', 'sex', 'personalCode', 'evidence'] as const;
const reasons: readonly IdentityChangeReason[] = ['CORRECTION', 'CHANGE'];
const sexes: readonly Sex[] = ['FEMALE', 'MALE'];

interface Seen {
  version: number;
  details: IdentityDetails;
}

/** Puts right, or changes, who a client is: what differs is sent, what was is kept by the graph. */
export function IdentityForm({ personId, today, onClose, onDone }: FormProps & { today: string }) {
  const t = useRegistryTexts();
  const { data, previousData, error, refetch } = useQuery(identityQuery, {
    variables: { id: personId },
    fetchPolicy: 'no-cache',
    context: { purpose: t('loadPurpose') },
  });
  // While it is asked again what was typed stays.
  const seen = seenOf(data?.person) ?? seenOf(previousData?.person);
  if (seen)
    return (
      <Details
        opened={seen}
        personId={personId}
        today={today}
        onClose={onClose}
        onDone={onDone}
        again={async () => seenOf((await refetch()).data?.person)}
      />
    );
  return (
    <Form
      title={t('rectifyTitle')}
      act={{ others: [], faults: [], busy: false }}
      ready={false}
      onSubmit={() => undefined}
      onClose={onClose}
    >
      {error ? <Failure faults={faultsOf(error)} onAgain={() => void refetch()} /> : <Skeleton lines={8} height="26rem" />}
    </Form>
  );
}

/** What the graph told of a person, where it is whole. */
function seenOf(person: ({ version: number | null } & { [P in keyof IdentityDetails]: IdentityDetails[P] | null }) | null | undefined) {
  if (!person) return null;
  const { version, givenName, familyName, birthDate, sex } = person;
  if (version === null || givenName === null || familyName === null || birthDate === null || sex === null) return null;
  return { version, details: { givenName, familyName, birthDate, sex } };
}

function Details({
  opened,
  personId,
  today,
  onClose,
  onDone,
  again,
}: FormProps & { opened: Seen; today: string; again(): Promise<Seen | null> }) {
  const t = useRegistryTexts();
  const words = useClientWords();
  const format = useFormat();
  const act = useAct(rectifyMutation, fields);
  const need = useRequired();
  const [seen, setSeen] = useState(opened);
  const [typed, setTyped] = useState<{ [P in keyof IdentityDetails]: IdentityDetails[P] | null }>(opened.details);
  const [code, setCode] = useState('');
  const [reason, setReason] = useState<IdentityChangeReason | null>(null);
  const [since, setSince] = useState<string | null>(today);
  const [evidence, setEvidence] = useState('');
  const [known, setKnown] = useState<KnownPerson | null>(null);
  const [now, setNow] = useState<Seen | null>(null);
  const reread = useReread();
  const changed = changedParts(seen.details, typed);
  const bornAnew = changed.birthDate !== undefined;
  /** Sends the parts that were changed here, against the version they were seen beside. */
  const send = async (version: number, parts: Partial<IdentityDetails>) => {
    setKnown(null);
    reread.forget();
    if (!need.check(typed.givenName, typed.familyName, typed.birthDate, typed.sex, reason, since, evidence) || !reason || !since) return;
    const end = await act.act({
      input: {
        personId,
        version,
        reason,
        since,
        evidence,
        ...parts,
        ...(bornAnew && code.trim() ? { personalCode: code.trim() } : {}),
      },
    });
    if (end.done) {
      toast(t('rectified'));
      onDone();
      onClose();
    } else if (end.problems.some((problem) => problem.code === 'STALE')) await reread.ask(again, setNow);
    else setKnown(end.data?.rectifyIdentity?.person ?? null);
  };
  const shown = (details: { [P in keyof IdentityDetails]: IdentityDetails[P] | null }, part: keyof IdentityDetails) => {
    const value = details[part];
    if (value === null || value === '') return '–';
    return part === 'birthDate' ? format.day(value) : part === 'sex' ? words(`sex.${value as Sex}`) : value;
  };
  const name = (part: 'givenName' | 'familyName') => (
    <TextField
      label={t(part)}
      required
      value={typed[part] ?? ''}
      onChange={(value) => setTyped({ ...typed, [part]: value })}
      problem={need.problem(typed[part], act.problem(part))}
    />
  );
  return (
    <Form
      title={t('rectifyTitle')}
      act={act}
      ready={Object.keys(changed).length > 0}
      unread={reread.again}
      onSubmit={() => void send(seen.version, changed)}
      onClose={onClose}
    >
      <p className={styles.note}>{t('rectifyLead')}</p>
      <Known person={known} />
      <div className={styles.fields}>
        {name('givenName')}
        {name('familyName')}
        <DateField
          label={t('birthDate')}
          required
          typedOnly
          value={typed.birthDate}
          onChange={(birthDate) => setTyped({ ...typed, birthDate })}
          problem={need.problem(typed.birthDate, act.problem('birthDate'))}
        />
        <Select
          label={t('sex')}
          required
          choices={sexes.map((one) => ({ id: one, label: words(`sex.${one}`) }))}
          value={typed.sex}
          onChange={(sex) => setTyped({ ...typed, sex })}
          problem={need.problem(typed.sex, act.problem('sex'))}
        />
      </div>
      {bornAnew ? (
        <TextField label={t('code')} value={code} onChange={setCode} hint={t('codeWith')} problem={act.problem('personalCode')} />
      ) : null}
      <Radios
        label={t('reason')}
        required
        choices={reasons.map((one) => ({ id: one, label: t(`reason.${one}`) }))}
        value={reason}
        onChange={setReason}
        problem={need.problem(reason, act.problem('reason'))}
      />
      <div className={styles.fields}>
        <DateField
          label={t('since')}
          required
          value={since}
          onChange={setSince}
          hint={t('rectifySince')}
          problem={need.problem(since, act.problem('since'))}
        />
      </div>
      <TextField
        label={t('basis')}
        required
        value={evidence}
        onChange={setEvidence}
        hint={t('rectifyBasis')}
        problem={need.problem(evidence, act.problem('evidence'))}
      />
      <StaleVersions
        open={now !== null}
        lines={
          now
            ? identityParts.map((part) => ({
                name: t(part),
                now: shown(now.details, part),
                // What was not touched here stays as it is now, so it is no difference.
                mine: shown(part in changed ? typed : now.details, part),
                differs: part in changed && now.details[part] !== typed[part],
              }))
            : []
        }
        onClose={() => setNow(null)}
        onTake={() => {
          if (!now) return;
          setSeen(now);
          setTyped(now.details);
          setNow(null);
          act.reset();
        }}
        onKeep={() => {
          if (!now) return;
          // One's own parts alone, as they differed from what was seen first: what somebody else has put right beside them is not put back.
          setSeen(now);
          setTyped({ ...now.details, ...changed });
          setNow(null);
          void send(now.version, changed);
        }}
      />
    </Form>
  );
}
