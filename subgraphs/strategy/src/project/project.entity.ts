import { Allow } from '@atbalsts/auth';
import { type Cents, CentsType, TenantEntity } from '@atbalsts/database';
import { DateScalar, EuroScalar, InGraph } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/**
 * A project that a town or a partner organisation has submitted to a call. Row-level security shows each its own, and a region those of its calls. The
 * `municipality` of a partner's, which belongs to none, is `organisation:` and its id.
 */
@Entity()
@ObjectType({ description: 'A project that a municipality or a partner organisation has submitted to a call.' })
@Directive('@key(fields: "id")')
@Allow('project.read')
export class Project extends TenantEntity {
  @InGraph('regional', 'partner')
  @Field(() => ID, { description: 'Id of the project.' })
  override id!: string;

  @Property({ type: 'uuid', nullable: true })
  @InGraph('regional', 'partner')
  @Field(() => ID, { nullable: true, description: 'Id of the partner organisation that submitted it; null for a municipality’s.' })
  organisationId!: string | null;

  @Property({ type: 'uuid' })
  callId!: string;

  /** Planning region of the call. */
  @Property({ type: 'text' })
  region!: string;

  @Property({ type: 'text' })
  @InGraph('regional', 'partner')
  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Property({ type: 'text' })
  @InGraph('regional', 'partner')
  @Field(() => String, { description: 'What it is to do, and for whom.' })
  summary!: string;

  @Property({ type: 'date', fieldName: 'from_date' })
  @InGraph('regional', 'partner')
  @Field(() => DateScalar, { description: 'Its first day.' })
  from!: string;

  @Property({ type: 'integer' })
  @InGraph('regional', 'partner')
  @Field(() => Int, { description: 'Its duration in months.' })
  months!: number;

  @Property({ type: CentsType })
  @InGraph('regional', 'partner')
  @Field(() => EuroScalar, { description: 'What it asks for.' })
  amount!: Cents;

  @Property({ type: CentsType })
  @InGraph('regional', 'partner')
  @Field(() => EuroScalar, { description: 'What it costs in all.' })
  totalCosts!: Cents;

  @Property({ type: CentsType })
  @InGraph('regional', 'partner')
  @Field(() => EuroScalar, { description: 'How much of what it asks for goes to infrastructure.' })
  infrastructure!: Cents;

  @Property({ type: 'text' })
  @InGraph('regional', 'partner')
  @Field(() => String, { description: 'Number in the register of social service providers.' })
  registration!: string;

  @Property({ type: 'boolean' })
  @InGraph('regional', 'partner')
  @Field(() => Boolean, {
    description: 'True where the number was found among the registered facilities of the municipality; false where a partner declared it.',
  })
  registrationVerified!: boolean;

  @Property({ type: 'date' })
  @InGraph('regional', 'partner')
  @Field(() => DateScalar, { description: 'When it was submitted.' })
  submittedOn!: string;

  /** Subject of the token of whoever submitted it. */
  @Property({ type: 'text' })
  subject!: string;
}
