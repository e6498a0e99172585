import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';
import { inYear } from './counting.js';

const table = 'project-lli-550';

/** Sessions that took place, and how often somebody came. Null where the town has no such programme within the project. */
function rowsOf(programme: string): CountingRuleDefinition[] {
  const ofProgramme = `from programme p where p.municipality = :municipality and p.project = 'lli-550' and p.code = '${programme}'`;
  const count = (joins: string, condition: string) =>
    `select case when exists (select ${ofProgramme}) then (select count(*) from programme_session s join programme p on p.id = s.programme_id ${joins}
       where p.municipality = :municipality and p.project = 'lli-550' and p.code = '${programme}' and ${inYear('s.on_date')}${condition}) end`;
  return [
    countingRule(
      table,
      programme,
      { lv: 'Projekta programmas nodarbības, kas notikušas gadā', en: 'Sessions of the project’s programme that took place in the year' },
      count('', ''),
    ),
    countingRule(
      table,
      `${programme}-visits`,
      {
        lv: 'Dalības reizes projekta programmas nodarbībās gadā',
        en: 'How often somebody came to sessions of the project’s programme in the year',
      },
      count('join session_attendance a on a.session_id = s.id', ' and a.attended'),
    ),
  ];
}

/** The cross-border project LLI-550: its programmes at the day centre. */
export const projectLli550Rules = [...rowsOf('exercise-classes'), ...rowsOf('psycho-emotional-training'), ...rowsOf('happy-children-club')];
