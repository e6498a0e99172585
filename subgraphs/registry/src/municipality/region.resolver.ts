import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar, InGraph, Language } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Municipality } from './municipality.entity.js';
import { municipalitiesOf, regionByCode } from './municipality.loader.js';
import { Region } from './region.entity.js';

/** Planning regions: open nationally to staff and regions. */
@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true, description: 'A planning region by its code; null where there is none.' })
  @InGraph('regional')
  @Allow('region.read')
  region(
    @Ctx() context: Context,
    @Arg('code', () => ID, { description: 'Code of the region, e.g. latgale.' }) code: string,
  ): Promise<Region | null> {
    return context.load(regionByCode, code);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Its name.' })
  @InGraph('regional')
  label(
    @Root() region: Region,
    @Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the name.' }) language: Language,
  ): string {
    return language === Language.EN ? region.nameEn : region.nameLv;
  }

  @FieldResolver(() => [Municipality], { nullable: true, description: 'The municipalities that belong to it on a day.' })
  @InGraph('regional')
  municipalities(
    @Ctx() context: Context,
    @Root() region: Region,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) on?: string | null,
  ): Promise<Municipality[]> {
    return context.load(municipalitiesOf, { region: region.code, on: on ?? context.today });
  }
}
