import { isId } from '@atbalsts/database';
import { type BatchLoad, type Connection, type Context, page } from '@atbalsts/graphql';
import type { ChildPageKey } from '../child-pages.js';
import { readTimelineCursor } from './timeline.cursor.js';
import { eventsFor } from './timeline.records.js';
import { type TitleParts, titleOf } from './timeline.titles.js';
import { TimelineDomain, TimelineEntry, TimelineKind } from './timeline-entry.js';

interface Row extends TitleParts {
  asked: number;
  domain: TimelineDomain;
  day: string;
  moment: string;
  object_id: string;
}

/** Pages of timelines, newest first: one statement for all persons asked, over all domains. */
const entriesOf: BatchLoad<ChildPageKey, TimelineEntry[]> = async (context, keys) => {
  const wanted = keys.flatMap(({ parentId, first, after }, asked) =>
    isId(parentId) ? [{ asked, person: parentId, first: first + 1, ...readTimelineCursor(after) }] : [],
  );
  const rows: Row[] = await context.em.execute(
    `select person.asked, e.kind, e.domain, e.day::text as day, to_char(e.recorded at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment, e.object_id,
            e.number, e.code, e.decision, t.name_lv as service_lv, t.name_en as service_en
       from jsonb_to_recordset(?::jsonb) as wanted(asked int, person uuid, first int, day date, moment timestamptz, kind text, "objectId" uuid)
      cross join lateral (select wanted.asked, wanted.person as id) person
      cross join lateral (
        select * from (${eventsFor(context)}
        ) events
         where wanted.day is null
            or (events.day, events.recorded, events.kind collate "C", events.object_id) < (wanted.day, wanted.moment, wanted.kind, wanted."objectId")
         order by events.day desc, events.recorded desc, events.kind collate "C" desc, events.object_id desc limit wanted.first) e
       left join service_type t on t.code = e.service_type
      order by person.asked, e.day desc, e.recorded desc, e.kind collate "C" desc, e.object_id desc`,
    [JSON.stringify(wanted)],
  );
  const found = keys.map((): TimelineEntry[] => []);
  for (const row of rows) found[row.asked]?.push(entryOf(row));
  return found;
};

const countOf: BatchLoad<string, number> = async (context, ids) => {
  const rows: { id: string; n: number }[] = await context.em.execute(
    `select person.id, (select count(*)::int from (${eventsFor(context)}) events) as n
       from (select distinct value::uuid as id from jsonb_array_elements_text(?::jsonb)) person`,
    [JSON.stringify(ids.filter(isId))],
  );
  return ids.map((id) => rows.find((row) => row.id === id.toLowerCase())?.n ?? 0);
};

/** The timeline of a person as a page. A cursor names an entry's place in the order, so that what arrives meanwhile shifts nothing. */
export async function timelineOf(context: Context, key: ChildPageKey): Promise<Connection<TimelineEntry>> {
  readTimelineCursor(key.after); // a broken one is this field's error alone, not that of all the persons read with it
  const rows = await context.load(entriesOf, key);
  return page(
    rows,
    key,
    (entry) => [entry.at, entry.moment, entry.kind, entry.objectId],
    () => context.load(countOf, key.parentId),
  );
}

function entryOf(row: Row): TimelineEntry {
  return Object.assign(new TimelineEntry(), {
    at: row.day,
    kind: TimelineKind[row.kind],
    domain: TimelineDomain[row.domain],
    objectId: row.object_id,
    words: titleOf(row),
    moment: row.moment,
    recordedAt: row.moment.startsWith('1970-01-01T00:00:00') ? null : new Date(row.moment),
  });
}
