import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import type { IsoDate } from '@atbalsts/reference';
import { addMonths } from '../means/means.period.rules.js';

/** What is wrong with the month of a batch: it is named by its first day, and is at most the next one, since a month further on can still change. */
export function monthProblem(month: IsoDate, today: IsoDate): Problem | null {
  if (!month.endsWith('-01')) {
    return problem(ProblemCode.INVALID, 'Mēnesi norāda ar tā pirmo dienu.', 'A month is named by its first day.', 'month');
  }
  const next = addMonths(`${today.slice(0, 7)}-01`, 1);
  if (month <= next) return null;
  return problem(
    ProblemCode.INVALID,
    'Izmaksas var sagatavot līdz nākamajam mēnesim.',
    'Payments can be prepared up to the next month.',
    'month',
  );
}

/** What is wrong with approving a batch, by whom; null where nothing is. Who prepared it does not approve it, whatever the role. */
export function batchApprovalProblem(
  batch: { state: string; version: number; preparedById: string },
  by: { employee: string; version: number },
): Problem | null {
  if (batch.version !== by.version) {
    return problem(
      ProblemCode.STALE,
      'Kāds to jau ir mainījis. Ielasiet vēlreiz un atkārtojiet.',
      'Somebody has changed it meanwhile. Read it again and repeat.',
      'version',
    );
  }
  if (batch.state !== 'PREPARED')
    return problem(ProblemCode.WRONG_STATE, 'Saraksts jau ir apstiprināts.', 'The batch is approved already.', 'id');
  if (batch.preparedById === by.employee) {
    return problem(
      ProblemCode.FOUR_EYES,
      'Izmaksu sarakstu apstiprina cits cilvēks, nevis tas, kurš to sagatavoja. Lūdziet kolēģi.',
      'Another person than who prepared the batch approves it. Ask a colleague.',
    );
  }
  return null;
}
