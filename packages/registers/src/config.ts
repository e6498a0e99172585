import { z } from 'zod';
import type { RegisterAddress } from './http/http-register.js';
import { type StateRegister, stateRegisters } from './question.js';

/** Where the registers are; what is left out is not reached. */
export type RegisterAddresses = Partial<Record<StateRegister, RegisterAddress>>;

/** The environment names no usable registers; tells every variable that is wrong, and never a value. */
export class RegisterConfigError extends Error {
  override name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

const address = z.url({ protocol: /^https?$/ });

/**
 * Reads the environment once: `REGISTER_URL_REVENUE` and `REGISTER_KEY_REVENUE`, and so on for each register. None has a default; in production an address is https.
 * @throws RegisterConfigError naming every variable that is wrong
 */
export function readRegisterAddresses(env: Readonly<Record<string, string | undefined>>): RegisterAddresses {
  const problems: string[] = [];
  const found: RegisterAddresses = {};
  for (const register of stateRegisters) {
    const [urlName, keyName] = [`REGISTER_URL_${register}`, `REGISTER_KEY_${register}`];
    const [url, key] = [env[urlName], env[keyName]];
    if (!url && !key) continue;
    if (!url || !key) problems.push(`${url ? urlName : keyName} is set without ${url ? keyName : urlName}`);
    else if (!address.safeParse(url).success) problems.push(`${urlName} must be an http or https address`);
    else if (env.NODE_ENV === 'production' && !url.startsWith('https:')) problems.push(`${urlName} must be https in production`);
    else if (!/^[\x21-\x7e]+$/.test(key)) problems.push(`${keyName} must be of printable characters without spaces`);
    else found[register] = { url, key };
  }
  if (problems.length) throw new RegisterConfigError(problems);
  return found;
}
