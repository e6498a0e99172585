import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar } from '@atbalsts/graphql';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { AssessmentForm, AssessmentFormKind } from './assessment-form.js';
import { formOn, formsOf } from './assessment-form.loader.js';

const kindOf = { description: 'What it assesses.' };

/** Forms by which risks and needs are assessed. */
@Resolver(() => AssessmentForm)
export class AssessmentFormResolver {
  @Query(() => AssessmentForm, { nullable: true, description: 'The version of a form that holds on a day; null where none is known.' })
  @Allow('form.read')
  assessmentForm(
    @Ctx() context: Context,
    @Arg('kind', () => AssessmentFormKind, kindOf) kind: AssessmentFormKind,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) on?: string | null,
  ): Promise<AssessmentForm | null> {
    return formOn(context, kind, on ?? context.today);
  }

  @Query(() => [AssessmentForm], { description: 'Every version of a form, the latest first.' })
  @Allow('form.read')
  assessmentForms(
    @Ctx() context: Context,
    @Arg('kind', () => AssessmentFormKind, kindOf) kind: AssessmentFormKind,
  ): Promise<AssessmentForm[]> {
    return context.load(formsOf, kind);
  }
}
