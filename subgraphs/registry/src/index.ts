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
import { FormerIdentity } from './identity/former-identity.entity.js';
import { IdentityResolver } from './identity/identity.resolver.js';
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
import { Representation } from './representation/representation.entity.js';
import { representationReference } from './representation/representation.reference.js';
import { PersonRepresentationResolver, RepresentationResolver } from './representation/representation.resolver.js';
import { Residence } from './residence/residence.entity.js';
import { ResidenceResolver } from './residence/residence.resolver.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';

/** Registry: who and where. The only domain that holds a person's identity; the others know a person by id alone. */
export const registry: DomainModule = {
  name: 'registry',
  entities: [
    Circumstance,
    Consent,
    FormerIdentity,
    EmergencyAccess,
    Household,
    HouseholdMember,
    Municipality,
    Organisation,
    Person,
    PersonalCode,
    Region,
    Representation,
    Residence,
    YearCount,
  ],
  resolvers: [
    AuditResolver,
    ConsentResolver,
    EmergencyAccessResolver,
    HouseholdMemberResolver,
    HouseholdResolver,
    IdentityResolver,
    MunicipalityResolver,
    OrganisationResolver,
    PersonRepresentationResolver,
    PersonResolver,
    RegionResolver,
    RepresentationResolver,
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
    Representation: representationReference,
    ...registryAudit.references,
  },
  migrations: new URL('../migrations/', import.meta.url),
  loadReference,
  emergencyHold,
};

export * from './import/applicants.js';
export * from './import/import.types.js';
export * from './import/person-import.js';
