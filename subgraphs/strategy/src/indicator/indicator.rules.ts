/** Whether a target was reached: at least as much. Null where either is missing. */
export function targetMet(actual: number | null, target: number | null): boolean | null {
  return actual === null || target === null ? null : actual >= target;
}

/** Whether the indicators of a plan belong to the report of a year: it holds in the year, or begins the year after, so that the year is its baseline. */
export function belongsToYear(plan: { fromYear: number; untilYear: number }, year: number): boolean {
  return plan.fromYear <= year + 1 && plan.untilYear >= year;
}
