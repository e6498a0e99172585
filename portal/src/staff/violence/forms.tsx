import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { ViolenceFollowUpKind, ViolenceOutcome } from '../../gql/staff/graphql.js';
import type { DocumentType } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { DateField, Failure, Notice, Radios, Select, Skeleton, TextField, useHoles, useRequired } from '../../ui/index.js';
import { ActDialog, type ActFormProps } from '../act-dialog.js';
import styles from '../cases/cases.module.css';
import { type Found, PersonPicker } from '../institutions/person-picker.js';
import { today } from '../spoken.js';
import { choicesOf, isRecord } from './kinds.js';
import { useViolenceTexts } from './texts.js';
import { AddViolenceFollowUp, ExamineViolence, RecordsOfVictim, type ViolenceFields } from './violence.queries.js';

/** A report as the graph gave it. */
export type Report = DocumentType<typeof ViolenceFields>;

type Props = ActFormProps & { report: Report };

const examineFields = ['on', 'outcome', 'findings', 'personId'];
const outcomes: readonly ViolenceOutcome[] = ['CONFIRMED', 'NOT_CONFIRMED', 'PASSED_ON'];

/** Writes down what the examination of a report found, and who suffers where that was found out only now. */
export function ExamineForm({ report, ...form }: Props) {
  const t = useViolenceTexts();
  const need = useRequired();
  const [on, setOn] = useState<string | null>(today());
  const [outcome, setOutcome] = useState<ViolenceOutcome | null>(null);
  const [findings, setFindings] = useState('');
  const [person, setPerson] = useState<Found | null>(null);
  const [named, setNamed] = useState('');
  const [tried, setTried] = useState(false);
  // A name that was typed is meant: it is not left out in silence.
  const unchosen = !report.person && !person && named.trim() !== '';
  const examining = useAct(ExamineViolence, examineFields);
  return (
    <ActDialog
      {...form}
      title={t('examineTitle', { number: report.number })}
      submit={t('examineSave')}
      act={examining}
      send={async () => {
        setTried(true);
        return need.check(on, outcome, findings) && on && outcome && !unchosen
          ? examining.act({
              input: { reportId: report.id, version: report.version, on, outcome, findings: findings.trim(), personId: person?.id ?? null },
            })
          : null;
      }}
      told={t('examined')}
      leaves
    >
      <blockquote className={styles.quote}>{report.account}</blockquote>
      <p className={styles.fine}>{t('examineLead')}</p>
      <DateField
        label={t('examineOn')}
        value={on}
        onChange={setOn}
        required
        latest={today()}
        problem={need.problem(on, examining.problem('on'))}
      />
      <Radios<ViolenceOutcome>
        label={t('outcome')}
        required
        choices={outcomes.map((id) => ({ id, label: t(`outcome.${id}`) }))}
        value={outcome}
        onChange={setOutcome}
        problem={need.problem(outcome, examining.problem('outcome'))}
      />
      <TextField
        label={t('findings')}
        value={findings}
        onChange={setFindings}
        long
        required
        maxLength={20_000}
        problem={need.problem(findings, examining.problem('findings'))}
      />
      {report.person ? null : (
        <PersonPicker
          label={t('whoSuffers')}
          optional
          value={person}
          onChange={setPerson}
          onText={setNamed}
          problem={examining.problem('personId') ?? (tried && unchosen ? t('whoUnchosen') : null)}
        />
      )}
    </ActDialog>
  );
}

const followFields = ['kind', 'objectId', 'note', 'on'];
/** Where the records of a kind are in the answer. */
const recordsIn = { CASE: 'cases', REFERRAL: 'referrals', PLACEMENT: 'currentPlacement' } as const;
const followKinds: readonly ViolenceFollowUpKind[] = ['CASE', 'REFERRAL', 'PLACEMENT', 'POLICE', 'ORPHANS_COURT', 'MEDICAL_HELP', 'OTHER'];

/** Adds what was done after a report: a record of the client, or in words. */
export function FollowUpForm({ report, ...form }: Props) {
  const t = useViolenceTexts();
  const format = useFormat();
  const need = useRequired();
  const [kind, setKind] = useState<ViolenceFollowUpKind | null>(null);
  const [objectId, setObjectId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [on, setOn] = useState<string | null>(today());
  const adding = useAct(AddViolenceFollowUp, followFields);
  const record = kind !== null && isRecord(kind) ? kind : null;
  const { data, error, loading, refetch } = useQuery(RecordsOfVictim, {
    variables: { id: report.person?.id ?? '' },
    skip: !record || !report.person,
  });
  const holes = useHoles(error);
  const missing = record && (!data?.person || holes.at(`person.${recordsIn[record]}`)) ? holes.all : [];
  const choices = record && data?.person ? choicesOf(record, data.person, (day) => t('since', { day: format.dayShort(day) })) : [];
  return (
    <ActDialog
      {...form}
      title={t('followTitle', { number: report.number })}
      submit={t('followSave')}
      act={adding}
      send={async () =>
        need.check(kind, on, record ? objectId : note) && kind && on
          ? adding.act({
              input: { reportId: report.id, kind, on, objectId: record ? objectId : null, note: note.trim() || null },
            })
          : null
      }
      told={t('followed')}
    >
      <Select<ViolenceFollowUpKind>
        label={t('followKind')}
        required
        choices={followKinds.map((id) => ({ id, label: t(`follow.${id}`) }))}
        value={kind}
        onChange={(next) => {
          setKind(next);
          setObjectId(null);
        }}
        problem={need.problem(kind, adding.problem('kind'))}
      />
      {record && !report.person ? <Notice tone="info">{t('followUnknown')}</Notice> : null}
      {!record || !report.person || choices.length ? null : missing.length && !loading ? (
        <Failure faults={missing} onAgain={() => void refetch()} />
      ) : data && !missing.length ? (
        <Notice tone="info">{t('followNone')}</Notice>
      ) : (
        <Skeleton lines={3} height="6rem" />
      )}
      {record && choices.length ? (
        <Radios
          label={t('followRecord')}
          required
          choices={choices}
          value={objectId}
          onChange={setObjectId}
          problem={need.problem(objectId, adding.problem('objectId'))}
        />
      ) : null}
      <TextField
        label={t('followNote')}
        hint={record ? undefined : t('followNoteHint')}
        value={note}
        onChange={setNote}
        required={!record}
        maxLength={2000}
        problem={record ? adding.problem('note') : need.problem(note, adding.problem('note'))}
      />
      <DateField
        label={t('followOn')}
        value={on}
        onChange={setOn}
        required
        latest={today()}
        problem={need.problem(on, adding.problem('on'))}
      />
    </ActDialog>
  );
}
