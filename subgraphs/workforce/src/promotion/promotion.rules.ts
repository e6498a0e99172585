import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { allHoldingOn } from '../employee/employee.rules.js';
import type { SpecialistKind } from '../employee/specialist-kind.js';

interface Employed {
  kind: SpecialistKind | `${SpecialistKind}`;
  from: string;
  until: string | null;
}

/** What a promotion is checked against. */
export interface PromotionFacts {
  kind: SpecialistKind | `${SpecialistKind}`;
  from: string;
  reason: string;
  /** Employments, the oldest first. */
  employments: readonly Employed[];
  /** Whether who proposes is the employee. */
  self: boolean;
  /** The last day that may be named. */
  latest: string;
}

/** Everything that is wrong with a promotion: there must be an employment to be changed, as something else, that nothing planned comes after. */
export function promotionProblems({ kind, from, reason, employments, self, latest }: PromotionFacts): Problem[] {
  if (self) return [ownPromotion()];
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (!reason.trim()) invalid('reason', 'Norādiet pamatojumu.', 'Give the reason.');
  if (from > latest) invalid('from', 'Amata maiņu ierosina ne vairāk kā gadu uz priekšu.', 'A promotion is proposed at most a year ahead.');
  const [holding] = allHoldingOn(employments, from);
  if (!holding) {
    invalid('from', 'Šajā dienā darbinieks nav nodarbināts.', 'The employee is not employed on that day.');
    return found;
  }
  if (holding.kind === kind) invalid('kind', 'Darbinieks šajā amatā jau ir.', 'The employee is employed as that already.');
  if (holding.from === from) invalid('from', 'Šajā dienā nodarbinātība tikai sākas.', 'The employment only begins on that day.');
  if (employments.some((one) => one.from > from))
    invalid('from', 'Pēc šīs dienas jau ir paredzēta cita nodarbinātība.', 'Another employment is planned after that day already.');
  return found;
}

/** Why somebody cannot decide on a promotion; null where nothing speaks against it. */
export function decisionProblem(
  promotion: { proposedBy: string; state: string },
  { subject, self }: { subject: string; self: boolean },
): Problem | null {
  if (promotion.state !== 'PROPOSED') return problem(ProblemCode.WRONG_STATE, 'Par to jau ir lemts.', 'It has been decided already.', 'id');
  if (self) return ownPromotion();
  return promotion.proposedBy === subject
    ? problem(ProblemCode.FOUR_EYES, 'Lemj cits, nevis tas, kurš ierosināja.', 'Another person than who proposed decides.', 'id')
    : null;
}

const ownPromotion = () =>
  problem(ProblemCode.FOUR_EYES, 'Par savu amatu neviens nelemj pats.', 'Nobody decides on their own employment.', 'employeeId');
