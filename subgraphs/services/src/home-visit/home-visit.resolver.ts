import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { HomeVisit, HomeVisitOpinion } from './home-visit.entity.js';
import { RecordHomeVisitInput } from './home-visit.input.js';
import { opinionsOf } from './home-visit.loader.js';
import { HomeVisitPayload } from './home-visit.payload.js';
import { recordHomeVisit } from './home-visit.service.js';

/** Who was visited, and what was found. */
@Resolver(() => HomeVisit)
export class HomeVisitResolver {
  @Mutation(() => HomeVisitPayload, { description: 'Records one home visit with the opinion of each specialist who came.' })
  @Allow('visit.record')
  recordHomeVisit(
    @Ctx() context: Context,
    @Arg('input', () => RecordHomeVisitInput, { description: 'The visit.' }) input: RecordHomeVisitInput,
  ): Promise<Payload<'homeVisit', HomeVisit>> {
    return recordHomeVisit(context, input);
  }

  @FieldResolver(() => Person, { description: 'Who was visited.' })
  person(@Root() visit: HomeVisit): Person {
    return personRef(visit.personId);
  }

  @FieldResolver(() => [HomeVisitOpinion], { description: 'What each specialist found.' })
  opinions(@Ctx() context: Context, @Root() visit: HomeVisit): Promise<HomeVisitOpinion[]> {
    return context.load(opinionsOf, visit.id);
  }
}

/** Whose opinion it is. */
@Resolver(() => HomeVisitOpinion)
export class HomeVisitOpinionResolver {
  @FieldResolver(() => Employee, { description: 'Whose opinion.' })
  employee(@Root() opinion: HomeVisitOpinion): Employee {
    return employeeRef(opinion.employeeId);
  }
}
