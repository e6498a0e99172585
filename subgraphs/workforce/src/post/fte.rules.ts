import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** Most posts that one employee holds at a time, in hundredths of a full post (assumed: one and a half; no document says it). */
export const mostHundredths = 150;

/** Hundredths of a full post. */
export const fteHundredths = (fte: number): number => Math.round(fte * 100);

/** What is wrong with the size of a post that somebody is to hold. */
export function fteProblems(fte: number): Problem[] {
  const invalid = (lv: string, en: string) => [problem(ProblemCode.INVALID, lv, en, 'fte')];
  if (!(fte > 0)) return invalid('Slodzei jābūt lielākai par 0.', 'The post must be larger than 0.');
  if (Math.abs(fte * 100 - fteHundredths(fte)) > 1e-6)
    return invalid('Slodzi norāda ne sīkāk kā simtdaļās.', 'The size of a post is given in hundredths at finest.');
  if (fteHundredths(fte) > mostHundredths)
    return invalid(
      `Vienam darbiniekam slodze nepārsniedz ${mostHundredths / 100}.`,
      `One employee holds at most ${mostHundredths / 100} of a full post.`,
    );
  return [];
}

/** A post with the periods in which it is held. */
export interface HeldPost {
  id: string;
  fteHundredths: number;
  from: string;
  until: string | null;
  held: readonly { from: string; until: string | null }[];
}

/**
 * The post of a unit that is vacant from a day on, for good, and has exactly the size: the oldest. Null where there is none: a larger vacancy is not
 * cut up, and a smaller one not stretched.
 */
export function vacancyFor(posts: readonly HeldPost[], hundredths: number, from: string): HeldPost | null {
  const fitting = posts.filter(
    (post) =>
      post.fteHundredths === hundredths &&
      post.from <= from &&
      post.until === null &&
      post.held.every((period) => period.until !== null && period.until <= from),
  );
  return fitting.sort((a, b) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id))[0] ?? null;
}

/** Most hundredths that periods make up on any day of [from, until): looked at where one of them begins. */
export function peakHundredths(
  held: readonly { from: string; until: string | null; hundredths: number }[],
  from: string,
  until: string | null,
): number {
  const days = [from, ...held.map((one) => one.from).filter((day) => day > from && (until === null || day < until))];
  const onDay = (day: string) =>
    held.filter((one) => one.from <= day && (one.until === null || day < one.until)).reduce((sum, one) => sum + one.hundredths, 0);
  return Math.max(...days.map(onDay));
}
