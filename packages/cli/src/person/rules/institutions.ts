import { care, day, type RecordRule } from './rule.js';

/** Of the institutions. */
export const institutionsRules: Readonly<Record<string, RecordRule>> = {
  facility_waiting_entry: {
    lv: 'rinda uz iestādi',
    en: 'waiting for a facility',
    years: care,
    ends: (row) => day(row.ended_on),
    erase: [],
    keep: ['urgency', 'ended_why'],
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
  facility_incident: {
    lv: 'ārkārtas notikums',
    en: 'incident',
    years: care,
    ends: (row) => day(row.concluded_on),
    erase: ['what', 'outcome'],
    distinct: true,
    keep: ['kind', 'informed', 'recorded_by'],
  },
  facility_incident_person: { lv: 'ārkārtas notikums', en: 'incident', years: null, erase: [], keep: [] },
  facility_place_offer: {
    lv: 'piedāvāta vieta',
    en: 'offer of a place',
    years: null,
    erase: ['jump_reason'],
    keep: ['answer', 'offered_by'],
  },
  house_rule_breach: {
    lv: 'iekšējās kārtības pārkāpums',
    en: 'breach of house rules',
    years: null,
    erase: ['what'],
    keep: ['rule', 'measure', 'recorded_by'],
  },
  placement_absence: { lv: 'prombūtne', en: 'absence', years: null, erase: [], keep: ['reason'] },
};
