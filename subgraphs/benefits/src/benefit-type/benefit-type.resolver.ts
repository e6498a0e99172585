import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar } from '@atbalsts/graphql';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { knownMunicipality } from '../rule/municipality.rules.js';
import { BenefitType } from './benefit-type.entity.js';
import { isGranted } from './benefit-type.rules.js';

/** The catalogue of benefits. */
@Resolver(() => BenefitType)
export class BenefitTypeResolver {
  @Query(() => [BenefitType], { description: 'The kinds of benefit that a municipality grants on a day.' })
  @Allow('benefitType.read')
  async benefitTypes(
    @Ctx() { em, today }: Context,
    @Arg('municipality', () => ID, { description: 'Code of the municipality.' }) municipality: string,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) on?: string | null,
  ): Promise<BenefitType[]> {
    knownMunicipality(municipality, 'municipality');
    const types = await em.find(BenefitType, {}, { orderBy: { orphanGuarantee: 'asc', code: 'asc' } });
    return types.filter((type) => isGranted(type, municipality, on ?? today));
  }
}
