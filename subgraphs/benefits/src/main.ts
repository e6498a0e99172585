import { runStandalone } from '@atbalsts/graphql';
import { openRegisters, readRegisterAddresses } from '@atbalsts/registers';
import { benefits, useRegisters } from './index.js';

useRegisters(openRegisters(readRegisterAddresses(process.env)));
await runStandalone(benefits);
