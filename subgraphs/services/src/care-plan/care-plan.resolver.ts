import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { ServiceRequest } from '../service-request/service-request.entity.js';
import { ServiceRequestPayload } from '../service-request/service-request.payload.js';
import { CarePlan, CareTask, CareWeek, PaperState } from './care-plan.entity.js';
import { MakeCarePlanInput } from './care-plan.input.js';
import { plansOf, tasksOf } from './care-plan.loader.js';
import { weekOf } from './care-plan.rules.js';
import { makeCarePlan } from './care-plan.service.js';

/** Care plans of granted services. */
@Resolver(() => CarePlan)
export class CarePlanResolver {
  @Mutation(() => ServiceRequestPayload, {
    description: 'Makes the individual care plan of a granted service. It takes the place of the one that counts.',
  })
  @Allow('carePlan.make')
  makeCarePlan(
    @Ctx() context: Context,
    @Arg('input', () => MakeCarePlanInput, { description: 'The plan.' }) input: MakeCarePlanInput,
  ): Promise<Payload<'serviceRequest', ServiceRequest>> {
    return makeCarePlan(context, input);
  }

  @FieldResolver(() => Employee, { description: 'Who made it.' })
  madeBy(@Root() { makerId }: CarePlan): Employee {
    return employeeRef(makerId);
  }

  @FieldResolver(() => [CareTask], { description: 'What is done, in order.' })
  tasks(@Ctx() context: Context, @Root() { id }: CarePlan): Promise<CareTask[]> {
    return context.load(tasksOf, id);
  }

  @FieldResolver(() => CareWeek, { description: 'The tasks of one week.' })
  async week(
    @Ctx() context: Context,
    @Root() { id }: CarePlan,
    @Arg('of', () => DateScalar, { nullable: true, description: 'Some day of the week; today when left out.' }) of?: string | null,
  ): Promise<CareWeek> {
    return Object.assign(new CareWeek(), weekOf(await context.load(tasksOf, id), of ?? context.today));
  }
}

/** Tasks of care plans. */
@Resolver(() => CareTask)
export class CareTaskResolver {
  @FieldResolver(() => Employee, { nullable: true, description: 'The employee who does it; null where somebody else does.' })
  employee(@Root() { employeeId }: CareTask): Employee | null {
    return employeeId ? employeeRef(employeeId) : null;
  }
}

/** What care plans add to a request. */
@Resolver(() => ServiceRequest)
export class RequestCarePlanResolver {
  @FieldResolver(() => CarePlan, { nullable: true, description: 'The care plan that counts; null where there is none.' })
  @Allow('carePlan.read')
  async carePlan(@Ctx() context: Context, @Root() { id }: ServiceRequest): Promise<CarePlan | null> {
    return (await context.load(plansOf, id)).find(({ state }) => state === PaperState.ACTIVE) ?? null;
  }

  @FieldResolver(() => [CarePlan], { description: 'Every care plan of it, the latest first.' })
  @Allow('carePlan.read')
  carePlans(@Ctx() context: Context, @Root() { id }: ServiceRequest): Promise<CarePlan[]> {
    return context.load(plansOf, id);
  }
}
