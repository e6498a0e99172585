import { addDays, isExclusionViolation, isId, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import type { Facility } from '../facility/facility.entity.js';
import { occupancyOn } from '../facility/facility.loader.js';
import { getFacility, refuseStranger } from '../placement/placement.checks.js';
import { holdFacility, holdPerson } from '../placement/placement.held.js';
import type { AnswerPlaceOfferInput, JoinFacilityQueueInput, LeaveFacilityQueueInput, OfferPlaceInput } from './queue.input.js';
import { answerDays, answerOn, answerProblem, firstInOrder, keepsPlace } from './queue.rules.js';
import { FacilityPlaceOffer, FacilityWaitingEntry, OfferAnswer, WaitingEnd } from './waiting.entity.js';

type EntryPayload = Payload<'entry', FacilityWaitingEntry>;

/** Puts somebody on the waiting list. DUPLICATE where the person is on it, OVERLAP where the person has a place there already. */
export function joinQueue(context: Context, input: JoinFacilityQueueInput): Promise<EntryPayload> {
  return mutate(context, 'entry', async () => {
    const { em, municipality, today } = context;
    const { personId, urgency } = input;
    const since = input.since ?? today;
    if (since > today) refuse(ProblemCode.INVALID, 'Diena ir nākotnē.', 'The day lies in the future.', 'since');
    const facility = await getFacility(context, input.facilityId);
    if (facility.closedOn !== null) refuse(ProblemCode.WRONG_STATE, 'Iestādi slēdz.', 'The facility is being closed.', 'facilityId');
    await refuseStranger(context, personId);
    await holdPerson(context, personId);
    await holdFacility(context, facility);
    await refuseResident(context, facility, personId);
    const twin = await em.findOne(FacilityWaitingEntry, { facilityId: facility.id, personId, municipality, endedOn: null });
    if (twin) throw new Refusal([waitsAlready()], twin);
    const entry = em.create(FacilityWaitingEntry, {
      id: newId(),
      municipality,
      facilityId: facility.id,
      personId,
      urgency,
      since,
      endedOn: null,
      endedWhy: null,
      version: 1,
    } as never) as FacilityWaitingEntry;
    try {
      await em.flush();
    } catch (error) {
      if (!isExclusionViolation(error)) throw error;
      refuse(ProblemCode.OVERLAP, 'Persona šajā laikā rindā jau bija.', 'The person was on the list at that time already.', 'since');
    }
    await context.audit.write(em, {
      action: 'facility.queue.change',
      personId,
      object: `facility-waiting:${entry.id}`,
      fields: ['facilityId', 'urgency', 'since'],
    });
    return entry;
  });
}

/** Takes somebody off the waiting list, for a reason. An offer that is open is declined with it. */
export function leaveQueue(context: Context, { entryId, version, why }: LeaveFacilityQueueInput): Promise<EntryPayload> {
  return mutate(context, 'entry', async () => {
    const { em, today } = context;
    if (why === WaitingEnd.PLACED) {
      refuse(ProblemCode.INVALID, 'Vietas saņemšanu reģistrē, personu uzņemot.', 'The admission records that.', 'why');
    }
    const entry = await holdEntry(context, entryId, 'entryId');
    if (entry.version !== version) refuseStale();
    refuseEnded(entry, 'entryId');
    entry.endedOn = entry.since > today ? entry.since : today;
    entry.endedWhy = why;
    for (const offer of await em.find(FacilityPlaceOffer, { entryId: entry.id, answer: null })) close(offer, OfferAnswer.DECLINED, today);
    await em.flush();
    await writeAudit(context, entry, ['endedOn', 'endedWhy']);
    return entry;
  });
}

/**
 * Offers a place that is free today and that nobody else has been offered: to the first in order; to another only with a reason, which is kept. NO_VACANCY where none
 * is free, WRONG_STATE where nobody can be offered one.
 */
export function offerPlace(context: Context, input: OfferPlaceInput): Promise<EntryPayload> {
  return mutate(context, 'entry', async () => {
    const { em, municipality, principal, today } = context;
    const facility = await getFacility(context, input.facilityId);
    await holdFacility(context, facility);
    const waiting = await em.find(FacilityWaitingEntry, { facilityId: facility.id, since: { $lte: today }, endedOn: null });
    const offers = await em.find(FacilityPlaceOffer, { entryId: { $in: waiting.map(({ id }) => id) } });
    const { free } = await context.load(occupancyOn, { facilityId: facility.id, on: today });
    if (free <= offers.filter((offer) => keepsPlace(offer, today)).length) {
      refuse(
        ProblemCode.NO_VACANCY,
        'Nav brīvas vietas, kas nebūtu jau piedāvāta.',
        'There is no free place that has not been offered already.',
        'facilityId',
      );
    }
    const first = firstInOrder(waiting, offers, today);
    if (!first) refuse(ProblemCode.WRONG_STATE, 'Nav neviena, kam piedāvāt.', 'There is nobody to offer it to.', 'facilityId');
    const entry = input.entryId ? waiting.find(({ id }) => id === input.entryId?.toLowerCase()) : first;
    if (!entry) refuse(ProblemCode.NOT_FOUND, 'Tāda ieraksta rindā nav.', 'There is no such entry on the list.', 'entryId');
    const own = offers.filter(({ entryId }) => entryId === entry.id);
    if (own.some((offer) => keepsPlace(offer, today))) {
      throw new Refusal([problem(ProblemCode.DUPLICATE, 'Vieta jau ir piedāvāta.', 'A place was offered already.', 'entryId')], entry);
    }
    const jumps = entry !== first;
    const reason = input.reason?.trim() || null;
    if (jumps && !reason) {
      refuse(
        ProblemCode.INVALID,
        'Šī persona nav pirmā rindā. Norādiet iemeslu.',
        'This person is not the first in order. Give the reason.',
        'reason',
      );
    }
    for (const offer of offers) if (offer.answer === null && answerOn(offer, today)) close(offer, OfferAnswer.LAPSED, today);
    await em.flush(); // before a new one: an entry has one open offer at most
    em.create(FacilityPlaceOffer, {
      id: newId(),
      municipality,
      entryId: entry.id,
      offeredOn: today,
      answerBy: addDays(today, answerDays),
      answer: null,
      answeredOn: null,
      jumpReason: jumps ? reason : null,
      offeredBy: principal.subject,
    });
    await em.flush();
    await writeAudit(context, entry, jumps ? ['offer', 'jumpReason'] : ['offer']);
    return entry;
  });
}

/** Records what somebody answered to an offered place. WRONG_STATE where it was answered, or the term has passed. */
export function answerOffer(context: Context, { offerId, accept }: AnswerPlaceOfferInput): Promise<EntryPayload> {
  return mutate(context, 'entry', async () => {
    const { em, municipality, today } = context;
    const seen = isId(offerId) ? await em.findOne(FacilityPlaceOffer, { id: offerId, municipality }) : null;
    if (!seen) refuse(ProblemCode.NOT_FOUND, 'Tāda piedāvājuma nav.', 'There is no such offer.', 'offerId');
    const entry = await holdEntry(context, seen.entryId, 'offerId');
    refuseEnded(entry, 'offerId');
    const offer = (await em.refresh(seen)) ?? seen;
    const wrong = answerProblem(offer, today);
    if (wrong) throw new Refusal([wrong]);
    close(offer, accept ? OfferAnswer.ACCEPTED : OfferAnswer.DECLINED, today);
    await em.flush();
    await writeAudit(context, entry, ['offer', 'answer']);
    return entry;
  });
}

/** An entry, held: changes of one entry go one after another. */
async function holdEntry({ em, municipality }: Context, id: string, field: string): Promise<FacilityWaitingEntry> {
  const entry = isId(id) ? await em.findOne(FacilityWaitingEntry, { id, municipality }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!entry) refuse(ProblemCode.NOT_FOUND, 'Tāda ieraksta rindā nav.', 'There is no such entry on the list.', field);
  return entry;
}

function refuseEnded(entry: FacilityWaitingEntry, field: string): void {
  if (entry.endedOn === null) return;
  refuse(ProblemCode.WRONG_STATE, 'Persona vairs negaida.', 'The person no longer waits.', field);
}

async function refuseResident({ em, municipality, today }: Context, facility: Facility, personId: string): Promise<void> {
  const found = await em.execute(
    `select from placement where person_id = ? and facility_id = ? and municipality = ? and coalesce(ended_on, 'infinity') > ?::date limit 1`,
    [personId, facility.id, municipality, today],
  );
  if (!found.length) return;
  refuse(ProblemCode.OVERLAP, 'Personai šajā iestādē jau ir vieta.', 'The person has a place in this facility already.', 'personId');
}

function close(offer: FacilityPlaceOffer, answer: OfferAnswer, today: string): void {
  offer.answer = answer;
  offer.answeredOn = today;
}

const writeAudit = (context: Context, entry: FacilityWaitingEntry, fields: string[]) =>
  context.audit.write(context.em, {
    action: 'facility.queue.change',
    personId: entry.personId,
    object: `facility-waiting:${entry.id}`,
    fields,
  });

const waitsAlready = () =>
  problem(ProblemCode.DUPLICATE, 'Persona jau gaida uz vietu šajā iestādē.', 'The person waits for a place there already.', 'personId');
