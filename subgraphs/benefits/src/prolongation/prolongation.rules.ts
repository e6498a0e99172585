import { invalid, type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import type { IsoDate } from '@atbalsts/reference';
import { addMonths } from '../means/means.period.rules.js';

/** The most months by which anything is prolonged at once. */
export const mostMonths = 12;

/** What a prolongation says of days and statuses. */
export interface ScopeQuestion {
  endingFrom: IsoDate;
  endingUntil: IsoDate;
  statuses: readonly string[];
  until: IsoDate;
}

/** Everything that is wrong with what is to be prolonged. */
export function scopeProblems({ endingFrom, endingUntil, statuses, until }: ScopeQuestion): Problem[] {
  const found: Problem[] = [];
  if (endingUntil <= endingFrom)
    found.push(invalid('endingUntil', 'Perioda beigas ir pirms tā sākuma.', 'The end lies before the beginning.'));
  if (!until.endsWith('-01') || until <= endingFrom || until > addMonths(endingFrom, mostMonths)) {
    found.push(
      invalid(
        'until',
        `Pagarina līdz mēneša pirmajai dienai, ne vairāk kā ${mostMonths} mēnešus pēc endingFrom.`,
        `It is prolonged to the first day of a month, at most ${mostMonths} months after endingFrom.`,
      ),
    );
  }
  if (statuses.includes('NONE') || new Set(statuses).size !== statuses.length)
    found.push(invalid('statuses', 'Norādiet NEEDY, LOW_INCOME vai abus, katru vienreiz.', 'Name NEEDY, LOW_INCOME or both, each once.'));
  return found;
}

/** What is wrong with approving a prolongation, by whom; null where nothing is. */
export function prolongationApprovalProblem(
  one: { state: string; version: number; proposedById: string },
  by: { employee: string; version: number },
): Problem | null {
  if (one.version !== by.version) {
    return problem(
      ProblemCode.STALE,
      'Kāds to jau ir mainījis. Ielasiet vēlreiz un atkārtojiet.',
      'Somebody has changed it meanwhile. Read it again and repeat.',
      'version',
    );
  }
  if (one.state !== 'PROPOSED')
    return problem(ProblemCode.WRONG_STATE, 'Pagarināšana jau ir izdarīta.', 'The prolongation is done already.', 'id');
  if (one.proposedById !== by.employee) return null;
  return problem(
    ProblemCode.FOUR_EYES,
    'Pagarināšanu ar pabalstiem apstiprina cits cilvēks, nevis tas, kurš to sagatavoja. Lūdziet kolēģi.',
    'Another person than who made a prolongation with benefits approves it. Ask a colleague.',
  );
}
