import type { Context } from '@atbalsts/graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { HomeVisit, HomeVisitOpinion } from './home-visit.entity.js';
import { opinionsOf } from './home-visit.loader.js';

/** Who was visited, and what was found. */
@Resolver(() => HomeVisit)
export class HomeVisitResolver {
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
