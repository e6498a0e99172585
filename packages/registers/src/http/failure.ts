import type { Unavailability } from '../port.js';

/** Why an attempt failed, and whether another one may go better. Carries no text of the other side, which might name a person. */
export class RegisterFailure extends Error {
  override name = 'RegisterFailure';

  constructor(
    readonly reason: Unavailability,
    /** True for a broken connection and for a register that is away for a moment. */
    readonly passing: boolean,
  ) {
    super(`the register is not available: ${reason}`);
  }
}

const sizeCodes = new Set(['UND_ERR_RES_EXCEEDED_MAX_SIZE']);
const slowCodes = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT']);

/** What went wrong on the way: too large is unreadable, a lapse of time is slow, everything else a broken connection. */
export function failureOf(error: unknown): RegisterFailure {
  if (error instanceof RegisterFailure) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && sizeCodes.has(code)) return new RegisterFailure('UNREADABLE', false);
  if (typeof code === 'string' && slowCodes.has(code)) return new RegisterFailure('SLOW', false);
  return new RegisterFailure('DOWN', true);
}
