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
  /** The objects that wait for an answer, source by source in the order of the answer. */
  readonly targets: readonly { source: Source; objects: Data[]; indices: number[] }[];
}

/** Collects the entities at the sources of a fetch. Two that are told apart by nothing that is sent are asked about once. */
export function collectEntities(data: unknown, sources: readonly Source[], match: TypeMatch): Collected {
  const representations: Data[] = [];
  const known = new Known();
  const targets = sources.map((source) => {
    const found = objectsAt(data, source.path, match);
    const objects: Data[] = [];
    const indices: number[] = [];
    for (const object of found) {
      const typename = object.__typename;
      const ofType = typeof typename === 'string' ? source.representer.of(typename) : null;
      if (!ofType) continue;
      const representation = ofType.represent(object);
      if (!representation) continue;
      const index = known.indexOf(representation, ofType, representations.length);
      if (index === representations.length) representations.push(representation);
      objects.push(object);
      indices.push(index);
    }
    return { source, objects, indices };
  });
  return { representations, targets };
}

/** Representations seen, by what tells them apart. */
class Known {
  private readonly byKey = new Map<string, Map<unknown, number>>();
  private readonly byText = new Map<string, number>();

  /** The index of the first representation that is the same; `next` where there was none. */
  indexOf(representation: Data, { key, kind }: Pick<OfType, 'key' | 'kind'>, next: number): number {
    const value = key === null ? undefined : representation[key];
    if (key !== null && (typeof value !== 'object' || value === null)) {
      let ofType = this.byKey.get(kind);
      if (!ofType) {
        ofType = new Map();
        this.byKey.set(kind, ofType);
      }
      return indexIn(ofType, value, next);
    }
    return indexIn(this.byText, JSON.stringify(representation), next);
  }
}

function indexIn<K>(map: Map<K, number>, key: K, next: number): number {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, next);
  return next;
}

/** Where the objects of a source stand, in their order; for errors. */
export function pathsOf(data: unknown, target: Collected['targets'][number], match: TypeMatch): (AnswerPath | undefined)[] {
  const places = placesOf(data, target.source.path, match);
  return target.objects.map((object) => places.get(object));
}
