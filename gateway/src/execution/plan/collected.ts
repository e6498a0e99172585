import type { Data } from './merge.js';
import { type AnswerPath, type CompiledPath, objectsAt, placesOf } from './paths.js';
import type { OfType, Representer } from './representations.js';
import type { TypeMatch } from './types.js';

/** One place of a plan from which a fetch takes entities: several where fetches that ask the same were joined. */
export interface Source {
  readonly path: CompiledPath;
  readonly representer: Representer;
}

/** The entities that a fetch asks about, each once. */
export interface Collected {
  /** What is sent, without repetition. */
  readonly representations: Data[];
  /** The same as a text, where it is in an order of its own; null otherwise. */
  readonly text: string | null;
  /** The objects that wait for an answer, source by source in the order of the answer. */
  readonly targets: readonly { source: Source; objects: Data[]; indices: number[] }[];
}

/**
 * Collects the entities at the sources of a fetch. Two that are told apart by nothing that is sent are asked about once.
 * @param inOrder whether they are asked about in an order of their own, wherever in the answer they stand: so that two fetches that ask the same of
 *   the same entities send the same
 */
export function collectEntities(data: unknown, sources: readonly Source[], match: TypeMatch, inOrder: boolean): Collected {
  const representations: Data[] = [];
  const known = new Known();
  const targets = sources.map((source) => {
    const found = objectsAt(data, source.path, match);
    const objects: Data[] = [];
    const indices: number[] = [];
    // Most lists are of one type.
    let typename: unknown;
    let ofType: OfType | null = null;
    let ofKey: Map<unknown, number> | null = null;
    for (let at = 0; at < found.length; at++) {
      const object = found[at] as Data;
      if (object.__typename !== typename) {
        typename = object.__typename;
        ofType = typeof typename === 'string' ? source.representer.of(typename) : null;
        ofKey = ofType?.key ? known.byKeyOf(ofType.kind) : null;
      }
      if (!ofType) continue;
      const value = ofKey ? object[ofType.key as string] : undefined;
      // An object as a key is told apart by its fields.
      const map = ofKey && (typeof value !== 'object' || value === null) ? ofKey : null;
      let index = map?.get(value);
      if (index === undefined) {
        const representation = ofType.represent(object);
        if (!representation) continue;
        index = known.indexOf(map, map ? value : JSON.stringify(representation), representations.length);
        if (index === representations.length) representations.push(representation);
      }
      objects.push(object);
      indices.push(index);
    }
    return { source, objects, indices };
  });
  return inOrder ? ordered(representations, targets) : { representations, text: null, targets };
}

/** The same, with the representations in the order of their texts. */
function ordered(representations: readonly Data[], targets: Collected['targets']): Collected {
  const texts = representations.map((representation, from) => ({ text: JSON.stringify(representation), from }));
  texts.sort((one, other) => (one.text < other.text ? -1 : 1));
  const places = new Array<number>(texts.length);
  for (const [to, { from }] of texts.entries()) places[from] = to;
  return {
    representations: texts.map(({ from }) => representations[from] as Data),
    text: texts.map(({ text }) => text).join(),
    targets: targets.map(({ source, objects, indices }) => ({ source, objects, indices: indices.map((index) => places[index] as number) })),
  };
}

/** Representations seen, by what tells them apart: the value of a key, or their text. */
class Known {
  private readonly byKey = new Map<string, Map<unknown, number>>();
  private readonly byText = new Map<unknown, number>();

  /** Those that have but one field, by its value. */
  byKeyOf(kind: string): Map<unknown, number> {
    let ofKind = this.byKey.get(kind);
    if (!ofKind) {
      ofKind = new Map();
      this.byKey.set(kind, ofKind);
    }
    return ofKind;
  }

  /** The index of the first representation that is the same; `next` where there was none. */
  indexOf(byKey: Map<unknown, number> | null, value: unknown, next: number): number {
    const map = byKey ?? this.byText;
    const known = map.get(value);
    if (known === undefined) map.set(value, next);
    return known ?? next;
  }
}

/** Where the objects of a source stand, in their order; for errors. */
export function pathsOf(data: unknown, target: Collected['targets'][number], match: TypeMatch): (AnswerPath | undefined)[] {
  const places = placesOf(data, target.source.path, match);
  return target.objects.map((object) => places.get(object));
}
