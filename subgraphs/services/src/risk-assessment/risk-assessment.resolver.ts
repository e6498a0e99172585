import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { DateScalar } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AreaScore, AssessmentForm, AssessmentFormKind } from '../assessment-form/assessment-form.js';
import { areaScores, formOfVersion } from '../assessment-form/assessment-form.loader.js';
import { Employee, employeeRef } from '../external/employee.js';
import { SocialCase } from '../social-case/social-case.entity.js';
import { SocialCasePayload } from '../social-case/social-case.payload.js';
import { RiskAssessment } from './risk-assessment.entity.js';
import { AssessRiskInput } from './risk-assessment.input.js';
import { risksOf } from './risk-assessment.loader.js';
import { assessRisk } from './risk-assessment.service.js';

/** Risk assessments of families, in their cases. */
@Resolver(() => RiskAssessment)
export class RiskAssessmentResolver {
  @Mutation(() => SocialCasePayload, {
    description:
      'Assesses the risks of a family by the form of that day. The risk of the case follows the latest assessment; earlier ones stay as they are.',
  })
  @Allow('risk.assess')
  assessRisk(
    @Ctx() context: Context,
    @Arg('input', () => AssessRiskInput, { description: 'The assessment.' }) input: AssessRiskInput,
  ): Promise<Payload<'socialCase', SocialCase>> {
    return assessRisk(context, input);
  }

  @FieldResolver(() => Employee, { description: 'Who assessed.' })
  assessedBy(@Root() { assessorId }: RiskAssessment): Employee {
    return employeeRef(assessorId);
  }

  @FieldResolver(() => AssessmentForm, { nullable: true, description: 'The version of the form by which it was assessed.' })
  form(@Ctx() context: Context, @Root() { formVersion }: RiskAssessment): Promise<AssessmentForm | null> {
    return formOfVersion(context, AssessmentFormKind.FAMILY_RISK, formVersion);
  }

  @FieldResolver(() => [AreaScore], { description: 'Scores by area.' })
  async areas(@Ctx() context: Context, @Root() { formVersion, marks }: RiskAssessment): Promise<AreaScore[]> {
    const form = await formOfVersion(context, AssessmentFormKind.FAMILY_RISK, formVersion);
    return form ? areaScores(form, marks) : [];
  }
}

/** What risk assessments add to a case. */
@Resolver(() => SocialCase)
export class CaseRiskResolver {
  @FieldResolver(() => [RiskAssessment], { description: 'Assessments of the risks of the family, the latest first.' })
  @Allow('risk.read')
  riskAssessments(@Ctx() context: Context, @Root() { id }: SocialCase): Promise<RiskAssessment[]> {
    return context.load(risksOf, id);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'By when the risks are to be assessed again; null before a first assessment and once closed.',
  })
  @Allow('risk.read')
  async riskDueOn(@Ctx() context: Context, @Root() { id, closedOn }: SocialCase): Promise<string | null> {
    return closedOn ? null : ((await context.load(risksOf, id))[0]?.nextDueOn ?? null);
  }
}
