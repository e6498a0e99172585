import type { Label } from '../../format/format.js';
import { type Fault, isPassing } from '../../graph/faults.js';
import type { Outcome } from './delivery.js';

/** What the graph answered to a delivery. */
export interface Answer {
  recorded: boolean;
  problems: readonly ({ code: string } & Label)[];
  faults: readonly Fault[];
}

/**
 * What an answer means for the queue. A refusal on the merits is final for this key; a part of the system that is away, a lost line and too many
 * requests are not.
 */
export function outcomeOf({ recorded, problems, faults }: Answer): Outcome {
  if (recorded) return { kind: 'SENT' };
  const [problem] = problems;
  if (problem && problem.code !== 'UNAVAILABLE') return { kind: 'REFUSED', code: problem.code, text: { lv: problem.lv, en: problem.en } };
  const final = faults.find((fault) => !isPassing(fault));
  return final ? { kind: 'REFUSED', code: final.code, text: final.text } : { kind: 'LATER' };
}
