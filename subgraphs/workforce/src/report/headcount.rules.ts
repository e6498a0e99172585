import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';
import { norms } from '@atbalsts/reference';

/** The rows of a table of periods that hold on 31 December of the year, as `from` and `where` of a counting rule. */
export const onLastDay = (table: string): string =>
  `from ${table} where municipality = :municipality and from_date < :until and (until_date is null or until_date >= :until)`;

const specialists = norms.specialistsPerThousand.kinds.map((kind) => `'${kind}'`).join(', ');

/** Number of staff on 31 December of the year. */
export const headcountRules: readonly CountingRuleDefinition[] = [
  countingRule(
    'headcount',
    'staff-posts',
    {
      lv: 'Visu 31. decembrī pastāvošo amata vietu likmju summa, arī vakanto',
      en: 'Sum of all posts that exist on 31 December, vacant ones too, in full-time equivalents',
    },
    `select sum(fte_hundredths) / 100.0 ${onLastDay('post')}`,
  ),
  countingRule(
    'headcount',
    'core-staff',
    { lv: '31. decembrī nodarbinātie darbinieki, katrs vienreiz', en: 'Employees who are employed on 31 December, each once' },
    `select nullif(count(distinct employee_id), 0) ${onLastDay('employment')}`,
  ),
  countingRule(
    'headcount',
    'social-work-specialists',
    {
      lv: 'No 31. decembrī nodarbinātajiem sociālā darba speciālisti: vecākie sociālie darbinieki, sociālie darbinieki, sociālie aprūpētāji, sociālie rehabilitētāji, sociālās palīdzības organizatori',
      en: 'Of the employed on 31 December the social work specialists: senior social workers, social workers, social carers, social rehabilitators, assistance organisers',
    },
    `select case when count(*) > 0 then count(distinct employee_id) filter (where kind in (${specialists})) end ${onLastDay('employment')}`,
  ),
];
