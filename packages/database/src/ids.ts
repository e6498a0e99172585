import { v7 } from 'uuid';

/** A new identifier: UUID version 7, so that keys made one after another lie side by side in an index. */
export function newId(): string {
  return v7();
}
