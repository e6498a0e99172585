import { Allow } from '@atbalsts/auth';
import type { BatchLoad } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Placement } from '../placement/placement.entity.js';
import type { FacilityDay } from './facility.loader.js';

/** A bed on a day, and who holds it: one in service, or one that somebody stayed in beyond its service. */
@ObjectType({ description: 'A bed on a day, and who holds it.' })
@Allow('placement.read')
export class PlaceOnDay {
  @Field(() => String, { description: 'The place by its name, room and bed.' })
  name!: string;

  @Field(() => String, { description: 'The room or apartment.' })
  room!: string;

  @Field(() => Placement, { nullable: true, description: 'Who holds it, or has it reserved, on that day; null where it is free.' })
  placement!: Placement | null;

  on!: string;
}

/** The beds of a day with who holds them, room by room; two statements for all facilities and days together. */
export const boardOn: BatchLoad<FacilityDay, PlaceOnDay[]> = async ({ em, municipality }, days) => {
  const rows: { n: number; name: string; room: string; placementId: string | null }[] = await em.execute(
    `select d.n, b.name, b.room, p.id as "placementId"
       from jsonb_to_recordset(?::jsonb) as d(n int, "facilityId" uuid, on_date date)
       join facility_place b on b.facility_id = d."facilityId" and b.municipality = ?
       left join placement p on p.place_id = b.id and daterange(p.from_date, p.ended_on) @> d.on_date
      where daterange(b.from_date, b.until_date) @> d.on_date or p.id is not null
      order by d.n, length(b.room), b.room, length(b.bed), b.bed`,
    [JSON.stringify(days.map(({ facilityId, on }, n) => ({ n, facilityId, on_date: on }))), municipality],
  );
  const ids = [...new Set(rows.flatMap(({ placementId }) => placementId ?? []))];
  const placements = new Map((await em.find(Placement, { id: { $in: ids } })).map((placement) => [placement.id, placement]));
  return days.map(({ on }, day) =>
    rows
      .filter(({ n }) => n === day)
      .map(({ name, room, placementId }) =>
        Object.assign(new PlaceOnDay(), { name, room, on, placement: placementId ? (placements.get(placementId) ?? null) : null }),
      ),
  );
};
