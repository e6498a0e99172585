import { Allow } from '@atbalsts/auth';
import { idsAmong, isId } from '@atbalsts/database';
import {
  type BatchLoad,
  type Connection,
  type Context,
  DateScalar,
  groupedInOrder,
  inOrder,
  PageArgs,
  type Payload,
  type ReferenceResolver,
} from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayList } from '../day-list.js';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { HomeVisit } from '../home-visit/home-visit.entity.js';
import { visitById } from '../home-visit/home-visit.loader.js';
import { PayloadOf } from '../payload-of.js';
import { PlanVisitRouteInput, RecordRouteStopInput, VisitRoute, VisitRouteConnection, VisitRouteStop } from './visit-route.js';
import { planVisitRoute, recordRouteStop } from './visit-route.service.js';

const VisitRoutePayload = PayloadOf(() => VisitRoute, 'route', 'VisitRoutePayload', 'visit.read');

const routeById: BatchLoad<string, VisitRoute | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(VisitRoute, { id: { $in: idsAmong(ids) } }), (route) => route.id);

const stopsOf: BatchLoad<string, VisitRouteStop[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(VisitRouteStop, { routeId: { $in: [...ids] } }, { orderBy: { place: 'asc' } }), (stop) => stop.routeId);

/** Resolves a route for another subgraph; null where the principal's municipality does not know it. */
export const visitRouteReference: ReferenceResolver = ({ id }, context) => context.load(routeById, String(id));

@ArgsType()
class VisitRoutesArgs extends PageArgs {
  @Field(() => DateScalar, { nullable: true, description: 'Only those of this day.' })
  on?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those in this territory.' })
  territory?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this employee.' })
  employeeId?: string | null;
}

/** Routes of home visits, to people who live alone in the countryside above all. */
@Resolver(() => VisitRoute)
export class VisitRouteResolver {
  @Query(() => VisitRouteConnection, { description: 'Routes of home visits, the latest day first.' })
  @Allow('visit.read')
  visitRoutes(@Ctx() context: Context, @Args() args: VisitRoutesArgs): Promise<Connection<VisitRoute>> {
    const { on, territory, employeeId } = args;
    const where: Record<string, unknown>[] = [];
    if (on) where.push({ on });
    if (territory) where.push({ territory });
    if (employeeId) where.push(isId(employeeId) ? { employeeId } : { id: { $in: [] } });
    return dayList(context, VisitRoute, where.length ? { $and: where } : {}, args, { by: 'on', direction: 'desc' });
  }

  @Mutation(() => VisitRoutePayload, { description: "Plans a day's route of home visits, in order." })
  @Allow('visit.plan')
  planVisitRoute(
    @Ctx() context: Context,
    @Arg('input', () => PlanVisitRouteInput, { description: 'The route.' }) input: PlanVisitRouteInput,
  ): Promise<Payload<'route', VisitRoute>> {
    return planVisitRoute(context, input);
  }

  @Mutation(() => VisitRoutePayload, { description: 'Writes down what came of a stop; a visit becomes a home visit.' })
  @Allow('visit.record')
  recordRouteStop(
    @Ctx() context: Context,
    @Arg('input', () => RecordRouteStopInput, { description: 'What came of it.' }) input: RecordRouteStopInput,
  ): Promise<Payload<'route', VisitRoute>> {
    return recordRouteStop(context, input);
  }

  @FieldResolver(() => Employee, { description: 'Who goes.' })
  employee(@Root() route: VisitRoute): Employee {
    return employeeRef(route.employeeId);
  }

  @FieldResolver(() => [VisitRouteStop], { description: 'The stops, in their order.' })
  stops(@Ctx() context: Context, @Root() route: VisitRoute): Promise<VisitRouteStop[]> {
    return context.load(stopsOf, route.id);
  }
}

/** Who is visited at a stop. */
@Resolver(() => VisitRouteStop)
export class VisitRouteStopResolver {
  @FieldResolver(() => Person, { description: 'Who.' })
  person(@Root() stop: VisitRouteStop): Person {
    return personRef(stop.personId);
  }

  @FieldResolver(() => HomeVisit, { nullable: true, description: 'The home visit that was recorded by it.' })
  async visit(@Ctx() context: Context, @Root() { visitId }: VisitRouteStop): Promise<HomeVisit | null> {
    return visitId ? context.load(visitById, visitId) : null;
  }
}
