import { v7 } from 'uuid';

/** A new identifier: UUID version 7, so that keys made one after another lie side by side in an index. */
export function newId(): string {
  return v7();
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text that a client sent as an id can be one. Anything else names nothing, and must not reach a uuid column. */
export const isId = (text: string): boolean => uuid.test(text);

/** Those of the texts that can be ids: what is none names nothing, and is no reason for the database to refuse the whole statement. */
export const idsAmong = (texts: readonly string[]): string[] => texts.filter(isId);
