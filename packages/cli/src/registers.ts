import { useRegisters } from '@atbalsts/benefits';
import { type DomainName, type DomainUrls, today } from '@atbalsts/database';
import { demoPeople } from '@atbalsts/demo';
import { CachedRegisters, openRegisters, type Registers, SimulatedRegisters } from '@atbalsts/registers';
import type { CliConfig } from './config.js';

/** Connects the benefits domain to the state registers: those of the environment; in a demo without any, pretended ones that answer by its records. */
export function connectRegisters(config: Pick<CliConfig, 'registers' | 'demo'>, urls: Record<DomainName, DomainUrls>): Registers {
  const pretended = config.demo && Object.keys(config.registers).length === 0;
  const registers = pretended
    ? new CachedRegisters(new SimulatedRegisters(demoPeople({ registry: urls.registry.owner, benefits: urls.benefits.owner })), () =>
        today(),
      )
    : openRegisters(config.registers);
  useRegisters(registers);
  return registers;
}
