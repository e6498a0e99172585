import { consents, day, type RecordRule } from './rule.js';

/** Of the registry. */
export const registryRules: Readonly<Record<string, RecordRule>> = {
  person: {
    lv: 'persona',
    en: 'person',
    years: null,
    erase: ['given_name', 'family_name', 'phone'],
    clear: ['phone'],
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
    distinct: true,
    keep: ['scopes', 'capacity'],
  },
  emergency_access: {
    lv: 'ārkārtas piekļuve',
    en: 'emergency access',
    years: consents,
    ends: (row) => day(row.ends_at),
    erase: ['reason'],
    distinct: true,
    keep: ['subject', 'role'],
  },
};
