import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';
import { type Label, norms, type SpecialistKind } from '@atbalsts/reference';
import { onLastDay } from './headcount.rules.js';

function byKind(row: string, words: Label, kinds: readonly SpecialistKind[]): CountingRuleDefinition {
  const named = kinds.map((kind) => `'${kind}'`).join(', ');
  const sql = `select case when count(*) > 0 then count(distinct employee_id) filter (where kind in (${named})) end ${onLastDay('employment')}`;
  return countingRule(
    'social-work-specialists',
    row,
    { lv: `31. decembrī nodarbinātie: ${words.lv}`, en: `Employed on 31 December: ${words.en}` },
    sql,
  );
}

/** Social work specialists by occupation on 31 December of the year. */
export const socialWorkSpecialistsRules: readonly CountingRuleDefinition[] = [
  byKind('total', { lv: 'visi sociālā darba speciālisti', en: 'all social work specialists' }, norms.specialistsPerThousand.kinds),
  byKind('senior-social-workers', { lv: 'vecākie sociālie darbinieki', en: 'senior social workers' }, ['SENIOR_SOCIAL_WORKER']),
  byKind('social-workers', { lv: 'sociālie darbinieki', en: 'social workers' }, ['SOCIAL_WORKER']),
  byKind('social-carers', { lv: 'sociālie aprūpētāji', en: 'social carers' }, ['SOCIAL_CARER']),
  byKind('social-rehabilitators', { lv: 'sociālie rehabilitētāji', en: 'social rehabilitators' }, ['SOCIAL_REHABILITATOR']),
  byKind('assistance-organisers', { lv: 'sociālās palīdzības organizatori', en: 'organisers of social assistance' }, [
    'SOCIAL_ASSISTANCE_ORGANISER',
  ]),
];
