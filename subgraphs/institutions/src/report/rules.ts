import type { CountingRuleDefinition } from '@atbalsts/graphql';
import { dayCareCentreRules } from './day-care-centre.rules.js';
import { dayCentreSaskarsmeRules } from './day-centre-saskarsme.rules.js';
import { familySupportCentreRules } from './family-support-centre.rules.js';
import { familySupportCentreOutcomesRules } from './family-support-centre-outcomes.rules.js';
import { groupApartmentsNovembraRules, groupApartmentsSauraRules } from './group-apartments.rules.js';
import { nightShelterRules } from './night-shelter.rules.js';
import { shelterRules } from './shelter.rules.js';
import { socialApartmentsRules } from './social-apartments.rules.js';
import { socialHouseRules } from './social-house.rules.js';
import { specialisedWorkshopsRules } from './specialised-workshops.rules.js';

/** Every counting rule of this domain, table by table in the order of the results of 2022. */
export const institutionsRules: readonly CountingRuleDefinition[] = [
  ...shelterRules,
  ...nightShelterRules,
  ...socialHouseRules,
  ...socialApartmentsRules,
  ...familySupportCentreRules,
  ...familySupportCentreOutcomesRules,
  ...groupApartmentsSauraRules,
  ...groupApartmentsNovembraRules,
  ...dayCareCentreRules,
  ...specialisedWorkshopsRules,
  ...dayCentreSaskarsmeRules,
];
