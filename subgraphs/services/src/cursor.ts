import { decodeCursor } from '@atbalsts/graphql';

/** Where a page of a list by day or moment goes on: after the entry with this value and id; both null for the first page. */
export interface ReadCursor {
  value: string | null;
  id: string | null;
}

/** Reads a cursor of a list that is ordered by a day or a moment, then by id; what this service never gave out is bad input. */
export function readCursor(after: string | null | undefined): ReadCursor {
  const [value, id] = decodeCursor(after, ['moment', 'uuid']) ?? [null, null];
  return { value, id };
}
