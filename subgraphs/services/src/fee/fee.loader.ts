import { idsAmong, isId } from '@atbalsts/database';
import { type BatchLoad, type Connection, type Context, decodeCursor, inOrder, type PageArgs, page } from '@atbalsts/graphql';
import { personRef } from '../external/person.js';
import { Invoice } from './fee.entity.js';
import { settle } from './fee.rules.js';
import { FeeAccount, FeeArrears, FeeRule } from './fee.types.js';

const ruleColumns = `service_type as "serviceTypeCode", valid_from::text as "validFrom", valid_until::text as "validUntil", unit, unit_price::float8 as "unitPrice",
  bands, keeps::float8 as keeps, ceiling::float8 as ceiling, due_days as "dueDays", citation, assumed`;

/** Every fee rule of the municipality, also those that no longer hold. */
export async function feeRulesOf({ em, municipality }: Context): Promise<FeeRule[]> {
  const rows: object[] = await em.execute(`select ${ruleColumns} from fee_rule where municipality = ? order by service_type, valid_from`, [
    municipality,
  ]);
  return rows.map((row) => Object.assign(new FeeRule(), row));
}

/** The fee rule of the municipality for a service on a day; null where there is none. */
export async function feeRuleOn({ em, municipality }: Context, serviceType: string, on: string): Promise<FeeRule | null> {
  const [row]: object[] = await em.execute(
    `select ${ruleColumns} from fee_rule where municipality = ? and service_type = ? and daterange(valid_from, valid_until) @> ?::date`,
    [municipality, serviceType, on],
  );
  return row ? Object.assign(new FeeRule(), row) : null;
}

/** Invoices by id; null for one that is not the principal's to see. */
export const invoiceById: BatchLoad<string, Invoice | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Invoice, { id: { $in: idsAmong(ids) } }), (invoice) => invoice.id);

/** What is paid of invoices, by id: receipts pay the oldest invoice of the client and service first. One statement for all. */
export const paidOf: BatchLoad<string, number> = async ({ em }, ids) => {
  const rows: { id: string; paid: number }[] = await em.execute(
    `select id, greatest(0, least(amount, received - before))::float8 as paid
       from (select i.id, i.amount, coalesce(sum(i.amount) over (partition by i.person_id, i.service_type order by i.month
                      rows between unbounded preceding and 1 preceding), 0) as before,
                    (select coalesce(sum(r.amount), 0) from receipt r
                      where r.municipality = i.municipality and r.person_id = i.person_id and r.service_type = i.service_type) as received
               from invoice i
              where (i.person_id, i.service_type) in (select person_id, service_type from invoice
                     where id in (select value::uuid from jsonb_array_elements_text(?::jsonb)))) account`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(rows.map(({ id, paid }) => [id, paid]));
  return ids.map((id) => byId.get(id) ?? 0);
};

/** The account of a client for a service: all that was invoiced and paid. */
export async function accountOf({ em }: Context, personId: string, serviceType: string): Promise<FeeAccount> {
  const [row]: { invoiced: number; received: number }[] = isId(personId)
    ? await em.execute(
        `select (select coalesce(sum(amount), 0)::float8 from invoice where person_id = ? and service_type = ?) as invoiced,
                (select coalesce(sum(amount), 0)::float8 from receipt where person_id = ? and service_type = ?) as received`,
        [personId, serviceType, personId, serviceType],
      )
    : [];
  const { invoiced, paid, owed, credit } = settle([row?.invoiced ?? 0], row?.received ?? 0);
  return Object.assign(new FeeAccount(), { invoiced, paid, owed, credit });
}

/** Of each client and service: what of the invoices that were to be paid before a day is not, and since when. */
const behind = `
  select person_id, service_type, (max(upto) - received)::float8 as amount, min(due_on) filter (where upto > received) as since
    from (select i.person_id, i.service_type, i.due_on, sum(i.amount) over (partition by i.person_id, i.service_type order by i.month) as upto,
                 (select coalesce(sum(r.amount), 0) from receipt r where r.municipality = i.municipality and r.person_id = i.person_id
                     and r.service_type = i.service_type and r.received_on <= ?::date) as received
            from invoice i where i.due_on < ?::date) due
   group by person_id, service_type, received having max(upto) > received`;

/** Clients behind with paying on a day, the longest first. */
export async function arrearsOn({ em }: Context, on: string, args: PageArgs): Promise<Connection<FeeArrears>> {
  const [since, person, service] = decodeCursor(args.after, ['date', 'uuid', 'text']) ?? [null, null, null];
  const rows: { person_id: string; service_type: string; amount: number; since: string }[] = await em.execute(
    `select person_id, service_type, amount, since::text as since from (${behind}) b
      where ?::date is null or (since, person_id, service_type) > (?::date, ?::uuid, ?::text)
      order by b.since, person_id, service_type limit ?`,
    [on, on, since, since, person, service, args.first + 1],
  );
  const arrears = rows.map((row) =>
    Object.assign(new FeeArrears(), {
      personId: row.person_id,
      person: personRef(row.person_id),
      serviceTypeCode: row.service_type,
      amount: row.amount,
      since: row.since,
    }),
  );
  return page(
    arrears,
    args,
    (one) => [one.since, one.personId, one.serviceTypeCode],
    async () => {
      const [count]: { n: number }[] = await em.execute(`select count(*)::int as n from (${behind}) b`, [on, on]);
      return count?.n ?? 0;
    },
  );
}
