import type { HeldRow } from './person-export.js';

/** How long a kind of record is kept, and what of it is erased with the person. */
export interface RecordRule {
  /** What it is, as a refusal names it. */
  lv: string;
  en: string;
  /** Full years it is kept after it ended; null where it is kept for as long as the others are and no longer. */
  years: number | null;
  /** The day it ended, from a row; null while it still runs. Only where `years` says how long. */
  ends?: (row: HeldRow) => string | null;
  /** Columns that may tell who it is: replaced by the tombstone. */
  erase: readonly string[];
  /** The other columns of text: codes, states and numbers that tell nothing by themselves. */
  keep: readonly string[];
  /** Rows that are nothing but identity are removed whole. */
  remove?: boolean;
}

/** Stands behind every period below: none of them is in the project's documents. */
export const retentionNote =
  'The periods are assumed: a municipality sets them in its case nomenclature (Archives Law; Law on Accounting for payments). Change them in packages/cli/src/person/record-rules.ts.';

const day = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 10) : null);
const latest = (...days: unknown[]): string | null => days.map(day).reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null);
const ended = (over: boolean, ...days: unknown[]): string | null => (over ? latest(...days) : null);

/** Years that are assumed for money, for care and social work, and for consents. */
const [money, care, consents] = [10, 10, 3];

/** One rule for each table that holds something on persons; a table without one lets nobody be erased. */
export const recordRules: Readonly<Record<string, RecordRule>> = {
  // registry
  person: {
    lv: 'persona',
    en: 'person',
    years: null,
    erase: ['given_name', 'family_name', 'phone'],
    keep: ['reference', 'identity_basis', 'sex', 'search_name'],
  },
  personal_code: { lv: 'personas kods', en: 'personal code', years: null, erase: [], keep: ['code', 'evidence'], remove: true },
  former_identity: {
    lv: 'agrākā identitāte',
    en: 'former identity',
    years: null,
    erase: [],
    keep: ['given_name', 'family_name', 'sex', 'reason', 'evidence'],
    remove: true,
  },
  residence: { lv: 'dzīvesvieta', en: 'residence', years: null, erase: ['address'], keep: ['place'] },
  household_member: { lv: 'mājsaimniecība', en: 'household', years: null, erase: [], keep: ['relation'] },
  circumstance: { lv: 'apstāklis', en: 'circumstance', years: null, erase: ['evidence'], keep: ['kind'] },
  representation: { lv: 'pārstāvība', en: 'representation', years: null, erase: ['evidence', 'end_evidence'], keep: ['kind'] },
  consent: {
    lv: 'piekrišana',
    en: 'consent',
    years: consents,
    ends: (row) => day(row.withdrawn_at) ?? day(row.until_date),
    erase: ['purpose'],
    keep: ['scopes', 'capacity'],
  },
  audit_entry: {
    lv: 'audita pieraksts',
    en: 'audit entry',
    years: null,
    erase: [],
    keep: ['subject', 'role', 'action', 'object', 'fields', 'purpose', 'request_id'],
  },
  fact: { lv: 'fakts', en: 'fact', years: null, erase: [], keep: ['kind', 'key', 'source', 'body'] },
  outbox: { lv: 'fakts', en: 'fact', years: null, erase: [], keep: ['kind', 'key', 'body'] },
  // benefits
  application: {
    lv: 'iesniegums',
    en: 'application',
    years: money,
    ends: (row) => ended(row.state === 'DECIDED' || row.state === 'WITHDRAWN', row.submitted_on, row.complete_on),
    erase: ['payee_account'],
    keep: ['number', 'benefit_type', 'legal_ground', 'state'],
  },
  application_member: { lv: 'iesnieguma loceklis', en: 'member of an application', years: null, erase: [], keep: ['disability'] },
  declared_income: { lv: 'ienākumi', en: 'income', years: null, erase: [], keep: ['source', 'evidence'] },
  decision: {
    lv: 'lēmums',
    en: 'decision',
    years: money,
    ends: (row) =>
      ended(
        !['PROPOSED', 'CHALLENGED'].includes(String(row.state)),
        row.proposed_on,
        row.approved_on,
        row.until_date,
        row.status_until,
        row.challenge_until,
        row.challenge_decided_on,
      ),
    erase: ['reasons', 'return_reason', 'challenge_grounds', 'challenge_reasons'],
    keep: ['number', 'outcome', 'household_status', 'state'],
  },
  decision_person: { lv: 'lēmums', en: 'decision', years: null, erase: [], keep: [] },
  payment: {
    lv: 'maksājums',
    en: 'payment',
    years: money,
    ends: (row) => ended(['PAID', 'CANCELLED', 'RECOVERED'].includes(String(row.state)), row.paid_on, row.month),
    erase: ['rejected_reason'],
    keep: ['state'],
  },
  // services
  social_case: {
    lv: 'sociālais gadījums',
    en: 'social case',
    years: care,
    ends: (row) => day(row.closed_on),
    erase: [],
    keep: ['number', 'target_group', 'risk'],
  },
  case_goal: { lv: 'gadījuma mērķis', en: 'goal of a case', years: null, erase: ['text', 'activities'], keep: ['outcome'] },
  case_handover: { lv: 'gadījuma nodošana', en: 'handover of a case', years: null, erase: ['reason'], keep: [] },
  case_note: { lv: 'gadījuma piezīme', en: 'note of a case', years: null, erase: ['text'], keep: [] },
  client_group: { lv: 'klientu grupa', en: 'group of clients', years: null, erase: [], keep: ['kind'] },
  support_record: {
    lv: 'sniegts atbalsts',
    en: 'support given',
    years: care,
    ends: (row) => day(row.on_date),
    erase: ['note'],
    keep: ['key', 'kind', 'occasion'],
  },
  home_visit: { lv: 'mājas apmeklējums', en: 'home visit', years: care, ends: (row) => day(row.on_date), erase: [], keep: [] },
  home_visit_opinion: { lv: 'speciālista atzinums', en: 'opinion of a specialist', years: null, erase: ['findings'], keep: [] },
  needs_assessment: { lv: 'vajadzību novērtējums', en: 'needs assessment', years: null, erase: ['findings'], keep: ['level'] },
  participation_agreement: {
    lv: 'vienošanās par līdzdarbību',
    en: 'participation agreement',
    years: care,
    ends: (row) => day(row.ended_on),
    erase: [],
    keep: ['state'],
  },
  participation_duty: { lv: 'līdzdarbības pienākums', en: 'duty of participation', years: null, erase: ['text'], keep: ['domain'] },
  referral: {
    lv: 'nosūtījums',
    en: 'referral',
    years: care,
    ends: (row) => day(row.ended_on) ?? ended(row.state === 'DECLINED', row.answered_on, row.offered_on),
    erase: ['purpose', 'needs', 'decline_reason'],
    keep: ['service_type', 'state'],
  },
  delivery: { lv: 'saņemts pakalpojums', en: 'delivery', years: null, erase: [], keep: ['key', 'unit', 'recorded_by'] },
  service_request: {
    lv: 'pakalpojuma pieprasījums',
    en: 'service request',
    years: care,
    ends: (row) =>
      ended(
        row.state === 'REFUSED' || row.state === 'ENDED' || (row.state === 'GRANTED' && row.until_date !== null),
        row.decided_on,
        row.until_date,
      ),
    erase: ['reasons'],
    keep: ['number', 'service_type', 'state', 'outcome'],
  },
  survey_answer: { lv: 'aptaujas atbilde', en: 'answer to a survey', years: null, erase: ['comment'], keep: ['answer'] },
  waiting_list_entry: { lv: 'rinda', en: 'waiting list', years: care, ends: (row) => day(row.left_on), erase: [], keep: ['urgency'] },
  // institutions
  facility_waiting_entry: {
    lv: 'rinda uz iestādi',
    en: 'waiting for a facility',
    years: care,
    ends: (row) => day(row.ended_on),
    erase: [],
    keep: [],
  },
  night_stay: { lv: 'nakts patversmē', en: 'night in a shelter', years: care, ends: (row) => day(row.night), erase: [], keep: [] },
  placement: {
    lv: 'izmitināšana',
    en: 'placement',
    years: care,
    ends: (row) => day(row.ended_on),
    erase: ['emergency'],
    keep: ['destination', 'funding', 'admitted_by', 'confirmed_by'],
  },
  placement_activity: { lv: 'nodarbība', en: 'activity', years: null, erase: [], keep: ['kind'] },
  placement_extension: { lv: 'izmitināšanas pagarinājums', en: 'extension of a placement', years: null, erase: [], keep: [] },
};

/** Why a person cannot be erased yet. */
export interface RetentionHold {
  table: string;
  lv: string;
  en: string;
}

/** What stands against erasing a person on a day: records that still run, periods that do, and tables without a rule. */
export function retentionHolds(held: Readonly<Record<string, { rows: readonly HeldRow[] }>>, today: string): RetentionHold[] {
  return Object.entries(held).flatMap(([table, { rows }]): RetentionHold[] => {
    const rule = recordRules[table];
    if (!rule) return [{ table, lv: `${table}: nav noteikts, cik ilgi to glabā.`, en: `${table}: nothing says how long it is kept.` }];
    const { years, ends } = rule;
    if (years === null || !ends) return [];
    const days = rows.map((row) => ends(row));
    if (days.includes(null)) return [{ table, lv: `${rule.lv}: vēl nav beigusies.`, en: `${rule.en}: it still runs.` }];
    const last = latest(...days) as string;
    const until = `${Number(last.slice(0, 4)) + years}${last.slice(4)}`;
    if (today >= until) return [];
    return [{ table, lv: `${rule.lv}: jāglabā līdz ${until}.`, en: `${rule.en}: must be kept until ${until}.` }];
  });
}
