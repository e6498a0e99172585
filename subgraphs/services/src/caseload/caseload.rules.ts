/** What the rule says of a number of open cases. */
export interface CaseloadFigures {
  open: number;
  highRisk: number;
  norm: number;
  over: boolean;
}

/** Sets open cases against the norm: exactly the norm is not over it. */
export function caseloadOf(open: number, highRisk: number, norm: number): CaseloadFigures {
  return { open, highRisk, norm, over: open > norm };
}
