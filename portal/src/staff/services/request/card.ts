/** A form as data, as far as its sum follows from it. */
export interface Card {
  areas: readonly { criteria: readonly { code: string; weight: number; decisiveFrom?: number | null }[] }[];
  /** By limit, the lowest first. */
  levels: readonly { level: string; fromScore: number; label: string }[];
}

/** Points by criterion; what has none yet is not there. */
export type Points = Readonly<Record<string, number | null>>;

const criteriaOf = ({ areas }: Card) => areas.flatMap(({ criteria }) => criteria);

/** Whether every line of the card has points. */
export const isComplete = (card: Card, points: Points): boolean => criteriaOf(card).every(({ code }) => typeof points[code] === 'number');

/**
 * Sum and level that the card itself prescribes for the points: shown while it is filled in and sent along, as the graph asks for both. The graph adds up
 * for itself and refuses a card whose sum or level is another.
 */
export function resultOf(card: Card, points: Points): { score: number; level: Card['levels'][number] | null } {
  const score = criteriaOf(card).reduce((sum, { code, weight }) => sum + (points[code] ?? 0) * weight, 0);
  const decisive = criteriaOf(card).some(
    ({ code, decisiveFrom }) => typeof decisiveFrom === 'number' && (points[code] ?? 0) >= decisiveFrom,
  );
  const level = decisive ? card.levels.at(-1) : card.levels.findLast(({ fromScore }) => fromScore <= score);
  return { score, level: level ?? null };
}
