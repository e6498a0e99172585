import { runStandalone } from '@atbalsts/graphql';
import { openRegisters, readRegisterAddresses } from '@atbalsts/registers';
import { benefits, useRegisters } from './index.js';

try {
  useRegisters(openRegisters(readRegisterAddresses(process.env)));
  await runStandalone(benefits);
} catch (error) {
  console.error(`benefits: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
