import { newId } from '@atbalsts/database';
import { type Context, ProblemCode, refuse } from '@atbalsts/graphql';
import { serviceTermOn } from '@atbalsts/reference';
import { LockMode } from '@mikro-orm/core';
import { ServiceRequest, ServiceRequestState } from '../service-request/service-request.entity.js';
import { type FreePlace, PlaceOffer, PlaceOfferState } from './place-offer.entity.js';
import { answerByOf } from './place-offer.rules.js';

/** Those who offer or answer for places of one service of a town wait for one another until the transaction ends. */
export async function holdPlaces({ em, municipality }: Context, serviceType: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`free places of ${municipality} ${serviceType}`]);
}

/**
 * Offers an open place to the first who waits for the service: by urgency, then date, without those who were offered this place before and those who have
 * another offer open or accepted. Offers whose last day is over are written down as lapsed first. Null where nobody is left. Call `holdPlaces` before; two
 * unique indexes hold whatever else may come: one place to one at a time, one at a time to one. Refuses RULE_MISSING where no term to answer is known.
 */
export async function offerToNext(context: Context, place: FreePlace): Promise<PlaceOffer | null> {
  const { em, municipality, employee, today } = context;
  const term = serviceTermOn('OFFER_ANSWER', today);
  if (!term) refuse(ProblemCode.RULE_MISSING, `Nav zināms atbildes termiņš uz ${today}.`, `No term to answer is known for ${today}.`);
  await writeLapses(context, place.serviceTypeCode);
  const next = await nextWaiting(context, place);
  if (!next) return null;
  const offer = em.create(PlaceOffer, {
    id: newId(),
    municipality,
    placeId: place.id,
    entryId: next.entryId,
    requestId: next.request.id,
    personId: next.request.personId,
    offeredOn: today,
    offererId: employee,
    answerBy: answerByOf(today, term),
    recorded: PlaceOfferState.OFFERED,
    answeredOn: null,
    reason: null,
  } as never);
  await em.flush();
  await context.audit.write(em, {
    action: 'place.offer',
    personId: offer.personId,
    object: `place-offer:${offer.id}`,
    fields: ['place', 'answerBy'],
  });
  return offer;
}

/** Writes down what the day has decided already: offers of the service that nobody answered in time. */
async function writeLapses(context: Context, serviceType: string): Promise<void> {
  const { em, municipality, today } = context;
  const lapsed: { id: string; person_id: string }[] = await em.execute(
    `update place_offer o set state = 'LAPSED', version = o.version + 1 from free_place p
      where p.id = o.place_id and p.service_type = ? and o.municipality = ? and o.state = 'OFFERED' and o.answer_by < ? returning o.id, o.person_id`,
    [serviceType, municipality, today],
  );
  for (const { id, person_id } of lapsed)
    await context.audit.write(em, { action: 'place.offer', personId: person_id, object: `place-offer:${id}`, fields: ['state'] });
}

interface Next {
  entryId: string;
  request: ServiceRequest;
}

/** The first who waits and can be offered the place, with the request held: a decision on it that is just being made is waited for, and looked at again. */
async function nextWaiting({ em, municipality }: Context, place: FreePlace): Promise<Next | null> {
  const passed: string[] = [];
  for (;;) {
    const [first]: { id: string; request_id: string }[] = await em.execute(
      `select e.id, e.request_id from waiting_list_entry e join service_request r on r.id = e.request_id
        where e.left_on is null and e.municipality = ? and r.service_type = ? and r.state = 'WAITING'
          and e.id not in (select value::uuid from jsonb_array_elements_text(?::jsonb))
          and not exists (select from place_offer o where o.entry_id = e.id and (o.place_id = ? or o.state in ('OFFERED', 'ACCEPTED')))
        order by e.urgency, e.since_date, e.id limit 1`,
      [municipality, place.serviceTypeCode, JSON.stringify(passed), place.id],
    );
    if (!first) return null;
    const request = await em.findOne(ServiceRequest, { id: first.request_id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    if (request?.state === ServiceRequestState.WAITING) return { entryId: first.id, request };
    passed.push(first.id);
  }
}
