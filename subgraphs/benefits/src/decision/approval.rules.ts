import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** What is wrong with approving a proposal, by whom; null where nothing is. Whoever proposed it does not approve it, whatever the role. */
export function approvalProblem(
  decision: { state: string; version: number; proposedById: string },
  by: { employee: string; version: number },
): Problem | null {
  if (decision.version !== by.version) return stale();
  if (decision.state !== 'PROPOSED') return notProposed();
  if (decision.proposedById === by.employee) {
    return problem(
      ProblemCode.FOUR_EYES,
      'Lēmumu apstiprina cits cilvēks, nevis tas, kurš to sagatavoja. Lūdziet kolēģi.',
      'Another person than who proposed the decision approves it. Ask a colleague.',
    );
  }
  return null;
}

/** Who works with the client on the case does not grant the money. Social work specialisation study (Tukums): the split keeps the decision objective. */
export function caseWorkerProblem(employee: string, caseWorkers: ReadonlySet<string>): Problem | null {
  if (!caseWorkers.has(employee)) return null;
  return problem(
    ProblemCode.FOUR_EYES,
    'Jūs vadāt šī klienta vai viņa mājsaimniecības sociālā darba lietu, tāpēc lēmumu apstiprina cits cilvēks.',
    'You are the case worker of this client or the household, so another person approves the decision.',
  );
}

/** That somebody has changed the record meanwhile. */
export const stale = (): Problem =>
  problem(
    ProblemCode.STALE,
    'Kāds to jau ir mainījis. Ielasiet vēlreiz un atkārtojiet.',
    'Somebody has changed it meanwhile. Read it again and repeat.',
    'version',
  );

/** That a decision does not wait for approval. */
export const notProposed = (): Problem =>
  problem(
    ProblemCode.WRONG_STATE,
    'Lēmums negaida apstiprināšanu: tas jau ir apstiprināts vai atdots.',
    'The decision does not wait for approval: it is approved or returned already.',
    'id',
  );
