import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';

const table = 'ukraine-applications';

const submitted = `
  select case when :year >= 2022 then count(*) end from application a
   where a.municipality = :municipality and a.legal_ground = 'UKRAINE_SUPPORT' and a.state <> 'WITHDRAWN' and a.changes_id is null and a.submitted_on >= :from and a.submitted_on < :until`;

const purposes = {
  gmi: { code: 'gmi', lv: 'GMI pabalsts', en: 'GMI benefit' },
  housing: { code: 'housing-allowance', lv: 'mājokļa pabalsts', en: 'housing allowance' },
  'emergency-guardianship': { code: 'emergency-guardianship', lv: 'ārkārtas aizbildnība', en: 'emergency guardianship' },
  crisis: { code: 'crisis', lv: 'krīzes pabalsts', en: 'crisis benefit' },
} as const;
const named = Object.values(purposes)
  .map(({ code }) => `'${code}'`)
  .join(', ');

/** Table ukraine-applications: applications submitted in the year on the ground of the support law, by the kind of benefit. */
export const ukraineApplications: readonly CountingRuleDefinition[] = [
  ...Object.entries(purposes).map(([row, { code, lv, en }]) =>
    countingRule(
      table,
      row,
      {
        lv: `Gadā iesniegtie iesniegumi uz Ukrainas civiliedzīvotāju atbalsta likuma pamata: ${lv}; neatsauktie.`,
        en: `Applications submitted in the year on the ground of the Law on Support for Ukrainian Civilians: ${en}; not those withdrawn.`,
      },
      `${submitted} and a.benefit_type = '${code}'`,
      '2022-01-01',
    ),
  ),
  countingRule(
    table,
    'other',
    {
      lv: 'Gadā iesniegtie iesniegumi uz Ukrainas civiliedzīvotāju atbalsta likuma pamata: pārējie pabalsti; neatsauktie.',
      en: 'Applications submitted in the year on the ground of the Law on Support for Ukrainian Civilians: every other benefit; not those withdrawn.',
    },
    `${submitted} and a.benefit_type not in (${named})`,
    '2022-01-01',
  ),
  countingRule(
    table,
    'total',
    {
      lv: 'Visi gadā iesniegtie iesniegumi uz Ukrainas civiliedzīvotāju atbalsta likuma pamata; neatsauktie.',
      en: 'All applications submitted in the year on the ground of the Law on Support for Ukrainian Civilians; not those withdrawn.',
    },
    submitted,
    '2022-01-01',
  ),
];
