import { constraintOf, isId, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { held } from '../held.js';
import { isBlank } from '../invalid.js';
import { serviceTypeByCode } from '../service-type/service-type.loader.js';
import { holdPlaces, offerToNext } from './offer-place.js';
import { FreePlace, FreePlaceState, PlaceOffer, PlaceOfferState } from './place-offer.entity.js';
import type { ReportFreePlaceInput, WithdrawFreePlaceInput } from './place-offer.input.js';
import { holdsPlace, isSamePlace, placeProblems } from './place-offer.rules.js';

/**
 * Records a place that has become free, and offers it to the first who waits. The same key with the same place gives the one that is recorded; with
 * another it is INVALID. Refuses INVALID, NOT_FOUND for a service that the catalogue does not have, and RULE_MISSING.
 */
export function reportFreePlace(context: Context, input: ReportFreePlaceInput): Promise<Payload<'place', FreePlace>> {
  return mutate(context, 'place', async () => {
    const problems = placeProblems(input);
    if (!(await context.load(serviceTypeByCode, input.serviceType))) problems.push(noSuchService);
    if (problems.length) throw new Refusal(problems);
    return addFreePlace(context, input);
  });
}

/** The same within another change: what was ended has freed the place. */
export async function addFreePlace(context: Context, input: ReportFreePlaceInput): Promise<FreePlace> {
  const { em, municipality, employee, today } = context;
  await holdPlaces(context, input.serviceType);
  const key = input.key.trim();
  const known = await em.findOne(FreePlace, { key, municipality });
  if (known) {
    if (isSamePlace(known, input)) return known;
    throw new Refusal([otherPlace]);
  }
  const place = em.create(FreePlace, {
    id: newId(),
    municipality,
    serviceTypeCode: input.serviceType,
    key,
    from: input.from,
    description: input.description.trim(),
    reportedOn: today,
    reporterId: employee,
    state: FreePlaceState.OPEN,
  } as never);
  try {
    await em.flush();
  } catch (error) {
    // The same key for another service at once: those do not wait for one another.
    if (constraintOf(error) === 'free_place_once') throw new Refusal([otherPlace]);
    throw error;
  }
  await context.audit.write(em, {
    action: 'place.offer',
    object: `free-place:${place.id}`,
    fields: ['serviceType', 'from', 'description'],
  });
  await offerToNext(context, place);
  return place;
}

/**
 * Offers an open place to the next who waits, where nobody has it: the last one declined, let the term pass, or nobody waited then. Where still nobody
 * waits, nothing changes. Refuses NOT_FOUND, and WRONG_STATE for a place that is taken, withdrawn, or offered to somebody who has time to answer.
 */
export function offerFreePlace(context: Context, id: string): Promise<Payload<'place', FreePlace>> {
  return mutate(context, 'place', async () => {
    const place = await openPlace(context, id);
    const offers = await context.em.find(PlaceOffer, { placeId: place.id });
    const live = offers.find((offer) => holdsPlace(offer, context.today));
    if (live) {
      refuse(
        ProblemCode.WRONG_STATE,
        `Vieta ir piedāvāta, atbilde gaidāma līdz ${live.answerBy}.`,
        `The place is offered, to be answered by ${live.answerBy}.`,
        'id',
      );
    }
    await offerToNext(context, place);
    return place;
  });
}

/** Takes back a place that is not free after all, and an open offer of it. Refuses NOT_FOUND, STALE, INVALID without a reason, and WRONG_STATE. */
export function withdrawFreePlace(context: Context, input: WithdrawFreePlaceInput): Promise<Payload<'place', FreePlace>> {
  return mutate(context, 'place', async () => {
    const { em } = context;
    if (isBlank(input.reason)) refuse(ProblemCode.INVALID, 'Norādiet iemeslu.', 'Say why.', 'reason');
    const place = await openPlace(context, input.placeId, 'placeId');
    if (place.version !== input.version) refuseStale();
    place.state = FreePlaceState.WITHDRAWN;
    for (const offer of await em.find(PlaceOffer, { placeId: place.id, recorded: PlaceOfferState.OFFERED })) {
      Object.assign(offer, { recorded: PlaceOfferState.WITHDRAWN, reason: input.reason.trim() });
      await context.audit.write(em, {
        action: 'place.offer',
        personId: offer.personId,
        object: `place-offer:${offer.id}`,
        fields: ['state', 'reason'],
      });
    }
    await em.flush();
    await context.audit.write(em, { action: 'place.offer', object: `free-place:${place.id}`, fields: ['state'] });
    return place;
  });
}

/** A place that can still be offered, held with all places of its service. Refuses NOT_FOUND and WRONG_STATE. */
async function openPlace(context: Context, id: string, field = 'id'): Promise<FreePlace> {
  // Looked at without a hold: whoever acts on places of a service holds them all first, and then the rows, or two would wait for one another.
  const named = namedBy(id, field);
  const known = isId(id) ? await context.em.findOne(FreePlace, { id }) : null;
  if (known) await holdPlaces(context, known.serviceTypeCode);
  context.em.clear();
  const found = await held(context, FreePlace, named);
  if (found.state !== FreePlaceState.OPEN) refuse(ProblemCode.WRONG_STATE, 'Vieta vairs nav brīva.', 'The place is free no more.', field);
  return found;
}

const namedBy = (id: string, field: string) => ({
  id,
  field,
  missing: { lv: 'Šādas brīvas vietas jūsu pašvaldībā nav.', en: 'There is no such free place in your municipality.' },
});

const otherPlace = problem(
  ProblemCode.INVALID,
  'Ar šo atslēgu jau ir reģistrēta cita vieta.',
  'Another place is recorded under this key.',
  'key',
);

const noSuchService = problem(
  ProblemCode.NOT_FOUND,
  'Šāda pakalpojuma katalogā nav. Izvēlieties no saraksta.',
  'The catalogue has no such service. Choose from the list.',
  'serviceType',
);
