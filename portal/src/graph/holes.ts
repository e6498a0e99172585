import type { Fault } from './faults.js';

/**
 * Faults that empty a field: those told of the field itself, of something above it, or of the whole answer. A fault deeper down leaves the field
 * there, with a smaller hole in it.
 */
export function faultsAt(faults: readonly Fault[], path: string): readonly Fault[] {
  return faults.filter((fault) => fault.path === '' || path === fault.path || path.startsWith(`${fault.path}.`));
}

/**
 * Whether a field came empty although only something below it failed: a field that may not be null takes what holds it with it. Lists are not
 * looked into.
 */
export function isEmptied(data: unknown, path: string): boolean {
  let value: unknown = data;
  for (const step of path.split('.')) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
    value = (value as Record<string, unknown>)[step];
  }
  return value === null;
}
