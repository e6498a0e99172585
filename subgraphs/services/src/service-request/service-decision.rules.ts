import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** What somebody wants decided. */
export interface WantedDecision {
  outcome: 'GRANT' | 'WAIT' | 'REFUSE';
  reasons?: string | null;
  from?: string | null;
  until?: string | null;
}

/** A request as it stands. */
export interface RequestStanding {
  state: 'SUBMITTED' | 'ASSESSED' | 'PROPOSED' | 'GRANTED' | 'WAITING' | 'REFUSED' | 'ENDED';
  requestedOn: string;
  outcome: 'GRANT' | 'WAIT' | 'REFUSE' | null;
  reasons: string | null;
  from: string | null;
  until: string | null;
  /** Employee who proposed what stands as proposed. */
  proposedBy: string | null;
}

/** What is to be written of a decision. */
export interface DecisionTerms {
  outcome: 'GRANT' | 'WAIT' | 'REFUSE';
  reasons: string | null;
  from: string | null;
  until: string | null;
}

/** What the call of an employee does. */
export type DecisionStep = { does: 'PROPOSE' | 'CONFIRM'; terms: DecisionTerms } | { does: 'REFUSE_CALL'; problems: Problem[] };

/**
 * What the call of an employee on a request does. On an assessed or waiting request it proposes. On a proposed one, the same by a second person
 * confirms; what the second leaves out is agreed to as proposed, and reasons that the second gives are those of the decision. Another outcome or
 * another period is nobody's decision yet: it takes the place of the proposal, for somebody else to confirm, so that two who disagree never block a
 * client's request. Administrative Procedure Law, sections 65 to 67; four eyes.
 */
export function decisionStep(wanted: WantedDecision, standing: RequestStanding, employee: string, today: string): DecisionStep {
  const refused = refusalOf(wanted, standing, employee);
  if (refused) return { does: 'REFUSE_CALL', problems: [refused] };
  if (standing.state === 'PROPOSED' && agrees(wanted, standing)) {
    const { from, until } = standing;
    return { does: 'CONFIRM', terms: { outcome: wanted.outcome, reasons: wanted.reasons?.trim() || standing.reasons, from, until } };
  }
  const from = wanted.from ?? (wanted.outcome === 'GRANT' ? today : null);
  const problems = proposalProblems({ ...wanted, from }, standing.requestedOn);
  if (problems.length) return { does: 'REFUSE_CALL', problems };
  return {
    does: 'PROPOSE',
    terms: { outcome: wanted.outcome, reasons: wanted.reasons?.trim() || null, from, until: wanted.until ?? null },
  };
}

function refusalOf({ outcome }: WantedDecision, { state, proposedBy }: RequestStanding, employee: string): Problem | null {
  if (state === 'PROPOSED') return proposedBy === employee ? fourEyes : null;
  if (state === 'ASSESSED' || (state === 'WAITING' && outcome !== 'WAIT')) return null;
  if (state === 'SUBMITTED') {
    return wrongState('Vispirms jānovērtē personas vajadzības.', "The person's needs have to be assessed first.");
  }
  if (state === 'WAITING') return wrongState('Persona jau ir rindā.', 'The person is on the waiting list already.');
  return wrongState('Par šo pieprasījumu jau ir lemts.', 'This request is decided already.');
}

const agrees = (wanted: WantedDecision, standing: RequestStanding) =>
  wanted.outcome === standing.outcome &&
  (wanted.from == null || wanted.from === standing.from) &&
  (wanted.until == null || wanted.until === standing.until);

/** Everything that is wrong with what is proposed. */
function proposalProblems({ outcome, reasons, from, until }: WantedDecision, requestedOn: string): Problem[] {
  const period = from != null || until != null;
  return new Invalid()
    .when(outcome === 'REFUSE' && isBlank(reasons), 'reasons', 'Atteikumam vajag pamatojumu.', 'A refusal needs reasons.')
    .when(outcome !== 'GRANT' && period, 'from', 'Periods ir tikai piešķīrumam.', 'Only a grant has a period.')
    .when(
      from != null && from < requestedOn,
      'from',
      'Pakalpojums sāktos pirms pieprasījuma.',
      'The service would begin before the request.',
    )
    .when(from != null && until != null && until <= from, 'until', 'Beigu diena nav pēc sākuma.', 'The end is not after the beginning.')
    .found;
}

const fourEyes = problem(
  ProblemCode.FOUR_EYES,
  'Jūs pats to ierosinājāt; apstiprināt drīkst tikai cits darbinieks.',
  'You proposed it yourself; somebody else has to confirm it.',
);

const wrongState = (lv: string, en: string) => problem(ProblemCode.WRONG_STATE, lv, en, 'requestId');
