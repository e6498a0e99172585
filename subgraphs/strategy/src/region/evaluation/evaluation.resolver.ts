import { Allow } from '@atbalsts/auth';
import { BadInput, type Context, InGraph, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RegionEvaluation, RegionMonitoring } from './evaluation.entity.js';
import { EvaluateRegionInput, RegionEvaluationPayload } from './evaluation.input.js';
import { evaluateRegion, evaluationsOf, shownYears, threeYears } from './evaluation.service.js';

/** Evaluations of regional programmes. */
@Resolver(() => RegionEvaluation)
export class RegionEvaluationResolver {
  @Query(() => [RegionEvaluation], { description: 'Evaluations of the programme of your region, the latest first.' })
  @InGraph('regional')
  @Allow('region.evaluation.read')
  regionEvaluations(@Ctx() context: Context): Promise<RegionEvaluation[]> {
    return evaluationsOf(context);
  }

  @Query(() => [RegionMonitoring], {
    description:
      'What the municipalities of your region published of the four questions, for three years: what an evaluation of them would keep.',
  })
  @InGraph('regional')
  @Allow('region.evaluation.read')
  async regionMonitoring(
    @Ctx() context: Context,
    @Arg('fromYear', () => Int, { description: 'The first of the three years.' }) fromYear: number,
  ): Promise<RegionMonitoring[]> {
    if (fromYear < 1990 || fromYear > 2200)
      throw new BadInput('fromYear must be from 1990 to 2200', 'Gadam jābūt no 1990 līdz 2200', 'fromYear');
    return shownYears((await threeYears(context, fromYear)).years);
  }

  @Mutation(() => RegionEvaluationPayload, {
    description:
      'Keeps what your region found over three years that are over, with what the published reports said on this day. INVALID for years that do not follow the evaluation before or have no published report, and for an unanswered question; DUPLICATE where they are evaluated, which it shows.',
  })
  @InGraph('regional')
  @Allow('region.evaluate')
  evaluateRegion(
    @Ctx() context: Context,
    @Arg('input', () => EvaluateRegionInput, { description: 'What was found.' }) input: EvaluateRegionInput,
  ): Promise<Payload<'evaluation', RegionEvaluation>> {
    return evaluateRegion(context, input);
  }

  @FieldResolver(() => [RegionMonitoring], { description: 'What the published reports said on that day, year by year.' })
  @InGraph('regional')
  figures(@Root() { kept }: RegionEvaluation): RegionMonitoring[] {
    return shownYears(kept);
  }
}
