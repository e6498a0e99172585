import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ObjectType } from 'type-graphql';
import type { Unit } from '../unit/unit.entity.js';

/** A post of a unit, from its creation until its abolition, whether or not somebody holds it. */
@Entity()
export class Post extends TenantEntity {
  @Property({ type: 'uuid' })
  unitId!: string;

  /** Hundredths of a full-time post: 100 is one. */
  @Property({ type: 'integer' })
  fteHundredths!: number;

  @Property({ type: 'date', fieldName: 'from_date' })
  from!: string;

  /** The first day on which it no longer exists; null while it does. */
  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  until!: string | null;
}

/** Who holds a post from when until when; as a row. */
@Entity({ tableName: 'post_assignment' })
export class PostAssignmentRow extends TenantEntity {
  @Property({ type: 'uuid' })
  postId!: string;

  @Property({ type: 'uuid' })
  employeeId!: string;

  @Property({ type: 'date', fieldName: 'from_date' })
  from!: string;

  /** The first day on which the employee no longer holds it; null while it is held. */
  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  until!: string | null;
}

/** A post that an employee holds or held, as the graph shows it. */
@ObjectType({ description: 'A post that an employee holds or held.' })
@Allow('employee.read')
export class PostAssignment {
  unitId!: string;

  /** Resolved from `unitId`. */
  unit?: Unit;

  @Field(() => Float, { description: 'Size of the post in full-time equivalents: 1 is a full post.' })
  fte!: number;

  @Field(() => DateScalar, { description: 'Since which day.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is no longer held; null while it is.' })
  until!: string | null;
}
