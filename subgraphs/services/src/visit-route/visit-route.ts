import { Allow } from '@atbalsts/auth';
import { TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { ArrayMaxSize, ArrayNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../described-enum.js';

/** Whom an employee visits on a day in a territory. */
@Entity()
@ObjectType({ description: 'Whom an employee visits on a day in a territory, in their order.' })
@Directive('@key(fields: "id")')
@Allow('visit.read')
export class VisitRoute extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the route.' })
  override id!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'When.' })
  on!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Where, e.g. a parish.' })
  territory!: string;

  @Property({ type: 'uuid' })
  employeeId!: string;

  @Field(() => Int, { description: 'Version to name when changing it.' })
  declare version: number;
}

/** A page of routes. */
export const VisitRouteConnection = ConnectionOf(() => VisitRoute, 'VisitRoute');

/** What came of a stop. */
export enum StopOutcome {
  VISITED = 'VISITED',
  NOT_HOME = 'NOT_HOME',
  SKIPPED = 'SKIPPED',
}
describedEnum(StopOutcome, 'StopOutcome', 'What came of a stop of a route.', {
  VISITED: 'Visited; a home visit is recorded by it.',
  NOT_HOME: 'Nobody opened.',
  SKIPPED: 'Not gone to, for the reason noted.',
});

/** One stop of a route. */
@Entity()
@ObjectType({ description: 'One stop of a route, and what came of it.' })
@Allow('visit.read')
export class VisitRouteStop extends TenantEntity {
  @Field(() => ID, { description: 'Id of the stop.' })
  override id!: string;

  @Property({ type: 'uuid' })
  routeId!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Place in the order, from 1.' })
  place!: number;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What for.' })
  purpose!: string | null;

  @Enum({ items: () => StopOutcome, type: 'text', nullable: true })
  @Field(() => StopOutcome, { nullable: true, description: 'What came of it; null while nobody has been there.' })
  outcome!: StopOutcome | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was found, or why not.' })
  note!: string | null;

  @Property({ type: 'uuid', nullable: true })
  visitId!: string | null;
}

/** Somebody to be visited. */
@InputType({ description: 'Somebody to be visited.' })
export class RouteStopInput {
  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => String, { nullable: true, description: 'What for.' })
  @MaxLength(500)
  purpose?: string | null;
}

/** A route to be planned. */
@InputType({ description: 'A route to be planned: the same day, employee and territory again replaces it while nobody has been visited.' })
export class PlanVisitRouteInput {
  @Field(() => DateScalar, { description: 'When; not in the past.' })
  on!: string;

  @Field(() => String, { description: 'Where, e.g. a parish.' })
  @MaxLength(200)
  territory!: string;

  @Field(() => ID, { description: 'The employee who goes.' })
  employeeId!: string;

  @Field(() => [RouteStopInput], { description: 'Who is visited, in this order; each once.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  stops!: RouteStopInput[];
}

/** What came of a stop. */
@InputType({ description: 'What came of a stop of a route.' })
export class RecordRouteStopInput {
  @Field(() => ID, { description: 'The stop.' })
  stopId!: string;

  @Field(() => StopOutcome, { description: 'What came of it.' })
  outcome!: StopOutcome;

  @Field(() => String, { nullable: true, description: 'What was found, or why nobody went; needed in both cases.' })
  @MaxLength(20_000)
  note?: string | null;
}
