import { BadInput, decodeCursor } from '@atbalsts/graphql';
import { TimelineKind } from './timeline-entry.js';

/** Where a timeline goes on: after the entry of this moment, kind and record; all null for the first page. */
export interface TimelineCursor {
  moment: string | null;
  kind: string | null;
  objectId: string | null;
}

/** Reads the cursor of a timeline; what this service never gave out is bad input. */
export function readTimelineCursor(after: string | null): TimelineCursor {
  const read = decodeCursor(after, ['moment', 'text', 'uuid']);
  if (!read) return { moment: null, kind: null, objectId: null };
  const [moment, kind, objectId] = read;
  if (/T.*\.\d{6}Z$/.test(moment) && Object.hasOwn(TimelineKind, kind)) return { moment, kind, objectId };
  throw new BadInput('after is not a cursor this timeline gave out', 'after nav šīs notikumu gaitas dots kursors', 'after');
}
