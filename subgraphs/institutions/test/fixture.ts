import type { Principal } from '@atbalsts/auth';
import { newId } from '@atbalsts/database';
import type { SubgraphRequest } from '@atbalsts/graphql';
import { daugavpils, type OtherDomains, type TestSubgraph } from '@atbalsts/testing';

/** What a facility of a test is like. */
export interface FacilitySpec {
  kind?: string;
  beds?: number;
  capacity?: number;
  registeredUntil?: string;
  municipality?: string;
}

/** Puts up a facility with beds 1-1, 1-2 ..., a capacity and a registration; gives its id. */
export async function facility(town: TestSubgraph, spec: FacilitySpec = {}): Promise<string> {
  const { kind = 'SHELTER', beds = 3, capacity = beds, registeredUntil = '2029-01-01', municipality = daugavpils } = spec;
  const id = newId();
  await town.sql('insert into facility (id, municipality, name, kind, address) values ($1, $2, $3, $4, $5)', [
    id,
    municipality,
    'Patversme',
    kind,
    'Parauga iela 1',
  ]);
  await town.sql('insert into facility_capacity (id, municipality, facility_id, capacity, from_date) values ($1, $2, $3, $4, $5)', [
    newId(),
    municipality,
    id,
    capacity,
    '2020-01-01',
  ]);
  await town.sql(
    `insert into provider_registration (id, municipality, facility_id, number, service_type, valid_from, valid_to)
     values ($1, $2, $3, 'R-1', 'shelter', $4::date - interval '5 years', $4)`,
    [newId(), municipality, id, registeredUntil],
  );
  for (let n = 1; n <= beds; n++) {
    await town.sql('insert into facility_place (id, municipality, facility_id, room, bed, from_date) values ($1, $2, $3, $4, $5, $6)', [
      newId(),
      municipality,
      id,
      '1',
      String(n),
      '2020-01-01',
    ]);
  }
  return id;
}

/** What the other domains answer in these tests: the registry knows everybody but `stranger`; services knows the requests it is given. */
export function others(requests: Record<string, object> = {}, stranger?: string): OtherDomains {
  return {
    registry: ({ variables }: SubgraphRequest) => ({ data: { person: variables?.id === stranger ? null : { id: variables?.id } } }),
    services: ({ variables }: SubgraphRequest) => ({ data: { serviceRequest: requests[String(variables?.id)] ?? null } }),
  };
}

const shown = `placement { id version place from until endedOn destination accommodation emergency funding admittedOn confirmedOn confirmationDue
  continues { id endedOn destination } extensions { agreedOn until } activities { kind on } person { id } facility { id kind } }
  problems { code field message(language: EN) }`;

/** The mutation that admits. */
export const admission = `mutation($i: AdmitInput!) { admit(input: $i) { placement { id version place from until endedOn accommodation emergency funding person { id } facility { kind } } problems { code field message(language: EN) } } }`;

/** The mutations that change a placement, by name. */
export const changes = {
  confirmPlacement: `mutation($id: ID!, $version: Int!) { done: confirmPlacement(id: $id, version: $version) { ${shown} } }`,
  extendPlacement: `mutation($i: ExtendPlacementInput!) { done: extendPlacement(input: $i) { ${shown} } }`,
  transfer: `mutation($i: TransferInput!) { done: transfer(input: $i) { ${shown} } }`,
  discharge: `mutation($i: DischargeInput!) { done: discharge(input: $i) { ${shown} } }`,
  cancelReservation: `mutation($id: ID!, $version: Int!) { done: cancelReservation(id: $id, version: $version) { ${shown} } }`,
  recordPlacementActivity: `mutation($i: RecordPlacementActivityInput!) { done: recordPlacementActivity(input: $i) { ${shown} } }`,
} as const;

/** Admits somebody as an emergency on a day and gives the placement. */
export async function admitted(
  town: TestSubgraph,
  principal: Principal,
  facilityId: string,
  more: object = {},
): Promise<{ id: string; version: number; place: string; person: { id: string } }> {
  const input = { personId: newId(), facilityId, from: '2026-10-01', funding: 'MUNICIPAL', emergency: 'Zaudēta dzīvesvieta', ...more };
  const { data } = await town.ask(principal, admission, { i: input });
  if (data.admit.problems.length) throw new Error(JSON.stringify(data.admit.problems));
  return data.admit.placement;
}

/** The problems of a payload as `CODE field`. */
export const refusals = (payload: { problems: { code: string; field: string | null }[] }): string[] =>
  payload.problems.map(({ code, field }) => `${code} ${field}`);
