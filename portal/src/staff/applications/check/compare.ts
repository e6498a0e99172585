/** An application of before, as far as it is looked through. */
export interface Earlier<D extends { state: string }> {
  id: string;
  submittedOn: string;
  benefitType: { code: string };
  decisions: readonly D[];
}

const counts = new Set(['APPROVED', 'NOTIFIED', 'CHALLENGED', 'UPHELD', 'REVOKED']);

/**
 * The decision to which a proposal is compared: the one that it changes, if it changes one, and otherwise the latest on the same benefit for the same
 * applicant before it. Null where there is none: then everything is new.
 */
export function comparedWith<D extends { id: string; state: string }>(
  application: { id: string; submittedOn: string; benefitType: { code: string }; changes?: { id: string } | null },
  earlier: readonly Earlier<D>[],
): { application: Earlier<D>; decision: D } | null {
  const decided = earlier
    .filter(({ id }) => id !== application.id)
    .flatMap((one) => {
      const decision = one.decisions.findLast(({ state }) => counts.has(state));
      return decision ? [{ application: one, decision }] : [];
    });
  const changed = decided.find(({ application: one }) => one.decisions.some(({ id }) => id === application.changes?.id));
  if (changed) return changed;
  const before = decided.filter(
    ({ application: one }) => one.benefitType.code === application.benefitType.code && one.submittedOn <= application.submittedOn,
  );
  return before.sort((a, b) => (a.application.submittedOn < b.application.submittedOn ? 1 : -1))[0] ?? null;
}

/** Incomes of one member and source in one line: the months of before and those of now. */
export interface IncomeLine {
  key: string;
  person: { id: string; reference?: string | null };
  source: string;
  before: readonly string[] | null;
  now: readonly string[] | null;
}

interface IncomeOf {
  source: string;
  monthly: readonly string[];
  person: { id: string; reference?: string | null };
}

/** Incomes of before and now side by side, by member and source; what is in one of them alone has nothing on the other side. */
export function incomeLines(before: readonly IncomeOf[], now: readonly IncomeOf[]): IncomeLine[] {
  const lines = new Map<string, IncomeLine>();
  const put = (side: 'before' | 'now', incomes: readonly IncomeOf[]) => {
    for (const { person, source, monthly } of incomes) {
      const key = `${person.id} ${source}`;
      const line = lines.get(key) ?? { key, person, source, before: null, now: null };
      line[side] = line[side] ? [...line[side], ...monthly] : monthly;
      lines.set(key, line);
    }
  };
  put('now', now);
  put('before', before);
  return [...lines.values()];
}
