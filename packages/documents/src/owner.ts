import type { BatchLoad } from '@atbalsts/graphql';
import type { OwnerKind } from './owner-kind.js';

/** A record of a domain, as far as its documents go. */
export interface OwnerRecord {
  id: string;
  municipality: string;
  /** Whose record. */
  personId: string;
  /** Whether a document may be attached now. */
  takesMore: boolean;
  /** Whether its documents may be discarded: not while something decided rests on them. */
  letsDiscard: boolean;
}

/** How a domain lets documents be attached to one kind of its records. Declare it once, at module level. */
export interface DocumentOwner {
  kind: OwnerKind;
  /** Records by id; null for one that is not the principal's to see. */
  byId: BatchLoad<string, OwnerRecord | null>;
  /** SQL over the domain's tables that gives `owner_id` and `closed_on` of every record; null while it is open. The retention counts from that day. */
  closedOn: string;
}
