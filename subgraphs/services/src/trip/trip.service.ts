import { dayInRiga, isExclusionViolation, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, type Problem, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { Delivery, DeliveryUnit } from '../delivery/delivery.entity.js';
import { grantProblems } from '../delivery/delivery.rules.js';
import { unknownEmployees } from '../external/employee.ask.js';
import { Invalid, isBlank, repeated } from '../invalid.js';
import { knownByKey } from '../once-by-key.js';
import type { ServiceRequest } from '../service-request/service-request.entity.js';
import { requestById } from '../service-request/service-request.loader.js';
import { type RecordTripInput, Trip, TripRider } from './trip.js';

/** Everything that is wrong with a trip: it took place, and everybody rode once. */
export function tripProblems(trip: RecordTripInput, today: string): Problem[] {
  const invalid = new Invalid()
    .when(isBlank(trip.key), 'key', 'Atslēga ir tukša.', 'The key is empty.')
    .when(isBlank(trip.vehicle), 'vehicle', 'Nav norādīts transportlīdzeklis.', 'No vehicle is named.')
    .when(isBlank(trip.fromPlace), 'fromPlace', 'Nav norādīts, no kurienes.', 'It starts nowhere.')
    .when(isBlank(trip.toPlace), 'toPlace', 'Nav norādīts, uz kurieni.', 'It leads nowhere.')
    .when(trip.arrivesAt <= trip.departsAt, 'arrivesAt', 'Beigām jābūt pēc sākuma.', 'It must end after it begins.')
    .when(
      dayInRiga(trip.arrivesAt) > today,
      'arrivesAt',
      'Brauciens nevar būt noticis nākotnē.',
      'It cannot have taken place in the future.',
    );
  for (const at of repeated(trip.riders.map(({ requestId }) => requestId)))
    invalid.when(true, `riders.${at}.requestId`, 'Pasažieris jau ir sarakstā.', 'This rider is in the list already.');
  return invalid.found;
}

/**
 * Records a trip, once for its key; each rider's is a delivery of one trip on the granted request, so that it counts and is invoiced like any other.
 * Refuses INVALID, NOT_FOUND, WRONG_STATE for who is not granted the service, OVERLAP where the vehicle is on another trip: the database decides.
 */
export function recordTrip(context: Context, input: RecordTripInput): Promise<Payload<'trip', Trip>> {
  return mutate(context, 'trip', async () => {
    const { em, municipality } = context;
    const problems = tripProblems(input, context.today);
    if (problems.length) throw new Refusal(problems);
    const known = await knownByKey(context, Trip, input.key, (one) => isSame(one, input));
    if (known) return known;
    const on = dayInRiga(input.departsAt);
    const named = (['driverId', 'assistantId'] as const).flatMap((field) => (input[field] ? [{ field, id: input[field] }] : []));
    const unknown = await unknownEmployees(context, named);
    if (unknown.length) throw new Refusal(unknown);
    const requests = await ridersOf(context, input, on);
    const { key, serviceType, vehicle, departsAt, arrivesAt } = input;
    const trip = em.create(Trip, {
      id: newId(),
      municipality,
      key,
      serviceType,
      vehicle: vehicle.trim(),
      driverId: input.driverId ?? null,
      assistantId: input.assistantId ?? null,
      departsAt,
      arrivesAt,
      on,
      fromPlace: input.fromPlace.trim(),
      toPlace: input.toPlace.trim(),
      recordedBy: context.employee,
    });
    for (const request of requests) addRider(context, trip, request);
    try {
      await em.flush();
    } catch (error) {
      if (isExclusionViolation(error)) throw new Refusal([overlap]);
      throw error;
    }
    for (const { personId } of requests)
      await context.audit.write(em, { action: 'trip.record', personId, object: `trip:${trip.id}`, fields: ['riders'] });
    return trip;
  });
}

function addRider({ em, municipality, principal }: Context, trip: Trip, request: ServiceRequest): void {
  const delivery = em.create(Delivery, {
    id: newId(),
    municipality,
    referralId: null,
    organisationId: null,
    requestId: request.id,
    key: `trip:${trip.id}:${request.id}`,
    on: trip.on,
    units: 1,
    unit: DeliveryUnit.TRIP,
    recordedBy: principal.subject,
  });
  const rider = { id: newId(), municipality, tripId: trip.id, personId: request.personId, requestId: request.id, deliveryId: delivery.id };
  em.create(TripRider, rider);
}

const isSame = (known: Trip, { serviceType, vehicle, departsAt, arrivesAt }: RecordTripInput): boolean =>
  known.serviceType === serviceType &&
  known.vehicle === vehicle.trim() &&
  known.departsAt.getTime() === departsAt.getTime() &&
  known.arrivesAt.getTime() === arrivesAt.getTime();

async function ridersOf(context: Context, { riders, serviceType }: RecordTripInput, on: string): Promise<ServiceRequest[]> {
  const requests = await Promise.all(riders.map(({ requestId }) => context.load(requestById, requestId)));
  const problems = requests.flatMap((request, at) => {
    const field = `riders.${at}.requestId`;
    if (!request || request.serviceTypeCode !== serviceType) return [noRequest(field)];
    return grantProblems(on, request).map((one) => problem(one.code, one.text.lv, one.text.en, field));
  });
  const people = requests.map((request) => request?.personId ?? '');
  for (const at of repeated(people.map((id, n) => id || String(n)))) problems.push(twice(`riders.${at}.requestId`));
  if (problems.length) throw new Refusal(problems);
  return requests as ServiceRequest[];
}

const noRequest = (field: string) =>
  problem(ProblemCode.NOT_FOUND, 'Šāda pieprasījuma pēc šī pakalpojuma nav.', 'There is no such request for this service.', field);
const twice = (field: string) => problem(ProblemCode.INVALID, 'Pasažieris jau ir sarakstā.', 'This rider is in the list already.', field);
const overlap = problem(
  ProblemCode.OVERLAP,
  'Transportlīdzeklis šajā laikā ir citā braucienā.',
  'The vehicle is on another trip at that time.',
  'vehicle',
);
