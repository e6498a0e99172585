import { noRegisters, type Registers } from '@atbalsts/registers';

let inUse: Registers = noRegisters;

/** Says which state registers this process reaches, once, at its start; until then none is reached. */
export function useRegisters(registers: Registers): void {
  inUse = registers;
}

/** The state registers that this process reaches. */
export const registersInUse = (): Registers => inUse;
