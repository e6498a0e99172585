import { Allow } from '@atbalsts/auth';
import { type Connection, type Context, DateScalar, PageArgs } from '@atbalsts/graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { DueItem, DueItemConnection, DueKind, MyDay } from './due-item.js';
import { dueWork, myDay } from './due-work.list.js';

@ArgsType()
class DueWorkArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only what this employee is responsible for.' })
  responsibleId?: string | null;

  @Field(() => DueKind, { nullable: true, description: 'Only of this kind.' })
  kind?: DueKind | null;

  @Field(() => DateScalar, { nullable: true, description: 'Due by this day; today when left out.' })
  until?: string | null;
}

/** What has to be done by when. */
@Resolver(() => DueItem)
export class DueWorkResolver {
  @Query(() => MyDay, { description: 'What is due of your own work: what is late, and what is due until Sunday.' })
  @Allow('myDay.read')
  myDay(@Ctx() context: Context): Promise<MyDay> {
    return myDay(context);
  }

  @Query(() => DueItemConnection, { description: 'What is due of all workers of your municipality, the longest overdue first.' })
  @Allow('dueWork.read')
  dueWork(@Ctx() context: Context, @Args() args: DueWorkArgs): Promise<Connection<DueItem>> {
    return dueWork(context, { ...args, until: args.until ?? context.today }, args);
  }

  @FieldResolver(() => Person, { description: 'Whom it is about.' })
  person(@Root() { personId }: DueItem): Person {
    return personRef(personId);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who is responsible; null where nobody is.' })
  responsible(@Root() { responsibleId }: DueItem): Employee | null {
    return responsibleId ? employeeRef(responsibleId) : null;
  }
}
