import type { GraphQLError } from 'graphql';

type Path = readonly (string | number)[];

/** Places below a place of the answer. */
interface Below {
  /** Whether an error stands here. */
  ends: boolean;
  readonly next: Map<string | number, Below>;
}

/**
 * Says of a place of the answer whether an error of a subgraph already tells why it is empty: one stands there, above or below; or on the same fields of
 * another entry of a list where one error speaks for all; or one stands nowhere, and may be about anything. The errors are looked through once: the work
 * grows with errors and places, not with their product.
 */
export function explainedBy(errors: readonly GraphQLError[]): (path: Path) => boolean {
  if (errors.some(({ path }) => !path)) return () => true;
  const [exact, byNames] = [emptyPlace(), emptyPlace()];
  for (const { path = [], extensions } of errors) {
    note(exact, path);
    if (typeof extensions.objects === 'number') note(byNames, names(path));
  }
  return (path) => isRelated(exact, path) || isRelated(byNames, names(path));
}

const emptyPlace = (): Below => ({ ends: false, next: new Map() });

function note(root: Below, path: Path): void {
  let at = root;
  for (const segment of path) {
    let below = at.next.get(segment);
    if (!below) {
      below = emptyPlace();
      at.next.set(segment, below);
    }
    at = below;
  }
  at.ends = true;
}

/** Whether a noted path begins with this one, or this one with a noted path. */
function isRelated(root: Below, path: Path): boolean {
  let at = root;
  for (const segment of path) {
    if (at.ends) return true;
    const below = at.next.get(segment);
    if (!below) return false;
    at = below;
  }
  return at.ends || at.next.size > 0;
}

const names = (path: Path): Path => path.filter((segment) => typeof segment === 'string');
