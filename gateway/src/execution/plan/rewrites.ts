import type { FetchDataRewrite } from '@apollo/query-planner';
import type { Data } from './merge.js';
import type { TypeMatch } from './types.js';

/** Changes data that the request alone holds. */
export type Rewrite = (data: Data) => void;

/**
 * The rewrites of a fetch as one function: `KeyRenamer` gives a value the name that its alias stands for, `ValueSetter` sets one, as the name of an
 * interface for a subgraph that knows the interface as an object.
 */
export function compileRewrites(rewrites: readonly FetchDataRewrite[] | undefined, match: TypeMatch): Rewrite | null {
  if (!rewrites?.length) return null;
  const steps = rewrites.map((rewrite) => compileOne(rewrite, match));
  return (data) => {
    for (const step of steps) step(data);
  };
}

function compileOne(rewrite: FetchDataRewrite, match: TypeMatch): Rewrite {
  const path = rewrite.path.map((segment) => segment.replace(/\[\]$|^@$/, '')).filter(Boolean);
  const last = path.at(-1);
  if (last === undefined || last.startsWith('... on ') || last === '__proto__') return () => {};
  const change: Rewrite =
    rewrite.kind === 'ValueSetter'
      ? (data) => {
          data[last] = rewrite.setValueTo;
        }
      : (data) => {
          if (!(last in data)) return;
          data[rewrite.renameKeyTo] = data[last];
          delete data[last];
        };
  return path.slice(0, -1).reduceRight<Rewrite>((inner, segment) => step(segment, inner, match), each(change));
}

/** One segment of a path: a type condition, or the field to go into. */
function step(segment: string, inner: Rewrite, match: TypeMatch): Rewrite {
  const condition = /^\.\.\. on (.+)$/.exec(segment)?.[1];
  if (condition === undefined) return each((data) => into(data[segment], inner));
  return each((data) => {
    if (typeof data.__typename === 'string' && match(condition, data.__typename)) inner(data);
  });
}

/** A change of an object as one of whatever stands there. */
const each =
  (change: Rewrite): Rewrite =>
  (data) =>
    into(data, change);

function into(value: unknown, change: Rewrite): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const item of value) into(item, change);
  else change(value as Data);
}
