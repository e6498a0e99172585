import { BadInput, decodeCursor } from '@atbalsts/graphql';
import { TimelineKind } from './timeline-entry.js';

/** Where a timeline goes on: after the entry of this day, moment of recording, kind and record; all null for the first page. */
export interface TimelineCursor {
  day: string | null;
  moment: string | null;
  kind: string | null;
  objectId: string | null;
}

/** Reads the cursor of a timeline; what this service never gave out is bad input. */
export function readTimelineCursor(after: string | null): TimelineCursor {
  const read = decodeCursor(after, ['date', 'moment', 'text', 'uuid']);
  if (!read) return { day: null, moment: null, kind: null, objectId: null };
  const [day, moment, kind, objectId] = read;
  if (/T.*\.\d{6}Z$/.test(moment) && Object.hasOwn(TimelineKind, kind)) return { day, moment, kind, objectId };
  throw new BadInput('after is not a cursor this timeline gave out', 'after nav šīs notikumu gaitas dots kursors', 'after');
}
