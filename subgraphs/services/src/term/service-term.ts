import { addDays, addMonths } from '@atbalsts/database';
import { type Context, ProblemCode, refuse } from '@atbalsts/graphql';

/** A day by which something must be done, and the rule that says so. */
export interface Due {
  on: string;
  citation: string;
}

/**
 * By when something that came on a day must be done: the municipality's own rule of that day, else the national one. Refuses RULE_MISSING, naming the
 * code and the day, where there is none: nothing is due by guess.
 */
export async function dueBy({ em, municipality }: Context, code: string, from: string): Promise<Due> {
  const [rule]: { months: number; days: number; citation: string }[] = await em.execute(
    `select months, days, citation from service_term
      where code = ? and (municipality = ? or municipality is null) and daterange(valid_from, valid_until) @> ?::date
      order by municipality nulls last limit 1`,
    [code, municipality, from],
  );
  if (!rule) {
    refuse(ProblemCode.RULE_MISSING, `Nav zināms termiņš “${code}” dienai ${from}.`, `No term ${code} is known for ${from}.`);
  }
  return { on: addDays(addMonths(from, rule.months), rule.days), citation: rule.citation };
}
