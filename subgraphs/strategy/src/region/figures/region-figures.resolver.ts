import { Allow } from '@atbalsts/auth';
import { type Context, InGraph } from '@atbalsts/graphql';
import { codesWithMerged } from '@atbalsts/reference';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Municipality, municipalityRef } from '../../external/municipality.js';
import { PublishedReport } from '../../published-report/published-report.entity.js';
import { publishedUnder, regionFigures } from './region-figures.service.js';
import { RegionFigures, TownFigures } from './region-figures.types.js';

/** What the towns of a region have published, side by side. */
@Resolver(() => TownFigures)
export class RegionFiguresResolver {
  @Query(() => RegionFigures, {
    nullable: true,
    description:
      'A row of a report table: the municipalities of your region and years side by side, with each thousand inhabitants, out of published reports alone; null where nobody published it. At most 20 years.',
  })
  @InGraph('regional')
  @Allow('region.figures.read')
  regionFigures(
    @Ctx() context: Context,
    @Arg('table', () => ID, { description: 'Id of the table.' }) table: string,
    @Arg('row', () => ID, { description: 'Key of the row.' }) row: string,
    @Arg('fromYear', () => Int, { description: 'The first year.' }) fromYear: number,
    @Arg('untilYear', () => Int, { description: 'The last year.' }) untilYear: number,
  ): Promise<RegionFigures | null> {
    return regionFigures(context, { table, row, fromYear, untilYear });
  }

  @Query(() => [PublishedReport], {
    description:
      'Everything that a municipality of your region has published, and those that were joined to it, the newest first; empty for one that is not of your region.',
  })
  @InGraph('regional')
  @Allow('region.figures.read')
  publishedReports(
    @Ctx() context: Context,
    @Arg('municipality', () => ID, { description: 'ATVK code of the municipality.' }) municipality: string,
  ): Promise<PublishedReport[]> {
    return publishedUnder(context, codesWithMerged(municipality));
  }

  @FieldResolver(() => Municipality, { description: 'Which municipality.' })
  @InGraph('regional')
  @Allow('municipality.read')
  municipality(@Root() { code }: TownFigures): Municipality {
    return municipalityRef(code);
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'The municipality it was joined to; null while it exists.' })
  @InGraph('regional')
  @Allow('municipality.read')
  mergedInto(@Root() { mergedInto }: TownFigures): Municipality | null {
    return mergedInto === null ? null : municipalityRef(mergedInto);
  }
}
