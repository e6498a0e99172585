import type { DomainModule } from '@atbalsts/graphql';
import { AssessmentFormResolver } from './assessment-form/assessment-form.resolver.js';
import { AuditTrail, AuditTrailResolver, auditTrailReference } from './audit-trail/audit-trail.resolver.js';
import { CarePlan, CareTask } from './care-plan/care-plan.entity.js';
import { CarePlanResolver, CareTaskResolver, RequestCarePlanResolver } from './care-plan/care-plan.resolver.js';
import { EmployeeResolver } from './caseload/employee.resolver.js';
import { Delivery } from './delivery/delivery.entity.js';
import { DeliveryResolver } from './delivery/delivery.resolver.js';
import { DueWorkResolver } from './due-work/due-work.resolver.js';
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
import { FreePlace, PlaceOffer } from './place-offer/place-offer.entity.js';
import { FreePlaceResolver, PlaceOfferResolver, RequestOffersResolver } from './place-offer/place-offer.resolver.js';
import { loadReference } from './reference-data.js';
import { Referral } from './referral/referral.entity.js';
import { referralReference } from './referral/referral.reference.js';
import { ReferralResolver } from './referral/referral.resolver.js';
import { AnnualReport, AnnualReportResolver, annualReportReference } from './report/annual-report.resolver.js';
import { RiskAssessment } from './risk-assessment/risk-assessment.entity.js';
import { CaseRiskResolver, RiskAssessmentResolver } from './risk-assessment/risk-assessment.resolver.js';
import { ServiceAgreement } from './service-agreement/service-agreement.entity.js';
import { RequestAgreementResolver, ServiceAgreementResolver } from './service-agreement/service-agreement.resolver.js';
import { RegionResolver } from './service-coverage/region.resolver.js';
import { NeedsAssessment } from './service-request/needs-assessment.entity.js';
import { ServiceRequest } from './service-request/service-request.entity.js';
import { serviceRequestReference } from './service-request/service-request.reference.js';
import { NeedsAssessmentResolver, ServiceRequestResolver } from './service-request/service-request.resolver.js';
import { SurveyAnswer } from './service-request/survey-answer.entity.js';
import { ServiceReview } from './service-review/service-review.entity.js';
import { RequestReviewResolver, ServiceReviewResolver } from './service-review/service-review.resolver.js';
import { ServiceType } from './service-type/service-type.entity.js';
import { serviceTypeReference } from './service-type/service-type.reference.js';
import { ServiceTypeResolver } from './service-type/service-type.resolver.js';
import { CaseGoal } from './social-case/case-goal.entity.js';
import { CaseHandover } from './social-case/case-handover.entity.js';
import { CaseNote } from './social-case/case-note.entity.js';
import { SocialCase } from './social-case/social-case.entity.js';
import { socialCaseReference } from './social-case/social-case.reference.js';
import { CaseHandoverResolver, CaseNoteResolver, SocialCaseResolver } from './social-case/social-case.resolver.js';
import { RequestWaitingResolver, WaitingListChangeResolver, WaitingListResolver } from './waiting-list/waiting-list.resolver.js';
import { WaitingListChange } from './waiting-list/waiting-list-change.entity.js';
import { WaitingListEntry } from './waiting-list/waiting-list-entry.entity.js';

/** Services: social work, requests for services, and what partners do for the people referred to them. */
export const services: DomainModule = {
  name: 'services',
  entities: [
    CarePlan,
    CareTask,
    FreePlace,
    PlaceOffer,
    RiskAssessment,
    ServiceAgreement,
    ServiceReview,
    WaitingListChange,
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
    AssessmentFormResolver,
    CarePlanResolver,
    CareTaskResolver,
    CaseRiskResolver,
    FreePlaceResolver,
    PlaceOfferResolver,
    RequestAgreementResolver,
    RequestCarePlanResolver,
    RequestOffersResolver,
    RequestReviewResolver,
    RequestWaitingResolver,
    RiskAssessmentResolver,
    ServiceAgreementResolver,
    ServiceReviewResolver,
    WaitingListChangeResolver,
    AnnualReportResolver,
    AuditTrailResolver,
    CaseHandoverResolver,
    CaseNoteResolver,
    DeliveryResolver,
    DueWorkResolver,
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
  ],
  types: [AnnualReport, AuditTrail, Region],
  references: {
    AnnualReport: annualReportReference,
    AuditTrail: auditTrailReference,
    Employee: ({ id }) => employeeRef(String(id)),
    HomeVisit: homeVisitReference,
    ParticipationAgreement: participationAgreementReference,
    Person: ({ id }) => personRef(String(id)),
    Referral: referralReference,
    Region: ({ code }) => regionRef(String(code)),
    ServiceRequest: serviceRequestReference,
    ServiceType: serviceTypeReference,
    SocialCase: socialCaseReference,
  },
  migrations: new URL('../migrations/', import.meta.url),
  loadReference,
};
