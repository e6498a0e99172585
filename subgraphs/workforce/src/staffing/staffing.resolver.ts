import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar, InGraph } from '@atbalsts/graphql';
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Municipality } from '../external/municipality.js';
import { Staffing } from './staffing.js';
import { staffingOf } from './staffing.service.js';

/** What this domain knows of a municipality. */
@Resolver(() => Municipality)
export class StaffingResolver {
  @FieldResolver(() => Staffing, {
    nullable: true,
    description:
      'How its social service is staffed: live for its own staff, for its region as published for the year of the day; null for others, and where there are no records.',
  })
  @Directive('@requires(fields: "populations { year count }")')
  @InGraph('regional')
  @Allow('staffing.read')
  staffing(
    @Ctx() context: Context,
    @Root() municipality: Municipality,
    @Arg('on', () => DateScalar, { description: 'The day.' }) on: string,
  ): Promise<Staffing | null> {
    return staffingOf(context, municipality, on);
  }
}
