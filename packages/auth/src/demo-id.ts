import { v5 as uuidV5 } from 'uuid';

/** The namespace of all demo ids; made up once, never to change. */
const namespace = '6f0a4b5e-52b1-4c39-9d0e-7a1c5b3e8f24';

/**
 * The id of a thing in the demo municipality that tokens and tests must know before it exists: the same on every machine (UUID version 5,
 * RFC 9562 section 5.5). Real records get version 7 ids and can never collide with these.
 * @param kind what it is: 'employee', 'organisation', 'unit'
 * @param key its name within the kind: a persona, 'ngo-a'
 */
export function demoId(kind: string, key: string): string {
  return uuidV5(`${kind}:${key}`, namespace);
}
