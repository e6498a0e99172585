import { isUUID } from 'class-validator';

/** Those that can be ids at all: the database would refuse the whole question for one that is none, and nobody has such a record anyway. */
export const uuids = (ids: readonly string[]): string[] => ids.filter((id) => isUUID(id, 'all'));
