import { isExclusionViolation, newId } from '@atbalsts/database';
import { type Context, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { FacilityPlace } from '../facility/place.entity.js';
import type { AddPlacesInput, RemovePlaceInput } from './facility-change.input.js';
import { changeFacility } from './facility-change.js';
import type { FacilityPayload } from './facility-change.payload.js';
import { dayProblem, placesProblems } from './facility-change.rules.js';
import { firstCrowdedNight, holdingFrom } from './in-the-way.js';

/** Puts the beds of a room into service. OVERLAP where one of them is in service at that time already: then none is put. */
export function addPlaces(context: Context, input: AddPlacesInput): Promise<FacilityPayload> {
  return changeFacility(context, input.facilityId, async ({ facility }) => {
    const { em, municipality, today } = context;
    const problems = placesProblems(input, facility.kind, today);
    if (problems.length) throw new Refusal(problems);
    const room = input.room.trim();
    for (const bed of input.beds) {
      const place = { facilityId: facility.id, room, bed: bed.trim(), from: input.from, until: null };
      em.create(FacilityPlace, { id: newId(), municipality, ...place } as never);
    }
    try {
      await em.flush();
    } catch (error) {
      if (!isExclusionViolation(error)) throw error;
      refuse(ProblemCode.OVERLAP, 'Kāda no šīm vietām jau ir lietošanā.', 'One of these beds is in service already.', 'beds');
    }
    await context.audit.write(em, { action: 'facility.place.change', object: `facility:${facility.id}`, fields: ['room', 'beds', 'from'] });
  });
}

/**
 * Takes a bed out of service. WRONG_STATE, with who holds it, where somebody has it on that day or later (an open stay holds it until its end is recorded), and
 * where a night would have more people than beds; NOT_FOUND where there is no such bed.
 */
export function removePlace(context: Context, { facilityId, place: name, on }: RemovePlaceInput): Promise<FacilityPayload> {
  return changeFacility(context, facilityId, async ({ facility, refuseBecauseOf }) => {
    const { em, today } = context;
    const wrong = dayProblem(on, today, 'on');
    if (wrong) throw new Refusal([wrong]);
    const rows = await em.find(FacilityPlace, { facilityId, name: name.trim() }, { orderBy: { from: 'asc' } });
    const place = rows.find((row) => row.from < on && (row.until === null || on < row.until));
    if (!place) {
      refuse(
        ProblemCode.NOT_FOUND,
        `Vietas “${name}” šajā dienā lietošanā nav.`,
        `The place “${name}” is not in service around that day.`,
        'place',
      );
    }
    const holders = await holdingFrom(context, facility, on, place.id);
    if (holders.length) {
      await refuseBecauseOf(
        holders,
        `Vietu “${name}” kāds aizņem vai ir rezervējis. Vispirms pārvietojiet, izrakstiet vai atceliet rezervāciju.`,
        `Somebody holds or has reserved the place “${name}”. Transfer, discharge or cancel the reservation first.`,
        'place',
      );
    }
    await em.execute('update facility_place set until_date = ? where id = ?', [on, place.id]);
    const night = await firstCrowdedNight(context, facility, on);
    if (night) {
      refuse(
        ProblemCode.WRONG_STATE,
        `Naktī uz ${night} tad būtu vairāk cilvēku nekā vietu.`,
        `In the night of ${night} there would be more people than beds.`,
        'on',
      );
    }
    await context.audit.write(em, { action: 'facility.place.change', object: `facility:${facility.id}`, fields: ['place', 'on'] });
  });
}
