import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar, InGraph, Language } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Municipality, YearCount } from './municipality.entity.js';
import { municipalityByCode, populationsOf, regionByCode } from './municipality.loader.js';
import { findMunicipalities } from './municipality.service.js';
import { Region } from './region.entity.js';

const language = { defaultValue: Language.LV, description: 'Language of the name.' };

/** Municipalities: open nationally to staff and regions. */
@Resolver(() => Municipality)
export class MunicipalityResolver {
  @Query(() => Municipality, { nullable: true, description: 'A municipality by its code; null where there is none.' })
  @InGraph('regional')
  @Allow('municipality.read')
  municipality(@Ctx() context: Context, @Arg('code', () => ID, { description: 'ATVK code.' }) code: string): Promise<Municipality | null> {
    return context.load(municipalityByCode, code);
  }

  @Query(() => [Municipality], { description: 'The municipalities that exist on a day: 43 from 2021-07-01, 42 since 2025-07-01.' })
  @InGraph('regional')
  @Allow('municipality.read')
  municipalities(
    @Ctx() context: Context,
    @Arg('region', () => ID, { nullable: true, description: 'Only those of this planning region.' }) region?: string | null,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) on?: string | null,
  ): Promise<Municipality[]> {
    return findMunicipalities(context, on ?? context.today, region);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Its name.' })
  @InGraph('regional')
  label(@Root() municipality: Municipality, @Arg('language', () => Language, language) lang: Language): string {
    return lang === Language.EN ? municipality.nameEn : municipality.nameLv;
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The planning region it belongs to.' })
  @InGraph('regional')
  region(@Ctx() context: Context, @Root() municipality: Municipality): Promise<Region | null> {
    return context.load(regionByCode, municipality.regionCode);
  }

  @FieldResolver(() => [YearCount], { nullable: true, description: 'Inhabitants by year, where a source can be named.' })
  @InGraph('regional')
  populations(@Ctx() context: Context, @Root() municipality: Municipality): Promise<YearCount[]> {
    return context.load(populationsOf, municipality.code);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Inhabitants in a year; null where no source can be named.' })
  @InGraph('regional')
  async population(
    @Ctx() context: Context,
    @Root() municipality: Municipality,
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
  ): Promise<number | null> {
    return (await context.load(populationsOf, municipality.code)).find((row) => row.year === year)?.count ?? null;
  }
}
