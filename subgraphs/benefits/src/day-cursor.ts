import { isId, isIsoDate } from '@atbalsts/database';
import { BadInput, decodeCursor } from '@atbalsts/graphql';

/** Where a page of a list ordered by a day and an id begins: after this entry. */
export interface DayCursor {
  day: string;
  id: string;
}

/** Reads the cursor of a list ordered by a day and an id; null for the first page. @throws BadInput for what this list did not give out */
export function dayCursor(after: string | null | undefined): DayCursor | null {
  const values = decodeCursor(after, 2);
  if (!values) return null;
  const [day, id] = values.map(String) as [string, string];
  if (!isIsoDate(day) || !isId(id))
    throw new BadInput('after is not a cursor this list gave out', 'after nav šī saraksta dots kursors', 'after');
  return { day, id };
}
