import type { CountingRuleDefinition } from '@atbalsts/graphql';
import { benefitsDynamics } from './benefits-dynamics.rules.js';
import { ukraineApplications } from './ukraine-applications.rules.js';

/** Every counting rule of the benefits domain. */
export const benefitsRules: readonly CountingRuleDefinition[] = [...benefitsDynamics, ...ukraineApplications];
