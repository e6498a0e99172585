import { type Context, Language } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { inLanguage, languageArg } from '../label.js';
import { Indicator, MeasureRef } from './indicator.entity.js';
import { targetsOf, valuesOf } from './indicator.loader.js';

const ofYear = { description: 'The year.' };

/** Indicators of tasks. */
@Resolver(() => Indicator)
export class IndicatorResolver {
  @FieldResolver(() => String, { description: 'What is measured.' })
  title(@Root() indicator: Indicator, @Arg('language', () => Language, languageArg) language: Language): string {
    return inLanguage(language, indicator.titleLv, indicator.titleEn);
  }

  @FieldResolver(() => MeasureRef, { nullable: true, description: 'The report row that measures it; null where its values are recorded.' })
  measure(@Root() { measureTable, measureRow }: Indicator): MeasureRef | null {
    return measureTable && measureRow ? Object.assign(new MeasureRef(), { table: measureTable, row: measureRow }) : null;
  }

  @FieldResolver(() => Float, { nullable: true, description: 'What it should reach in a year, at least; null where nothing was set.' })
  async target(
    @Ctx() context: Context,
    @Root() indicator: Indicator,
    @Arg('year', () => Int, ofYear) year: number,
  ): Promise<number | null> {
    return (await context.load(targetsOf, indicator.id)).find((target) => target.year === year)?.value ?? null;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'What was recorded for a year; null for a bound indicator, which measures itself in the annual report.',
  })
  async recorded(
    @Ctx() context: Context,
    @Root() indicator: Indicator,
    @Arg('year', () => Int, ofYear) year: number,
  ): Promise<number | null> {
    return (await context.load(valuesOf, indicator.id)).find((value) => value.year === year)?.value ?? null;
  }
}
