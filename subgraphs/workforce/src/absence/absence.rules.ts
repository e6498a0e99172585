import { addMonths, periodsOverlap } from '@atbalsts/database';
import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { employedUntil } from '../employee/employee.rules.js';

/** How long an absence lasts at most, in months (assumed: the longest child care leave). */
export const longestMonths = 36;

interface Period {
  from: string;
  until: string;
}

/** What an absence is checked against. */
export interface AbsenceFacts extends Period {
  /** Employments of who goes away, the oldest first. */
  employments: readonly { from: string; until: string | null }[];
  /** Absences of others, in which who goes away stands in. */
  standsIn: readonly Period[];
  /** Open cases that who goes away is responsible for. */
  openCases: number;
  /** Who stands in; null where nobody does; undefined where there is no such employee. */
  substitute:
    | { self: boolean; employments: readonly { from: string; until: string | null }[]; absences: readonly Period[] }
    | null
    | undefined;
  /** The last day that may be named as the first. */
  latest: string;
}

/** Whether somebody is employed on every day of a period. Needs the oldest employment first. */
export function employedThroughout(employments: readonly { from: string; until: string | null }[], { from, until }: Period): boolean {
  const end = employedUntil(employments, from);
  return end !== undefined && (end === null || end >= until);
}

/** Everything that is wrong with an absence: nobody is away without somebody who stands in for what they are responsible for, and no substitute is away too. */
export function absenceProblems({ from, until, employments, standsIn, openCases, substitute, latest }: AbsenceFacts): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (until <= from) {
    invalid('until', 'Atgriešanās nav pēc pirmās prombūtnes dienas.', 'The first day back does not lie after the first day away.');
    return found;
  }
  if (from > latest) invalid('from', 'Prombūtni reģistrē ne vairāk kā gadu uz priekšu.', 'An absence is entered at most a year ahead.');
  if (until > addMonths(from, longestMonths))
    invalid('until', 'Prombūtne nav ilgāka par trim gadiem.', 'An absence lasts three years at most.');
  if (!employedThroughout(employments, { from, until }))
    invalid('from', 'Šajā laikā darbinieks nav visu laiku nodarbināts.', 'The employee is not employed on all of these days.');
  const covered = standsIn.find((other) => periodsOverlap(other, { from, until }));
  if (covered) {
    invalid(
      'from',
      `Darbinieks no ${covered.from} līdz ${covered.until} aizvieto citu. Vispirms norīkojiet citu aizvietotāju.`,
      `The employee stands in for somebody from ${covered.from} until ${covered.until}. Name another substitute there first.`,
    );
  }
  found.push(...substituteProblems({ from, until, openCases, substitute }));
  return found;
}

function substituteProblems({
  from,
  until,
  openCases,
  substitute,
}: Pick<AbsenceFacts, 'from' | 'until' | 'openCases' | 'substitute'>): Problem[] {
  const wrong = (code: ProblemCode, lv: string, en: string) => [problem(code, lv, en, 'substituteId')];
  if (substitute === undefined)
    return wrong(ProblemCode.NOT_FOUND, 'Šāda darbinieka jūsu pašvaldībā nav.', 'There is no such employee in your municipality.');
  if (substitute === null) {
    return openCases > 0
      ? wrong(
          ProblemCode.INVALID,
          `Darbinieks atbild par ${openCases} atvērtām lietām. Norādiet, kurš aizvieto.`,
          `The employee is responsible for ${openCases} open cases. Name who stands in.`,
        )
      : [];
  }
  if (substitute.self) return wrong(ProblemCode.INVALID, 'Neviens neaizvieto pats sevi.', 'Nobody stands in for themselves.');
  if (!employedThroughout(substitute.employments, { from, until }))
    return wrong(
      ProblemCode.INVALID,
      'Aizvietotājs šajā laikā nav visu laiku nodarbināts.',
      'The substitute is not employed on all of these days.',
    );
  const away = substitute.absences.find((absence) => periodsOverlap(absence, { from, until }));
  if (!away) return [];
  return wrong(
    ProblemCode.INVALID,
    `Aizvietotājs pats ir prom no ${away.from} līdz ${away.until}.`,
    `The substitute is away from ${away.from} until ${away.until}.`,
  );
}
