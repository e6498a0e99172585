import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** A municipality by its ATVK code. Law on Administrative Territories and Populated Areas (43 from 2021-07-01, 42 since 2025-07-01). */
@Entity()
@ObjectType({ description: 'A municipality of Latvia, by its code in the classification of administrative territories (ATVK).' })
@Directive('@key(fields: "code")')
@Allow('municipality.read')
export class Municipality {
  @PrimaryKey({ type: 'text' })
  @InGraph('regional')
  @Field(() => ID, { description: 'ATVK code of seven digits, e.g. 0002000 for Daugavpils.' })
  code!: string;

  /** Code of the planning region. */
  @Property({ type: 'text', fieldName: 'region' })
  regionCode!: string;

  @Property({ type: 'text' })
  nameLv!: string;

  @Property({ type: 'text' })
  nameEn!: string;

  @Property({ type: 'date' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  validUntil!: string | null;

  /** The municipality it was merged into; figures stay findable under both. */
  @Property({ type: 'text', nullable: true })
  mergedInto!: string | null;
}

/** Inhabitants of a municipality at the start of a year. */
@Entity({ tableName: 'population' })
@ObjectType({ description: 'Inhabitants of a municipality at the start of a year.' })
@Allow('municipality.read')
export class YearCount {
  @PrimaryKey({ type: 'text' })
  municipality!: string;

  @PrimaryKey({ type: 'integer' })
  @InGraph('regional')
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Property({ type: 'integer' })
  @InGraph('regional')
  @Field(() => Int, { description: 'Inhabitants.' })
  count!: number;

  @Property({ type: 'text' })
  @InGraph('regional')
  @Field(() => String, { description: 'Where the figure comes from; says so where it is assumed.' })
  source!: string;
}
