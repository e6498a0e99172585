import { type DomainModule } from '@atbalsts/graphql';
import { registryAudit } from './audit-trail/audit.js';
import { AuditResolver } from './audit-trail/audit.resolver.js';
import { Circumstance } from './circumstance/circumstance.entity.js';
import { Consent } from './consent/consent.entity.js';
import { consentReference } from './consent/consent.reference.js';
import { ConsentResolver } from './consent/consent.resolver.js';
import { EmergencyAccess } from './emergency-access/emergency-access.entity.js';
import { EmergencyAccessResolver } from './emergency-access/emergency-access.resolver.js';
import { emergencyHold } from './emergency-access/emergency-access.service.js';
import { Household, HouseholdMember } from './household/household.entity.js';
import { householdReference } from './household/household.reference.js';
import { HouseholdMemberResolver, HouseholdResolver } from './household/household.resolver.js';
import { Municipality, YearCount } from './municipality/municipality.entity.js';
import { municipalityReference, regionReference } from './municipality/municipality.reference.js';
import { MunicipalityResolver } from './municipality/municipality.resolver.js';
import { Region } from './municipality/region.entity.js';
import { RegionResolver } from './municipality/region.resolver.js';
import { Organisation } from './organisation/organisation.entity.js';
import { organisationReference } from './organisation/organisation.reference.js';
import { OrganisationResolver } from './organisation/organisation.resolver.js';
import { Person } from './person/person.entity.js';
import { personReference } from './person/person.reference.js';
import { PersonResolver } from './person/person.resolver.js';
import { PersonalCode } from './person/personal-code.entity.js';
import { loadReference } from './reference-data.js';
import { Residence } from './residence/residence.entity.js';
import { ResidenceResolver } from './residence/residence.resolver.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';

/** Registry: who and where. The only domain that holds a person's identity; the others know a person by id alone. */
export const registry: DomainModule = {
  name: 'registry',
  entities: [
    Circumstance,
    Consent,
    EmergencyAccess,
    Household,
    HouseholdMember,
    Municipality,
    Organisation,
    Person,
    PersonalCode,
    Region,
    Residence,
    YearCount,
  ],
  resolvers: [
    AuditResolver,
    ConsentResolver,
    EmergencyAccessResolver,
    HouseholdMemberResolver,
    HouseholdResolver,
    MunicipalityResolver,
    OrganisationResolver,
    PersonResolver,
    RegionResolver,
    ResidenceResolver,
    ViewerResolver,
    ...registryAudit.resolvers,
  ],
  types: [...registryAudit.types],
  references: {
    Consent: consentReference,
    Household: householdReference,
    Municipality: municipalityReference,
    Organisation: organisationReference,
    Person: personReference,
    Region: regionReference,
    ...registryAudit.references,
  },
  migrations: new URL('../migrations/', import.meta.url),
  loadReference,
  emergencyHold,
};
