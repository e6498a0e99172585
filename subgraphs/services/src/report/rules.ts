import type { CountingRuleDefinition } from '@atbalsts/graphql';
import { adultSectorRules } from './adult-sector.rules.js';
import { assistantSectorRules } from './assistant-sector.rules.js';
import { covidSupportRules } from './covid-support.rules.js';
import { diProjectAdultsRules } from './di-project-adults.rules.js';
import { diProjectChildrenRules } from './di-project-children.rules.js';
import { disabilityAndElderlySectorRules } from './disability-and-elderly-sector.rules.js';
import { familySectorRules } from './family-sector.rules.js';
import { homeCareOfficeRules } from './home-care-office.rules.js';
import { projectLli550Rules } from './project-lli-550.rules.js';
import { rehabilitationProgrammesRules } from './rehabilitation-programmes.rules.js';

/** Every counting rule of this domain, table by table in the order of the results of 2022. */
export const servicesRules: readonly CountingRuleDefinition[] = [
  ...adultSectorRules,
  ...familySectorRules,
  ...disabilityAndElderlySectorRules,
  ...homeCareOfficeRules,
  ...covidSupportRules,
  ...assistantSectorRules,
  ...rehabilitationProgrammesRules,
  ...projectLli550Rules,
  ...diProjectChildrenRules,
  ...diProjectAdultsRules,
];
