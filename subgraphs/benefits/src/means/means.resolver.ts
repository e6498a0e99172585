import { Allow } from '@atbalsts/auth';
import type { Context } from '@atbalsts/graphql';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { knownMunicipality } from '../rule/municipality.rules.js';
import { MeansAssessment } from './means.assessment.js';
import { MeansInput } from './means.input.js';
import { assessHousehold } from './means.service.js';

/** The means test as a question: what would a household get by the rules of a day. */
@Resolver(() => MeansAssessment)
export class MeansResolver {
  @Query(() => MeansAssessment, {
    description:
      'Assesses a household by the rules in force on `input.on`; stores nothing. RULE_MISSING where a needed rule is not known for that day.',
  })
  @Allow('means.assess')
  assessMeans(
    @Ctx() context: Context,
    @Arg('input', () => MeansInput, { description: 'The household and the day.' }) input: MeansInput,
  ): Promise<MeansAssessment> {
    knownMunicipality(input.municipality, 'input.municipality');
    return assessHousehold(context, input);
  }
}
