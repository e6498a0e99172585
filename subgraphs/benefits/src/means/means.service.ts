import { type Context, latvianDate, ProblemCode, refuse } from '@atbalsts/graphql';
import { GraphQLError } from 'graphql';
import { meansRulesOn } from '../rule/rule.loader.js';
import { assessmentOf, type MeansAssessment } from './means.assessment.js';
import { averaged } from './means.income.rules.js';
import { type DeclaredMember, isRuleMissing, type MeansMember, type MeansQuestion, type RuleMissing } from './means.model.js';
import { assessMeans } from './means.rules.js';

/** No rule is known for a day: a coded error RULE_MISSING that names the code and the day. */
export class RuleMissingError extends GraphQLError {
  constructor({ code, on }: RuleMissing) {
    super(`No rule ${code} is known for ${on}; enter the rule of that day before assessing`, {
      extensions: {
        code: 'RULE_MISSING',
        rule: code,
        on,
        messageLv: `Dienai ${latvianDate(on)} nav zināms noteikums ${code}; pirms novērtēšanas ievadiet tās dienas noteikumu`,
      },
    });
    this.name = 'RuleMissingError';
  }
}

/** What is assessed: a household, by the rules of a municipality on a day. */
export type HouseholdMeans = Omit<MeansQuestion, 'rules' | 'members'> & {
  municipality: string;
  members: readonly (MeansMember | DeclaredMember)[];
};

/**
 * Assesses a household by the rules of the day; stores nothing. The rules are read once for each municipality of an operation.
 * @throws RuleMissingError where a rule that the assessment needs is not known for the day
 */
export async function assessHousehold(
  context: Context,
  { municipality, on, members, housingCosts }: HouseholdMeans,
): Promise<MeansAssessment> {
  const rules = await context.load(meansRulesOn, { municipality, on });
  const result = assessMeans({ on, members: averaged(members, rules), housingCosts, rules });
  if (isRuleMissing(result)) throw new RuleMissingError(result);
  return assessmentOf(result);
}

/** The same within a mutation: a rule that is not known refuses (RULE_MISSING, naming the rule and the day) instead of failing. */
export async function assessOrRefuse(context: Context, means: HouseholdMeans): Promise<MeansAssessment> {
  try {
    return await assessHousehold(context, means);
  } catch (error) {
    if (error instanceof RuleMissingError) refuse(ProblemCode.RULE_MISSING, String(error.extensions.messageLv), error.message);
    throw error;
  }
}
