import type { GraphQLError } from 'graphql';

type Path = readonly (string | number)[];

/**
 * Whether an error of a subgraph already says why a place of the answer is empty: it stands there, above or below; or on the same fields of another
 * entry of a list where one error speaks for all; or it stands nowhere, and may be about anything.
 */
export function isExplained(path: Path, errors: readonly GraphQLError[]): boolean {
  return errors.some((error) => {
    if (!error.path) return true;
    if (related(error.path, path)) return true;
    return typeof error.extensions.objects === 'number' && related(names(error.path), names(path));
  });
}

/** Whether one path begins with the other. */
function related(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) if (one[index] !== other[index]) return false;
  return true;
}

const names = (path: Path): Path => path.filter((segment) => typeof segment === 'string');
