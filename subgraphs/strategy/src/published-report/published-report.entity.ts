import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar, InGraph } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Snapshot } from './snapshot.js';

/** A town's report of a year as it was published. Whatever changes later, a region never subtracts two moments. */
@Entity()
@ObjectType({
  description: 'A town’s report of a year as it was published: a snapshot in which figures that could tell of a person are withheld.',
})
@Directive('@key(fields: "municipalityCode year")')
@Allow('publishedReport.read')
export class PublishedReport extends TenantEntity {
  @InGraph('regional')
  @Field(() => ID, { description: 'ATVK code of the municipality.' })
  get municipalityCode(): string {
    return this.municipality;
  }

  /** Planning region of the municipality: its analysts read the report. */
  @Property({ type: 'text' })
  region!: string;

  @Property({ type: 'integer' })
  @InGraph('regional')
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Property({ type: 'date' })
  @InGraph('regional')
  @Field(() => DateScalar, { description: 'When it was published.' })
  publishedOn!: string;

  /** Subject of whoever prepared it. */
  @Property({ type: 'text' })
  preparedBy!: string;

  @Property({ type: 'json' })
  snapshot!: Snapshot;
}
