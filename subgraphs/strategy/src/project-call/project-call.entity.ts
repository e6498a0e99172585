import { Allow } from '@atbalsts/auth';
import { type Cents, CentsType } from '@atbalsts/database';
import { DateScalar, EuroScalar, InGraph } from '@atbalsts/graphql';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** A call for projects of a regional programme, with its rules. */
@Entity()
@ObjectType({ description: 'A call for projects of a regional programme, with its rules.' })
@Directive('@key(fields: "id")')
@Allow('projectCall.read')
export class ProjectCall {
  @PrimaryKey({ type: 'uuid' })
  @InGraph('regional')
  @Field(() => ID, { description: 'Id of the call.' })
  id!: string;

  @Property({ type: 'text' })
  @InGraph('regional')
  @Field(() => String, { description: 'Short name that nothing else has, e.g. latgale-2010-2.' })
  code!: string;

  /** Code of the planning region. */
  @Property({ type: 'text', fieldName: 'region' })
  regionCode!: string;

  @Property({ type: 'text' })
  titleLv!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Property({ type: 'integer' })
  @InGraph('regional')
  @Field(() => Int, { description: 'Year of the programme.' })
  year!: number;

  @Property({ type: 'integer' })
  @InGraph('regional')
  @Field(() => Int, { description: 'Which call of the programme it is.' })
  round!: number;

  @Property({ type: 'date', nullable: true })
  @InGraph('regional')
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which projects are taken; null where none is printed.' })
  opensOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @InGraph('regional')
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which they are no longer taken; null where none is printed.',
  })
  closesOn!: string | null;

  @Property({ type: 'integer' })
  @InGraph('regional')
  @Field(() => Int, { description: 'Longest duration of a project, in months.' })
  maxMonths!: number;

  @Property({ type: CentsType })
  @InGraph('regional')
  @Field(() => EuroScalar, { description: 'Most that a project may ask for.' })
  ceiling!: Cents;

  @Property({ type: 'integer' })
  @InGraph('regional')
  @Field(() => Int, { description: 'Share of eligible costs that is paid, in percent; 100 is full funding.' })
  fundingRatePercent!: number;

  @Property({ type: 'integer' })
  @InGraph('regional')
  @Field(() => Int, { description: 'Most of a project that may go to infrastructure, in percent.' })
  infrastructureMaxPercent!: number;

  @Property({ type: 'text' })
  applicantsLv!: string;

  @Property({ type: 'text' })
  applicantsEn!: string;

  @Property({ type: 'array', columnType: 'text[]' })
  @InGraph('regional')
  @Field(() => [String], { description: 'Costs that are eligible.' })
  eligibleCosts!: string[];

  @Property({ type: 'array', columnType: 'text[]' })
  @InGraph('regional')
  @Field(() => [String], { description: 'Further conditions.' })
  conditions!: string[];

  @Property({ type: 'text' })
  @InGraph('regional')
  @Field(() => String, { description: 'The document that sets the rules.' })
  source!: string;
}
