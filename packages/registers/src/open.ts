import { today as todayInRiga } from '@atbalsts/database';
import { CachedRegisters } from './cache.js';
import type { RegisterAddresses } from './config.js';
import { HttpRegister } from './http/http-register.js';
import type { Patience } from './http/patience.js';
import { noRegisters, type Registers } from './port.js';
import { type RegisterQuestion, type StateRegister, stateRegisters } from './question.js';

/**
 * The registers at these addresses, each with a breaker of its own, so that one that is down takes no other along; answers are kept for the day.
 * A register without an address is NOT_CONFIGURED.
 * @param today the day in Europe/Riga
 */
export function openRegisters(
  addresses: RegisterAddresses,
  { patience = {}, today = () => todayInRiga() }: { patience?: Partial<Patience>; today?: () => string } = {},
): Registers {
  const opened = new Map<StateRegister, Registers>();
  for (const register of stateRegisters) {
    const address = addresses[register];
    if (address) opened.set(register, new HttpRegister(address, patience));
  }
  const each: Registers = {
    ask: (question: RegisterQuestion) => (opened.get(question.register) ?? noRegisters).ask(question),
    close: async () => void (await Promise.all([...opened.values()].map((one) => one.close()))),
  };
  return new CachedRegisters(each, today);
}
