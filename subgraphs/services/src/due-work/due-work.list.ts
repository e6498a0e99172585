import { isId } from '@atbalsts/database';
import { type Connection, type Context, decodeCursor, type PageArgs, page } from '@atbalsts/graphql';
import { DueItem, DueKind, MyDay } from './due-item.js';
import { daysLate, endOfWeek } from './due-work.rules.js';
import { dueItems } from './due-work.sql.js';

/** Which of all that is due. */
export interface DueFilter {
  /** The last day that matters. */
  until: string;
  responsibleId?: string | null;
  kind?: DueKind | null;
}

interface Row {
  kind: DueKind;
  due_on: string;
  object_id: string;
  number: string;
  person_id: string;
  responsible_id: string | null;
}

/** The most that one's own day shows of what is late, and of what is due this week. */
const mostOfADay = 200;

const condition = `items.due_on <= f.until and (f.kind is null or items.kind = f.kind)
       and (f.responsible is null or items.responsible_id = f.responsible)`;
const question = `from jsonb_to_record(?::jsonb) as f(day date, until date, kind text, responsible uuid, due date, "after" text, object uuid)
     cross join lateral (select f.day) today
     cross join lateral (select * from (${dueItems}) as listed) items
    where ${condition}`;

/** Reads what is due, the longest overdue first, with one statement. */
async function read(context: Context, filter: DueFilter, first: number, after?: string | null): Promise<DueItem[]> {
  const [due = null, kind = null, object = null] = decodeCursor(after, ['date', 'text', 'uuid']) ?? [];
  const rows: Row[] = await context.em.execute(
    `select items.kind, items.due_on::text as due_on, items.object_id, items.number, items.person_id, items.responsible_id
     ${question} and (f.due is null or (items.due_on, items.kind collate "C", items.object_id) > (f.due, f."after", f.object))
    order by items.due_on, items.kind collate "C", items.object_id limit ?`,
    [JSON.stringify({ ...asked(context, filter), due, after: kind, object }), first],
  );
  return rows.map((row) => itemOf(row, context.today));
}

/** What is due in the municipality until a day: of one employee or of all, of one kind or of every. */
export async function dueWork(context: Context, filter: DueFilter, args: PageArgs): Promise<Connection<DueItem>> {
  const rows = await read(context, filter, args.first + 1, args.after);
  return page(
    rows,
    args,
    (item) => [item.dueOn, item.kind, item.objectId],
    async () => {
      const [row]: { n: number }[] = await context.em.execute(`select count(*)::int as n ${question}`, [
        JSON.stringify(asked(context, filter)),
      ]);
      return row?.n ?? 0;
    },
  );
}

/** What is due of the employee of the token: late, and until Sunday. One statement; nothing is due of who is no employee. */
export async function myDay(context: Context): Promise<MyDay> {
  const { today, principal } = context;
  const items = principal.employee
    ? await read(context, { until: endOfWeek(today), responsibleId: principal.employee }, 2 * mostOfADay)
    : [];
  return Object.assign(new MyDay(), {
    on: today,
    overdue: items.filter(({ dueOn }) => dueOn < today).slice(0, mostOfADay),
    thisWeek: items.filter(({ dueOn }) => dueOn >= today).slice(0, mostOfADay),
  });
}

const asked = ({ today }: Context, { until, responsibleId, kind }: DueFilter) => ({
  day: today,
  until,
  kind: kind ?? null,
  // an id that is none is nobody's
  responsible: responsibleId ? (isId(responsibleId) ? responsibleId : '00000000-0000-0000-0000-000000000000') : null,
});

function itemOf({ kind, due_on, object_id, number, person_id, responsible_id }: Row, today: string): DueItem {
  return Object.assign(new DueItem(), {
    kind: DueKind[kind],
    dueOn: due_on,
    daysLate: daysLate(due_on, today),
    objectId: object_id,
    number,
    personId: person_id,
    responsibleId: responsible_id,
  });
}
