import type { Fault } from './faults.js';

/**
 * Faults that empty a field: those told of the field itself, of something above it, or of the whole answer. A fault deeper down leaves the field
 * there, with a smaller hole in it.
 */
export function faultsAt(faults: readonly Fault[], path: string): readonly Fault[] {
  return faults.filter((fault) => fault.path === '' || path === fault.path || path.startsWith(`${fault.path}.`));
}
