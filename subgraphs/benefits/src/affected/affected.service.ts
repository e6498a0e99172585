import { type Connection, type Context, decodeCursor, type PageArgs, page } from '@atbalsts/graphql';
import { assessmentOf } from '../means/means.assessment.js';
import { averaged } from '../means/means.income.rules.js';
import type { Disability, MeansRules } from '../means/means.model.js';
import { isRuleMissing, type MeansQuestion } from '../means/means.model.js';
import { assessMeans } from '../means/means.rules.js';
import { RuleMissingError } from '../means/means.service.js';
import { meansRulesOn } from '../rule/rule.loader.js';
import { ThresholdCode } from '../rule/threshold-rule.entity.js';
import { AffectedHousehold } from './affected.entity.js';
import { monthlyBy, touches } from './affected.rules.js';

/** A decision that holds on the day, with the means it rests on. */
interface Decided {
  number: string;
  decisionId: string;
  applicationId: string;
  householdId: string;
  benefitType: string;
  assessedOn: string;
  housingCosts: string;
  members: { age: number; disability: `${Disability}`; pensioner: boolean; incomes: number[][] }[];
}

/** Decisions that hold on a day and rest on declared means, with the means, in one statement whatever their number. */
const decided = `
  select d.number, d.id as "decisionId", a.id as "applicationId", a.household_id as "householdId", a.benefit_type as "benefitType",
         a.assessed_on::text as "assessedOn", a.housing_costs as "housingCosts",
         (select jsonb_agg(jsonb_build_object('age', m.age, 'disability', m.disability, 'pensioner', m.pensioner, 'incomes', coalesce(
                   (select jsonb_agg(i.monthly order by i.id) from declared_income i where i.application_id = m.application_id and i.person_id = m.person_id),
                   '[]'::jsonb)) order by m.id)
            from application_member m where m.application_id = a.id) as members
    from decision d join application a on a.id = d.application_id
   where d.municipality = ? and a.assessed_on is not null and decision_in_force(d) and exists (select from application_member m where m.application_id = a.id) and (d.revoked_from is null or d.revoked_from > ?)
     and ((d.outcome = 'GRANT' and d.from_date <= ? and d.until_date > ?) or (d.status_from <= ? and d.status_until > ?))
   order by d.number`;

const codes = { [ThresholdCode.GMI]: 'gmi', [ThresholdCode.NEEDY]: 'needy', [ThresholdCode.LOW_INCOME]: 'lowIncome' } as const;

/**
 * Whom the threshold of a day touches: every decision that holds on the day and would be another by it. Everything is calculated from the stored means and
 * nothing is changed. Three statements, whatever the number of households.
 * @throws RuleMissingError where no threshold of the code is known for the day
 */
export async function affectedByThreshold(
  context: Context,
  { code, on }: { code: ThresholdCode; on: string },
  args: PageArgs,
): Promise<Connection<AffectedHousehold>> {
  const { em, municipality } = context;
  const after = decodeCursor(args.after, ['text'])?.[0] ?? '';
  const asked = (await context.load(meansRulesOn, { municipality, on }))[codes[code]];
  if (!asked) throw new RuleMissingError({ missing: true, code, on });
  // it is laid on means of other days, as if it had held on them
  const always = { ...asked, validFrom: '0001-01-01', validUntil: null, annulledFrom: null };
  const rows = await em.execute<Decided[]>(decided, [municipality, on, on, on, on, on]);
  const touched: { number: string; household: AffectedHousehold }[] = [];
  for (const row of rows) {
    const rules = await context.load(meansRulesOn, { municipality, on: row.assessedOn });
    const household = compare(row, rules, { ...rules, [codes[code]]: always });
    if (household) touched.push({ number: row.number, household });
  }
  const rest = touched.filter(({ number }) => number > after).slice(0, args.first + 1);
  const numbers = new Map(rest.map(({ number, household }) => [household, number]));
  return page(
    rest.map(({ household }) => household),
    args,
    (household) => [numbers.get(household) ?? ''],
    touched.length,
  );
}

/** The means of a decision by the rules as they were and by those with the other threshold; null where the decision would be the same. */
function compare(row: Decided, rules: MeansRules, others: MeansRules): AffectedHousehold | null {
  const question = { on: row.assessedOn, housingCosts: Number(row.housingCosts) };
  const before = assessed({ ...question, members: averaged(row.members, rules), rules });
  const after = assessed({ ...question, members: averaged(row.members, others), rules: others });
  if (!touches(row.benefitType, before, after)) return null;
  return Object.assign(new AffectedHousehold(), {
    decisionId: row.decisionId,
    applicationId: row.applicationId,
    householdId: row.householdId,
    before: assessmentOf(before),
    after: assessmentOf(after),
    amountBefore: monthlyBy(row.benefitType, before),
    amountAfter: monthlyBy(row.benefitType, after),
  });
}

function assessed(question: MeansQuestion) {
  const result = assessMeans(question);
  if (isRuleMissing(result)) throw new RuleMissingError(result);
  return result;
}
