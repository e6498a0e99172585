import { Allow } from '@atbalsts/auth';
import { type Label, labelOf } from '@atbalsts/reference';
import { Arg, Directive, Field, ObjectType } from 'type-graphql';
import { InGraph } from './audience.js';
import { Language, ProblemCode } from './enums.js';
import { latvianDates } from './latvian-dates.js';

/** A refusal on the merits, as data: what, where, and what to do. Nothing has been changed. */
@ObjectType({ description: 'A refusal on the merits: what was wrong, where, and what to do. Nothing was changed.' })
@Directive('@shareable')
@Allow('viewer.read')
export class Problem {
  @InGraph('regional', 'partner')
  @Field(() => ProblemCode, { description: 'The kind of refusal.' })
  code!: ProblemCode;

  @InGraph('regional', 'partner')
  @Field(() => String, {
    nullable: true,
    description: 'The input field it is about, as a path from the input; null when it is about the whole.',
  })
  field!: string | null;

  /** Both languages; the graph shows one. */
  text!: Label;

  @InGraph('regional', 'partner')
  @Field(() => String, { description: 'What was wrong and what to do.' })
  message(
    @Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the message.' }) language: Language,
  ): string {
    return labelOf(this.text, language);
  }
}

/** Makes a problem. `field` is the path from the input, e.g. `personalCode`. Days in the Latvian text are written as Latvian writes them. */
export function problem(code: ProblemCode, lv: string, en: string, field: string | null = null): Problem {
  return Object.assign(new Problem(), { code, field, text: { lv: latvianDates(lv), en } });
}

/** What is wrong with a field of an input, on its merits: a problem INVALID. */
export const invalid = (field: string, lv: string, en: string): Problem => problem(ProblemCode.INVALID, lv, en, field);

/**
 * Thrown inside a service to refuse: the mutation's savepoint is rolled back and the payload carries the problems.
 * Only `mutation()` catches it; anywhere else it is a surprise.
 */
export class Refusal extends Error {
  /**
   * @param problems what was wrong
   * @param shows the object that exists already, for DUPLICATE; null otherwise
   */
  constructor(
    readonly problems: Problem[],
    readonly shows: unknown = null,
  ) {
    super(problems.map((p) => p.code).join(', '));
  }
}

/** Throws a refusal with one problem. */
export function refuse(code: ProblemCode, lv: string, en: string, field: string | null = null): never {
  throw new Refusal([problem(code, lv, en, field)]);
}

/** The refusal of a write on an old version. */
export function refuseStale(): never {
  refuse(
    ProblemCode.STALE,
    'Kāds to jau ir mainījis. Ielasiet vēlreiz un atkārtojiet.',
    'Somebody has changed it meanwhile. Read it again and repeat.',
    'version',
  );
}
