import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { AssessmentFormKind } from '../assessment-form/assessment-form.js';
import { ruledFormOn } from '../assessment-form/assessment-form.loader.js';
import { markProblems, outcomeOf } from '../assessment-form/assessment-form.rules.js';
import { openCaseAt } from '../social-case/open-case.js';
import { RiskLevel, type SocialCase } from '../social-case/social-case.entity.js';
import { RiskAssessment } from './risk-assessment.entity.js';
import type { AssessRiskInput } from './risk-assessment.input.js';
import { currentRisk, nextRiskDueOn, riskProblems } from './risk-assessment.rules.js';

/** Months until the next assessment where a form says nothing of them. (assumed) */
const monthsOtherwise = 6;

/**
 * Assesses the risks of a family by the form of that day; the risk of the case follows the latest assessment. Refuses NOT_FOUND, STALE, WRONG_STATE for a
 * closed case, RULE_MISSING where no form holds that day, and INVALID, also for a case that is not of a family. Bauska strategy 2016-2020, measure 2.3.1.
 */
export function assessRisk(context: Context, input: AssessRiskInput): Promise<Payload<'socialCase', SocialCase>> {
  return mutate(context, 'socialCase', async () => {
    const { em, municipality, employee, today } = context;
    const socialCase = await openCaseAt(context, input.caseId, input.version);
    const form = await ruledFormOn(context, AssessmentFormKind.FAMILY_RISK, input.on);
    if (form.content.targetGroups && !form.content.targetGroups.includes(socialCase.targetGroup)) {
      refuse(
        ProblemCode.INVALID,
        'Karte ir ģimenēm; šī lieta nav ģimenes lieta.',
        'The form is for families; this case is of another group.',
        'caseId',
      );
    }
    const problems = [...riskProblems(input, socialCase.openedOn, today), ...markProblems(form.content, input.marks)];
    if (problems.length) throw new Refusal(problems);
    const outcome = outcomeOf(form.content, input.marks);
    const before = await em.find(RiskAssessment, { caseId: socialCase.id });
    const assessment = em.create(RiskAssessment, {
      id: newId(),
      municipality,
      caseId: socialCase.id,
      personId: socialCase.personId,
      householdId: socialCase.householdId,
      on: input.on,
      assessorId: employee,
      formVersion: form.version,
      marks: input.marks.map(({ criterion, points }) => ({ criterion, points })),
      score: outcome.score,
      level: RiskLevel[outcome.level as keyof typeof RiskLevel],
      nextDueOn: nextRiskDueOn(input.on, outcome.nextInMonths ?? monthsOtherwise),
      findings: input.findings.trim(),
      recordedAt: new Date(),
    });
    const risk = currentRisk([...before, assessment]) ?? assessment.level;
    const changed = socialCase.risk !== risk;
    Object.assign(socialCase, { risk, riskAssessedAt: assessment.recordedAt });
    await em.flush();
    await context.audit.write(em, {
      action: 'risk.assess',
      personId: socialCase.personId,
      object: `risk-assessment:${assessment.id}`,
      fields: ['marks', 'score', 'level', ...(changed ? ['risk'] : [])],
    });
    return socialCase;
  });
}
