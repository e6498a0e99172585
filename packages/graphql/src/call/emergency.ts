import { isId } from '@atbalsts/database/ids';

/** The id in a header `x-emergency-access`; a text that can be none is kept as one that never holds, so that the request is refused and not quietly an ordinary one. */
export function readEmergency(header: string | readonly string[] | undefined): string | null {
  if (header === undefined || header === '') return null;
  return typeof header === 'string' && isId(header) ? header.toLowerCase() : 'invalid';
}
