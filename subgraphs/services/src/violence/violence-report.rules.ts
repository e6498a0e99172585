import type { Problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** What the rules look at in a report of violence. */
export interface ToldViolence {
  key: string;
  account: string;
  receivedOn: string;
  happenedOn?: string | null;
  personId?: string | null;
  victimDescribed?: string | null;
}

/** The term by which a report is due, as code of the rule: immediate danger goes before everything. */
export const termOf = ({ danger, victim }: { danger: boolean; victim: 'CHILD' | 'ADULT' }): string =>
  danger ? 'violence.danger' : victim === 'CHILD' ? 'violence.child' : 'violence.adult';

/** Everything that is wrong with a report to be recorded. Little is asked: what was told, and of whom, in words at least. */
export function reportProblems(report: ToldViolence, today: string): Problem[] {
  return new Invalid()
    .when(isBlank(report.key), 'key', 'Atslēga ir tukša.', 'The key is empty.')
    .when(isBlank(report.account), 'account', 'Nav pierakstīts, kas stāstīts.', 'What was told is not written down.')
    .when(report.receivedOn > today, 'receivedOn', 'Ziņojums nevar būt saņemts nākotnē.', 'A report cannot have come in the future.')
    .when(
      (report.happenedOn ?? '') > report.receivedOn,
      'happenedOn',
      'Vardarbība nevar būt notikusi pēc ziņojuma.',
      'It cannot have happened after it was told of.',
    )
    .when(
      !report.personId && isBlank(report.victimDescribed),
      'victimDescribed',
      'Norādiet personu vai aprakstiet cietušo.',
      'Name the person, or say in words who suffers.',
    ).found;
}

/** Everything that is wrong with an examination. */
export function examinationProblems(
  examination: { on: string; findings: string; personId?: string | null },
  report: { receivedOn: string; personId: string | null },
  today: string,
): Problem[] {
  const { on, findings, personId } = examination;
  return new Invalid()
    .when(on > today, 'on', 'Ziņojums nevar būt izskatīts nākotnē.', 'It cannot have been examined in the future.')
    .when(on < report.receivedOn, 'on', 'Ziņojums nevar būt izskatīts, pirms tas saņemts.', 'It cannot have been examined before it came.')
    .when(isBlank(findings), 'findings', 'Nav pierakstīts, kas konstatēts.', 'What was found is not written down.')
    .when(
      Boolean(personId && report.personId && personId.toLowerCase() !== report.personId.toLowerCase()),
      'personId',
      'Ziņojumā jau ir norādīta cita persona.',
      'The report names another person already.',
    ).found;
}

const ownRecords: readonly string[] = ['CASE', 'REFERRAL', 'PLACEMENT'];

/** Everything that is wrong with an entry of what followed: a record of the town by its id, anything else in words. */
export function followUpProblems(
  entry: { kind: string; objectId?: string | null; note?: string | null; on: string },
  report: { receivedOn: string },
  today: string,
): Problem[] {
  const isRecord = ownRecords.includes(entry.kind);
  return new Invalid()
    .when(entry.on > today, 'on', 'Tas nevar būt noticis nākotnē.', 'It cannot have happened in the future.')
    .when(entry.on < report.receivedOn, 'on', 'Tas nevar būt noticis pirms ziņojuma.', 'It cannot have followed before the report came.')
    .when(
      isRecord !== Boolean(entry.objectId),
      'objectId',
      'Norādiet ierakstu (tikai lietai, nosūtījumam vai izmitināšanai).',
      'Name the record (for a case, a referral or a stay alone).',
    )
    .when(!isRecord && isBlank(entry.note), 'note', 'Aprakstiet, kas darīts.', 'Say what was done.').found;
}
