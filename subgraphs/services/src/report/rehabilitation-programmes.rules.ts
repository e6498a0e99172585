import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';
import type { Label } from '@atbalsts/reference';

const table = 'rehabilitation-programmes';

/** Which sessions of a programme a row counts. */
type Sessions = 'ALL' | 'GROUP' | 'INDIVIDUAL';

const condition: Readonly<Record<Sessions, string>> = {
  ALL: 'true',
  GROUP: 's.group_id is not null',
  INDIVIDUAL: 's.group_id is null',
};
const words: Readonly<Record<Sessions, Label>> = {
  ALL: { lv: 'nodarbībās', en: 'sessions' },
  GROUP: { lv: 'grupu nodarbībās', en: 'group sessions' },
  INDIVIDUAL: { lv: 'individuālajās nodarbībās', en: 'individual sessions' },
};

/** Persons who came, and how often: a group session with eight of them counts eight times. Null where the town has no such programme. */
function rowsOf(row: string, programme: string, kind: Sessions): CountingRuleDefinition[] {
  const count = (what: string) =>
    `select case when exists (select from programme p where p.municipality = :municipality and p.code = '${programme}') then (
       select count(${what}) from programme p join programme_session s on s.programme_id = p.id join session_attendance a on a.session_id = s.id
        where p.municipality = :municipality and p.code = '${programme}' and ${condition[kind]} and a.attended and s.on_date >= :from and s.on_date < :until) end`;
  const { lv, en } = words[kind];
  return [
    countingRule(
      table,
      row,
      {
        lv: `Personas, kas gadā piedalījušās programmas ${lv}; katra vienreiz`,
        en: `Persons who took part in ${en} of the programme in the year, each once`,
      },
      count('distinct a.person_id'),
    ),
    countingRule(
      table,
      `${row}-sessions`,
      { lv: `Dalības reizes programmas ${lv} gadā`, en: `How often they took part in ${en} of the programme in the year` },
      count('*'),
    ),
  ];
}

/** Social rehabilitation programmes of the day care centre. */
export const rehabilitationProgrammesRules = [
  ...rowsOf('step-by-step-groups', 'step-by-step', 'GROUP'),
  ...rowsOf('step-by-step-individual', 'step-by-step', 'INDIVIDUAL'),
  ...rowsOf('kitchen-groups', 'kitchen', 'GROUP'),
  ...rowsOf('kitchen-individual', 'kitchen', 'INDIVIDUAL'),
  ...rowsOf('music', 'music', 'ALL'),
  ...rowsOf('we-can', 'we-can', 'ALL'),
  ...rowsOf('active-and-cheerful', 'active-and-cheerful', 'ALL'),
];
