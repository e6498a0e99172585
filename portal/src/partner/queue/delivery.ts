import type { Label } from '../../format/format.js';

/** How far a delivery on this machine has come: it waits for the line, the graph has it, or the graph refused it. */
export type QueueState = 'WAITING' | 'SENT' | 'REFUSED';

/**
 * A delivery as it waits on this machine. It says nothing of the client: the referral's id and what was delivered, which is what the graph must be
 * sent. Kept in the browser's IndexedDB until the graph has answered.
 */
export interface QueuedDelivery {
  /** Made in the browser when the form was opened: the graph counts one delivery for it, however often it is sent. */
  key: string;
  /** Subject of the token of whoever wrote it; nobody else's session sends it. */
  subject: string;
  /** Null once the client has withdrawn the consent: then the note stays and the client is forgotten. */
  referralId: string | null;
  /** Name of the service, in both languages, for the list of what waits. */
  service: Label;
  /** The day of the delivery, `YYYY-MM-DD`. */
  on: string;
  units: number;
  unit: string;
  /** When it was written, RFC 3339. */
  writtenAt: string;
  state: QueueState;
  /** How often it was sent. */
  attempts: number;
  /** When the graph answered, RFC 3339; null while it waits. */
  answeredAt: string | null;
  /** What the graph said on refusing. */
  refusal: { code: string; text: Label } | null;
}

/** What is typed into the form. */
export type DeliveryDraft = Pick<QueuedDelivery, 'key' | 'service' | 'on' | 'units' | 'unit'> & { referralId: string };

/** What came of sending one. */
export type Outcome =
  | { kind: 'SENT' }
  /** Refused on the merits: the same again would be refused again. */
  | { kind: 'REFUSED'; code: string; text: Label }
  /** No answer, or a part of the system is away: the same key is sent again. */
  | { kind: 'LATER' };
