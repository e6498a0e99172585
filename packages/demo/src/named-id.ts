import { hash } from 'node:crypto';
import { parse } from 'uuid';

/**
 * UUIDs of version 5 (RFC 9562 section 5.5) of one namespace: the same as those of the `uuid` package, which reads the namespace and copies the name byte by
 * byte each time; the demo makes half a million.
 * @param namespace a UUID
 */
export function namedIds(namespace: string): (name: string) => string {
  const space = Buffer.from(parse(namespace));
  return (name) => {
    const bytes = hash('sha1', Buffer.concat([space, Buffer.from(name)]), 'buffer');
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = bytes.toString('hex', 0, 16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}
