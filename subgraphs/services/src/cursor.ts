import { isId } from '@atbalsts/database';
import { BadInput, decodeCursor } from '@atbalsts/graphql';

const moment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z)?$/;

/** Where a page of a list by day or moment goes on: after the entry with this value and id; both null for the first page. */
export interface ReadCursor {
  value: string | null;
  id: string | null;
}

/** Reads a cursor of a list that is ordered by a day or a moment, then by id; what this service never gave out is bad input. */
export function readCursor(after: string | null | undefined): ReadCursor {
  const read = decodeCursor(after, 2);
  if (!read) return { value: null, id: null };
  const [value, id] = read.map(String);
  if (value && id && moment.test(value) && !Number.isNaN(Date.parse(value)) && isId(id)) return { value, id };
  throw new BadInput('after is not a cursor this list gave out', 'after nav šī saraksta dots kursors', 'after');
}
