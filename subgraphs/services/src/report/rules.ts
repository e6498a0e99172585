import type { CountingRuleDefinition } from '@atbalsts/graphql';
import { assistantSectorRules } from './assistant-sector.rules.js';
import { homeCareOfficeRules } from './home-care-office.rules.js';
import { rehabilitationProgrammesRules } from './rehabilitation-programmes.rules.js';

/** Every counting rule of this domain, table by table in the order of the results of 2022. */
export const servicesRules: readonly CountingRuleDefinition[] = [
  ...homeCareOfficeRules,
  ...assistantSectorRules,
  ...rehabilitationProgrammesRules,
];
