/** PostgreSQL's SQLSTATE of an error, or of the error it wraps (MikroORM copies it onto its own exceptions). */
export function sqlStateOf(error: unknown): string | undefined {
  return property(error, 'code', (code) => /^[0-9A-Z]{5}$/.test(code));
}

/** Whether an exclusion constraint refused the row (23P01): two periods overlap, a bed is taken, ... */
export function isExclusionViolation(error: unknown): boolean {
  return sqlStateOf(error) === '23P01';
}

/** Whether a unique constraint or index refused the row (23505). */
export function isUniqueViolation(error: unknown): boolean {
  return sqlStateOf(error) === '23505';
}

/** Whether a foreign key refused the row (23503). */
export function isForeignKeyViolation(error: unknown): boolean {
  return sqlStateOf(error) === '23503';
}

/** Whether a check constraint refused the row (23514). */
export function isCheckViolation(error: unknown): boolean {
  return sqlStateOf(error) === '23514';
}

/** Whether the role may not do this, or row-level security refused the row (42501). */
export function isPermissionViolation(error: unknown): boolean {
  return sqlStateOf(error) === '42501';
}

/** Whether the statement was cancelled (57014): it ran longer than the session allows. */
export function isCancelled(error: unknown): boolean {
  return sqlStateOf(error) === '57014';
}

/** Whether the transaction lost against another and may simply be tried again (serialisation failure, deadlock). */
export function isRetryable(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === '40001' || state === '40P01';
}

/** Name of the constraint that refused the row, or undefined when the error is none of the kind. */
export function constraintOf(error: unknown): string | undefined {
  return property(error, 'constraint', (name) => name !== '');
}

function property(error: unknown, key: 'code' | 'constraint', fits: (value: string) => boolean): string | undefined {
  let at: unknown = error;
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth++) {
    const value = (at as Record<string, unknown>)[key];
    if (typeof value === 'string' && fits(value)) return value;
    at = (at as { cause?: unknown; previous?: unknown }).cause ?? (at as { previous?: unknown }).previous;
  }
  return undefined;
}
