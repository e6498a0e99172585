import { BadInput, type Context } from '@atbalsts/graphql';
import { serviceTypeByCode } from '../service-type/service-type.loader.js';
import { WaitingListEntry } from './waiting-list-entry.entity.js';

/** Who waits for a service in the municipality, the next first. Two of the same urgency and day are ordered by their entry. */
export async function waitingList(context: Context, serviceType: string): Promise<WaitingListEntry[]> {
  if (!(await context.load(serviceTypeByCode, serviceType))) {
    throw new BadInput('serviceType is not a code of the catalogue', 'serviceType nav pakalpojumu kataloga kods', 'serviceType');
  }
  const { em, municipality } = context;
  const rows: ({ position: number } & Record<string, unknown>)[] = await em.execute(
    `select e.*, row_number() over (order by e.urgency, e.since_date, e.id)::int as position
       from waiting_list_entry e join service_request r on r.id = e.request_id
      where e.left_on is null and r.service_type = ? and e.municipality = ?
      order by position`,
    [serviceType, municipality],
  );
  return rows.map(({ position, ...row }) => Object.assign(em.map(WaitingListEntry, row), { place: position }));
}
