import { auditOf, type DomainModule } from '@atbalsts/graphql';
import { EmployeeResolver } from './caseload/employee.resolver.js';
import { Delivery } from './delivery/delivery.entity.js';
import { DeliveryResolver } from './delivery/delivery.resolver.js';
import { employeeRef } from './external/employee.js';
import { personRef } from './external/person.js';
import { Region, regionRef } from './external/region.js';
import { HomeVisit, HomeVisitOpinion } from './home-visit/home-visit.entity.js';
import { homeVisitReference } from './home-visit/home-visit.reference.js';
import { HomeVisitOpinionResolver, HomeVisitResolver } from './home-visit/home-visit.resolver.js';
import { ParticipationAgreement, ParticipationDuty } from './participation-agreement/participation-agreement.entity.js';
import { participationAgreementReference } from './participation-agreement/participation-agreement.reference.js';
import { ParticipationAgreementResolver } from './participation-agreement/participation-agreement.resolver.js';
import { PersonResolver } from './person/person.resolver.js';
import { loadReference } from './reference-data.js';
import { Referral } from './referral/referral.entity.js';
import { referralReference } from './referral/referral.reference.js';
import { ReferralResolver } from './referral/referral.resolver.js';
import { AnnualReport, AnnualReportResolver, annualReportReference } from './report/annual-report.resolver.js';
import { RegionResolver } from './service-coverage/region.resolver.js';
import { NeedsAssessment } from './service-request/needs-assessment.entity.js';
import { ServiceRequest } from './service-request/service-request.entity.js';
import { serviceRequestReference } from './service-request/service-request.reference.js';
import { NeedsAssessmentResolver, ServiceRequestResolver } from './service-request/service-request.resolver.js';
import { SurveyAnswer } from './service-request/survey-answer.entity.js';
import { ServiceType } from './service-type/service-type.entity.js';
import { serviceTypeReference } from './service-type/service-type.reference.js';
import { ServiceTypeResolver } from './service-type/service-type.resolver.js';
import { CaseGoal } from './social-case/case-goal.entity.js';
import { CaseHandover } from './social-case/case-handover.entity.js';
import { CaseNote } from './social-case/case-note.entity.js';
import { SocialCase } from './social-case/social-case.entity.js';
import { socialCaseReference } from './social-case/social-case.reference.js';
import { CaseHandoverResolver, CaseNoteResolver, SocialCaseResolver } from './social-case/social-case.resolver.js';
import { WaitingListResolver } from './waiting-list/waiting-list.resolver.js';
import { WaitingListEntry } from './waiting-list/waiting-list-entry.entity.js';

/** What this domain adds for the auditor. */
const audit = auditOf('services', 'social work and services');

/** Services: social work, requests for services, and what partners do for the people referred to them. */
export const services: DomainModule = {
  name: 'services',
  entities: [
    CaseGoal,
    CaseHandover,
    CaseNote,
    Delivery,
    HomeVisit,
    HomeVisitOpinion,
    NeedsAssessment,
    ParticipationAgreement,
    ParticipationDuty,
    Referral,
    ServiceRequest,
    ServiceType,
    SocialCase,
    SurveyAnswer,
    WaitingListEntry,
  ],
  resolvers: [
    AnnualReportResolver,
    CaseHandoverResolver,
    CaseNoteResolver,
    DeliveryResolver,
    EmployeeResolver,
    HomeVisitOpinionResolver,
    HomeVisitResolver,
    NeedsAssessmentResolver,
    ParticipationAgreementResolver,
    PersonResolver,
    ReferralResolver,
    RegionResolver,
    ServiceRequestResolver,
    ServiceTypeResolver,
    SocialCaseResolver,
    WaitingListResolver,
    ...audit.resolvers,
  ],
  types: [AnnualReport, Region, ...audit.types],
  references: {
    AnnualReport: annualReportReference,
    Employee: ({ id }) => employeeRef(String(id)),
    HomeVisit: homeVisitReference,
    ParticipationAgreement: participationAgreementReference,
    Person: ({ id }) => personRef(String(id)),
    Referral: referralReference,
    Region: ({ code }) => regionRef(String(code)),
    ServiceRequest: serviceRequestReference,
    ServiceType: serviceTypeReference,
    SocialCase: socialCaseReference,
    ...audit.references,
  },
  migrations: new URL('../migrations/', import.meta.url),
  loadReference,
};
