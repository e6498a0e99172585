import { Allow } from '@atbalsts/auth';
import type { Context } from '@atbalsts/graphql';
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { AnnualReport } from '../report/annual-report.resolver.js';
import { Provision } from './service-coverage.js';
import { countedCoverage } from './service-coverage.records.js';

/** A service of the catalogue in a year, by the records of the own town. */
@ObjectType({ description: 'How the town gave a service in a year, by its records. Counts as they are: for staff alone.' })
@Allow('report.read')
export class CountedService {
  @Field(() => ID, { description: 'Code of the service.' })
  serviceType!: string;

  @Field(() => Provision, { description: 'How it was given; UNKNOWN in a year without any record of a service.' })
  provision!: Provision;

  @Field(() => Int, { description: 'To how many persons, each once.' })
  clients!: number;
}

/** What services add to the report of a year for its publication: which of the services of the catalogue the town gave. */
@Resolver(() => AnnualReport)
export class CountedServicesResolver {
  @FieldResolver(() => [CountedService], {
    nullable: true,
    description: 'How the town gave each of the services of the catalogue in the year; null for another municipality than your own.',
  })
  async countedServices(@Ctx() context: Context, @Root() { municipalityCode, year }: AnnualReport): Promise<CountedService[] | null> {
    if (municipalityCode !== context.principal.municipality) return null;
    return (await countedCoverage(context, year)).map((counted) => Object.assign(new CountedService(), counted));
  }
}
