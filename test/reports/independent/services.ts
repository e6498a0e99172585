import { by, type Counts, different, euro, inYear, type Records, touches } from './records.js';

/** Home care: who had it, who paid, what came in. */
export function homeCareOffice(records: Records, year: number): Counts {
  const requests = by(records.service_request.filter(({ service_type }) => service_type === 'home-care'));
  const served = new Set(
    records.delivery.filter(({ on_date }) => inYear(on_date, year)).flatMap(({ request_id }) => requests.get(request_id)?.person_id ?? []),
  );
  const firstGrant = new Map<string, string>();
  for (const { person_id, state, from_date } of requests.values()) {
    if (state !== 'GRANTED' && state !== 'ENDED') continue;
    const known = firstGrant.get(person_id);
    if (known === undefined || from_date < known) firstGrant.set(person_id, from_date);
  }
  const invoices = records.invoice.filter(({ service_type, month }) => service_type === 'home-care' && inYear(month, year));
  const receipts = records.receipt.filter(({ service_type, received_on }) => service_type === 'home-care' && inYear(received_on, year));
  const owing = (owes: boolean) => different(invoices.filter(({ amount }) => amount > 0 === owes).map(({ person_id }) => person_id));
  return {
    total: served.size,
    paid: owing(true),
    free: owing(false),
    'new-clients': [...firstGrant].filter(([person, from]) => inYear(from, year) && served.has(person)).length,
    fees: euro(receipts.map(({ amount }) => amount)),
  };
}

/** Assistants: contracts that hold, and monthly reports. */
export function assistantSector(records: Records, year: number): Counts {
  const held = records.assistant_contract.filter(({ from_date, until_date }) => touches(from_date, until_date, year));
  const births = new Map(records.person.map(({ id, birth_date }) => [id, Number(birth_date.slice(0, 4))]));
  const age = (person: string) => year - (births.get(person) ?? Number.NaN);
  return {
    recipients: different(held.map(({ person_id }) => person_id)),
    'children-5-17': different(held.map(({ person_id }) => person_id).filter((person) => age(person) >= 5 && age(person) <= 17)),
    assistants: different(held.map(({ assistant_id }) => assistant_id)),
    'approved-reports': records.assistant_report.filter(({ state, decided_on }) => state === 'APPROVED' && inYear(decided_on, year)).length,
    contracts: records.assistant_contract.filter(({ concluded_on }) => inYear(concluded_on, year)).length,
  };
}

/** Rehabilitation programmes: who was there, and how often anybody was. */
export function rehabilitationProgrammes(records: Records, year: number): Counts {
  const programmes = by(records.programme);
  const sessions = by(records.programme_session);
  const visits = records.session_attendance.flatMap(({ session_id, person_id, attended }) => {
    const session = sessions.get(session_id);
    if (!attended || !session || !inYear(session.on_date, year)) return [];
    return [{ person: person_id, programme: programmes.get(session.programme_id)?.code, inGroup: session.group_id !== null }];
  });
  const counts: Counts = {};
  for (const [row, programme, inGroup] of [
    ['step-by-step-groups', 'step-by-step', true],
    ['step-by-step-individual', 'step-by-step', false],
    ['kitchen-groups', 'kitchen', true],
    ['kitchen-individual', 'kitchen', false],
    ['music', 'music', null],
    ['we-can', 'we-can', null],
    ['active-and-cheerful', 'active-and-cheerful', null],
  ] as const) {
    const found = visits.filter((visit) => visit.programme === programme && (inGroup === null || visit.inGroup === inGroup));
    counts[row] = different(found.map(({ person }) => person));
    counts[`${row}-sessions`] = found.length;
  }
  return counts;
}
