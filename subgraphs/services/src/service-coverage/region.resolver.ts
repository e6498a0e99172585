import { Allow } from '@atbalsts/auth';
import { type Context, InGraph } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Region } from '../external/region.js';
import { ServiceCoverage } from './service-coverage.js';
import { coverageOf } from './service-coverage.service.js';

/** What this domain adds to a planning region. */
@Resolver(() => Region)
export class RegionResolver {
  @FieldResolver(() => [ServiceCoverage], {
    nullable: true,
    description: 'Which of its municipalities gave which service in a year, every kind of service; null for a region that is not yours.',
  })
  @InGraph('regional')
  @Allow('coverage.read')
  serviceCoverage(
    @Ctx() context: Context,
    @Root() region: Region,
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
  ): Promise<ServiceCoverage[] | null> {
    return coverageOf(context, region.code, year);
  }
}
