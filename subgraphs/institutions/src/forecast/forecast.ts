import { Allow } from '@atbalsts/auth';
import { addDays } from '@atbalsts/database';
import { type BatchLoad, type Context, DateScalar } from '@atbalsts/graphql';
import { Max, Min } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Facility } from '../facility/facility.entity.js';
import { type FacilityDay, occupancyOn } from '../facility/facility.loader.js';
import { dayKinds } from '../facility/facility-kind.js';
import { expectedFree } from './forecast.rules.js';

/** How a facility is expected to be filled on a day. */
@ObjectType({ description: 'How a facility is expected to be filled on a day to come.' })
@Allow('facility.read')
export class ForecastDay {
  @Field(() => DateScalar, { description: 'The day.' })
  on!: string;

  @Field(() => Int, { description: 'How many clients it may have.' })
  capacity!: number;

  @Field(() => Int, { description: 'How many of those who are there today have no recorded end before that day.' })
  occupied!: number;

  @Field(() => Int, { description: 'How many more have a place reserved.' })
  reserved!: number;

  @Field(() => Int, { description: 'How many of both have agreed to have left by that day. An agreed end moves nobody out.' })
  leaving!: number;

  @Field(() => Int, { description: 'How many places are free for certain.' })
  free!: number;

  @Field(() => Int, { description: 'How many are free if everybody leaves as agreed.' })
  expectedFree!: number;
}

@ArgsType()
class ForecastArgs {
  @Field(() => Int, { defaultValue: 4, description: 'For how many weeks from today; at most 12.' })
  @Min(1)
  @Max(12)
  weeks!: number;
}

interface Leaving {
  leaving: number;
  beds: number | null;
}

/** Agreed ends that will have come by a day, and the beds in service on it; all facilities and days in one statement. */
const leavingBy: BatchLoad<FacilityDay, Leaving> = async ({ em, municipality }, days) => {
  const byDay = `{${dayKinds.join(',')}}`;
  const rows: (Leaving & { n: number })[] = await em.execute(
    `select d.n, count(p.id)::int as leaving,
       case when f.kind <> all(?::text[]) then (select count(*)::int from facility_place b
          where b.facility_id = f.id and daterange(b.from_date, b.until_date) @> d.on_date) end as beds
       from jsonb_to_recordset(?::jsonb) as d(n int, "facilityId" uuid, on_date date)
       join facility f on f.id = d."facilityId" and f.municipality = ?
       left join placement p on p.facility_id = f.id and (p.accommodation or f.kind = any(?::text[]))
        and daterange(p.from_date, p.ended_on) @> d.on_date and p.until_date <= d.on_date
      group by d.n, d.on_date, f.id`,
    [byDay, JSON.stringify(days.map(({ facilityId, on }, n) => ({ n, facilityId, on_date: on }))), municipality, byDay],
  );
  const found = new Map(rows.map((row) => [row.n, row]));
  return days.map((_, n) => found.get(n) ?? { leaving: 0, beds: null });
};

/** What is to be expected of facilities. */
@Resolver(() => Facility)
export class ForecastResolver {
  @FieldResolver(() => [ForecastDay], {
    description:
      'How full it is expected to be on each day of the weeks to come, today first, from reservations, agreed ends, planned capacity and beds.',
  })
  forecast(@Ctx() context: Context, @Root() facility: Facility, @Args() { weeks }: ForecastArgs): Promise<ForecastDay[]> {
    const days = Array.from({ length: weeks * 7 }, (_, n) => addDays(context.today, n));
    return Promise.all(
      days.map(async (on) => {
        const key = { facilityId: facility.id, on };
        const [{ capacity, occupied, reserved, free }, { leaving, beds }] = await Promise.all([
          context.load(occupancyOn, key),
          context.load(leavingBy, key),
        ]);
        const counts = { capacity, occupied, reserved, free, beds, leaving };
        return Object.assign(new ForecastDay(), { on, capacity, occupied, reserved, leaving, free, expectedFree: expectedFree(counts) });
      }),
    );
  }
}
