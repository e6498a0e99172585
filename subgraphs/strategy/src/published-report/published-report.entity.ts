import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar, InGraph } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Snapshot } from './snapshot.js';

/** How far the publication of a report has come. */
export enum PublicationState {
  PREPARED = 'PREPARED',
  PUBLISHED = 'PUBLISHED',
}
registerEnumType(PublicationState, {
  name: 'PublicationState',
  description: 'How far the publication of a report has come.',
  valuesConfig: {
    PREPARED: { description: 'One person has prepared it; nobody but the own town sees it until another confirms it.' },
    PUBLISHED: { description: 'Published.' },
  },
});

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
  @Field(() => DateScalar, { description: 'When it was published; while it is only prepared, when it was prepared.' })
  publishedOn!: string;

  /** Subject of whoever prepared it. */
  @Property({ type: 'text' })
  preparedBy!: string;

  /** Subject of whoever confirmed it; null where it was brought in whole. */
  @Property({ type: 'text', nullable: true })
  confirmedBy!: string | null;

  @Property({ type: 'json' })
  snapshot!: Snapshot;

  /** Prepared only; a published one, which comes from its table, is not. */
  prepared?: true;
}
