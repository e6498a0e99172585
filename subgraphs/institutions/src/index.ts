import { Document, documentFiles, documentMigrations, prepareDocuments } from '@atbalsts/documents';
import { auditOf, type DomainModule } from '@atbalsts/graphql';
import { placementDocuments } from './document/placement-document.owner.js';
import { PlacementDocumentResolver } from './document/placement-document.resolver.js';
import { Person, personRef } from './external/person.js';
import { FacilityCapacity } from './facility/capacity.entity.js';
import { Facility } from './facility/facility.entity.js';
import { facilityReference } from './facility/facility.reference.js';
import { FacilityResolver, ProviderRegistrationResolver } from './facility/facility.resolver.js';
import { FacilityPlace } from './facility/place.entity.js';
import { ProviderRegistration } from './facility/registration.entity.js';
import { ForecastResolver } from './forecast/forecast.js';
import { PlacementAbsence } from './house/absence.entity.js';
import { HouseRuleBreach } from './house/breach.js';
import {
  FacilityHouseResolver,
  FacilityIncidentResolver,
  HouseResolver,
  PlacementAbsenceResolver,
  PlacementHouseResolver,
  PlaceOnDayResolver,
} from './house/house.resolver.js';
import { FacilityIncident, IncidentPerson } from './house/incident.entity.js';
import { NightResolver } from './night/night.resolver.js';
import { NightStay } from './night/night-stay.entity.js';
import { PlacementActivity } from './placement/activity.entity.js';
import { PlacementExtension } from './placement/extension.entity.js';
import { Placement } from './placement/placement.entity.js';
import { placementReference } from './placement/placement.reference.js';
import { PersonPlacementsResolver, PlacementResolver } from './placement/placement.resolver.js';
import { FacilityPlaceOfferResolver, FacilityQueueResolver } from './queue/queue.resolver.js';
import { FacilityPlaceOffer, FacilityWaitingEntry } from './queue/waiting.entity.js';
import { FacilityChangeResolver } from './register/facility-change.resolver.js';
import { FacilityRegisterResolver } from './register/facility-register.resolver.js';
import { AnnualReport, AnnualReportResolver, annualReportReference } from './report/annual-report.resolver.js';
import { InstitutionsRecordsResolver } from './report/report-records.js';

export { placementDocuments } from './document/placement-document.owner.js';

/** What this domain adds for the auditor. */
const audit = auditOf('institutions', 'the institutions');

/** Institutions: facilities, their places, and who has one. A bed holds one person at a time, a person is in one place at a time. */
export const institutions: DomainModule = {
  name: 'institutions',
  entities: [
    Document,
    Facility,
    FacilityCapacity,
    FacilityIncident,
    FacilityPlace,
    FacilityPlaceOffer,
    FacilityWaitingEntry,
    HouseRuleBreach,
    IncidentPerson,
    NightStay,
    Placement,
    PlacementAbsence,
    PlacementActivity,
    PlacementExtension,
    ProviderRegistration,
  ],
  resolvers: [
    PlacementDocumentResolver,
    AnnualReportResolver,
    FacilityChangeResolver,
    FacilityHouseResolver,
    FacilityIncidentResolver,
    FacilityPlaceOfferResolver,
    FacilityQueueResolver,
    FacilityRegisterResolver,
    FacilityResolver,
    ForecastResolver,
    HouseResolver,
    NightResolver,
    PersonPlacementsResolver,
    PlaceOnDayResolver,
    PlacementAbsenceResolver,
    PlacementHouseResolver,
    PlacementResolver,
    ProviderRegistrationResolver,
    InstitutionsRecordsResolver,
    ...audit.resolvers,
  ],
  types: [AnnualReport, Person, ...audit.types],
  references: {
    AnnualReport: annualReportReference,
    Facility: facilityReference,
    Person: ({ id }) => personRef(String(id)),
    Placement: placementReference,
    ...audit.references,
  },
  files: documentFiles(placementDocuments),
  migrations: new URL('../migrations/', import.meta.url),
  broughtMigrations: [documentMigrations],
  prepare: prepareDocuments,
};

export { institutionsRecords } from './report/report-records.js';
export { institutionsRules } from './report/rules.js';
