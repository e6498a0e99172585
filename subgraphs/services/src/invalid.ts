import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** Collects what is wrong with an input: everything is told at once. */
export class Invalid {
  readonly found: Problem[] = [];

  /** Adds that a field cannot be right, where the condition says so. */
  when(condition: boolean, field: string, lv: string, en: string): this {
    if (condition) this.found.push(problem(ProblemCode.INVALID, lv, en, field));
    return this;
  }
}

/** Whether a text says nothing. */
export const isBlank = (text: string | null | undefined): boolean => !text?.trim();

/** Positions of values that stand in a list a second time; the case of letters in an id does not matter. */
export function repeated(values: readonly string[]): number[] {
  const lower = values.map((value) => value.toLowerCase());
  return lower.flatMap((value, at) => (lower.indexOf(value) < at ? [at] : []));
}
