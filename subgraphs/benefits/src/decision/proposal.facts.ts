import { type Context, ProblemCode, refuse } from '@atbalsts/graphql';
import { norms } from '@atbalsts/reference';
import type { Application } from '../application/application.entity.js';
import { meansMembersOf } from '../application/application.loader.js';
import { ApplicationMember } from '../application/application-member.entity.js';
import { benefitTypeByCode } from '../benefit-type/benefit-type.loader.js';
import { askHousehold } from '../external/household.ask.js';
import { statusOn } from '../household-status/household-status.loader.js';
import type { MeansAssessment } from '../means/means.assessment.js';
import { isOfWorkingAge } from '../means/means.member.rules.js';
import { statusMonths } from '../means/means.period.rules.js';
import { assessOrRefuse } from '../means/means.service.js';
import { sumFor } from '../means/means.threshold.rules.js';
import type { BenefitRule } from '../rule/benefit-rule.entity.js';
import { benefitRuleOn } from '../rule/benefit-rule.loader.js';
import { meansRulesOn } from '../rule/rule.loader.js';
import { hasFormula } from './award.rules.js';
import type { Covers } from './earlier-grants.js';

/** What a proposal rests on, besides what was granted earlier. */
export interface ProposalFacts {
  needsStatus: boolean;
  /** The means test by the rules of the day of the application; null where none is declared. */
  means: MeansAssessment | null;
  /** How long a status found by these means lasts; null where none is declared. */
  statusMonths: number | null;
  /** A status that a decision gives on the day of the application; asked only where no means are declared. */
  heldStatus: { status: 'NEEDY' | 'LOW_INCOME' | 'NONE'; until: string } | null;
  rule: BenefitRule | null;
  gmiSum: number | null;
  covers: Covers;
  /** Persons the decision covers. */
  persons: string[];
}

/** Of a refusal: the means as they were declared, and whom it covers. No rule of an amount is asked. */
export async function refusalFacts(context: Context, application: Application): Promise<Pick<ProposalFacts, 'means' | 'persons'>> {
  const declared = await declaredMeans(context, application);
  return { means: declared?.means ?? null, persons: declared?.persons ?? [application.applicantId] };
}

/** Of a grant. Refuses RULE_MISSING where a rule that it needs is not known for the day of the application; asks the registry only where no means are declared. */
export async function grantFacts(context: Context, application: Application): Promise<ProposalFacts> {
  const { benefitTypeCode, householdId, submittedOn, municipality } = application;
  const type = await context.load(benefitTypeByCode, benefitTypeCode);
  const standard = application.legalGround === 'STANDARD';
  const needsStatus = standard && (type?.meansTested ?? true);
  const formula = standard && hasFormula(benefitTypeCode);
  const declared = await declaredMeans(context, application);
  const heldStatus = needsStatus && !declared ? await context.load(statusOn, { householdId, on: submittedOn }) : null;
  const rule = formula ? null : await ruleOf(context, application);
  const covers = rule?.covers ?? 'HOUSEHOLD';
  const persons =
    declared?.persons ??
    (covers === 'HOUSEHOLD'
      ? (await askHousehold(context, householdId, submittedOn)).map(({ personId }) => personId)
      : [application.applicantId]);
  return {
    needsStatus,
    means: declared?.means ?? null,
    statusMonths: declared?.statusMonths ?? null,
    heldStatus,
    rule,
    gmiSum: rule?.kind === 'GMI_SUM' ? await gmiSumOf(context, { municipality, on: submittedOn }, persons.length) : null,
    covers,
    persons,
  };
}

async function declaredMeans(context: Context, application: Application) {
  const { id, municipality, assessedOn, housingCosts } = application;
  if (assessedOn === null) return null;
  const members = await context.load(meansMembersOf, id);
  const rows = await context.em.find(ApplicationMember, { applicationId: id }, { orderBy: { id: 'asc' } });
  return {
    means: await assessOrRefuse(context, { municipality, on: assessedOn, members, housingCosts: housingCosts ?? 0 }),
    persons: rows.map(({ personId }) => personId),
    statusMonths: statusMonths(members.some(isOfWorkingAge), norms.terms),
  };
}

async function ruleOf(context: Context, application: Application): Promise<BenefitRule> {
  const { benefitTypeCode: benefitType, legalGround, municipality, submittedOn: on } = application;
  const rule = await context.load(benefitRuleOn, { benefitType, legalGround, municipality, on });
  return rule ?? missing(`${benefitType} (${legalGround})`, on);
}

async function gmiSumOf(context: Context, day: { municipality: string; on: string }, persons: number): Promise<number> {
  const { gmi } = await context.load(meansRulesOn, day);
  return gmi ? sumFor(gmi, persons) : missing('GMI', day.on);
}

function missing(rule: string, on: string): never {
  refuse(
    ProblemCode.RULE_MISSING,
    `Dienai ${on} nav zināms noteikums ${rule}; pirms lēmuma ievadiet tās dienas noteikumu.`,
    `No rule ${rule} is known for ${on}; enter the rule of that day before deciding.`,
  );
}
