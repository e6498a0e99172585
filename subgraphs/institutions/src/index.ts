import type { DomainModule } from '@atbalsts/graphql';
import { AuditTrail, AuditTrailResolver, auditTrailReference } from './audit-trail/audit-trail.resolver.js';
import { Person, personRef } from './external/person.js';
import { FacilityCapacity } from './facility/capacity.entity.js';
import { Facility } from './facility/facility.entity.js';
import { facilityReference } from './facility/facility.reference.js';
import { FacilityResolver, FacilityWaitingEntryResolver, ProviderRegistrationResolver } from './facility/facility.resolver.js';
import { FacilityPlace } from './facility/place.entity.js';
import { ProviderRegistration } from './facility/registration.entity.js';
import { FacilityWaitingEntry } from './facility/waiting.entity.js';
import { NightResolver } from './night/night.resolver.js';
import { NightStay } from './night/night-stay.entity.js';
import { PlacementActivity } from './placement/activity.entity.js';
import { PlacementExtension } from './placement/extension.entity.js';
import { Placement } from './placement/placement.entity.js';
import { placementReference } from './placement/placement.reference.js';
import { PersonPlacementsResolver, PlacementResolver } from './placement/placement.resolver.js';
import { AnnualReport, AnnualReportResolver, annualReportReference } from './report/annual-report.resolver.js';

/** Institutions: facilities, their places, and who has one. A bed holds one person at a time, a person is in one place at a time. */
export const institutions: DomainModule = {
  name: 'institutions',
  entities: [
    Facility,
    FacilityCapacity,
    FacilityPlace,
    FacilityWaitingEntry,
    NightStay,
    Placement,
    PlacementActivity,
    PlacementExtension,
    ProviderRegistration,
  ],
  resolvers: [
    AnnualReportResolver,
    AuditTrailResolver,
    FacilityResolver,
    FacilityWaitingEntryResolver,
    NightResolver,
    PersonPlacementsResolver,
    PlacementResolver,
    ProviderRegistrationResolver,
  ],
  types: [AnnualReport, AuditTrail, Person],
  references: {
    AnnualReport: annualReportReference,
    AuditTrail: auditTrailReference,
    Facility: facilityReference,
    Person: ({ id }) => personRef(String(id)),
    Placement: placementReference,
  },
  migrations: new URL('../migrations/', import.meta.url),
};

export { institutionsRules } from './report/rules.js';
