import { Document, documentFiles, documentMigrations, prepareDocuments } from '@atbalsts/documents';
import { auditOf, type DomainModule } from '@atbalsts/graphql';
import { Appointment, ReceptionHours } from './appointment/appointment.entity.js';
import { AppointmentResolver, appointmentReference, ReceptionHoursResolver } from './appointment/appointment.resolver.js';
import { AssessmentFormResolver } from './assessment-form/assessment-form.resolver.js';
import { AssistantContract, AssistantReport } from './assistant/assistant.entity.js';
import {
  AssistantContractResolver,
  AssistantReportResolver,
  assistantContractReference,
  assistantReportReference,
} from './assistant/assistant.resolver.js';
import { CarePlan, CareTask } from './care-plan/care-plan.entity.js';
import { CarePlanResolver, CareTaskResolver, RequestCarePlanResolver } from './care-plan/care-plan.resolver.js';
import { EmployeeResolver } from './caseload/employee.resolver.js';
import { ClientGroup } from './client-group/client-group.entity.js';
import { ClientGroupResolver } from './client-group/client-group.resolver.js';
import { Delivery } from './delivery/delivery.entity.js';
import { DeliveryResolver } from './delivery/delivery.resolver.js';
import { caseDocuments } from './document/case-document.owner.js';
import { CaseDocumentResolver } from './document/case-document.resolver.js';
import { DueWorkResolver } from './due-work/due-work.resolver.js';
import { employeeRef } from './external/employee.js';
import { personRef } from './external/person.js';
import { Region, regionRef } from './external/region.js';
import { FeeAssessment, Invoice, Receipt } from './fee/fee.entity.js';
import {
  FeeArrearsResolver,
  FeeAssessmentResolver,
  FeeResolver,
  FeeRuleResolver,
  InvoiceResolver,
  invoiceReference,
  ReceiptResolver,
} from './fee/fee.resolver.js';
import { HomeVisit, HomeVisitOpinion } from './home-visit/home-visit.entity.js';
import { homeVisitReference } from './home-visit/home-visit.reference.js';
import { HomeVisitOpinionResolver, HomeVisitResolver } from './home-visit/home-visit.resolver.js';
import { MealIssue } from './meal/meal.js';
import { MealIssueResolver } from './meal/meal.resolver.js';
import { OpenWorkResolver } from './open-work/open-work.resolver.js';
import { ParticipationAgreement, ParticipationDuty } from './participation-agreement/participation-agreement.entity.js';
import { participationAgreementReference } from './participation-agreement/participation-agreement.reference.js';
import { ParticipationAgreementResolver } from './participation-agreement/participation-agreement.resolver.js';
import { PersonResolver } from './person/person.resolver.js';
import { FreePlace, PlaceOffer } from './place-offer/place-offer.entity.js';
import { FreePlaceResolver, PlaceOfferResolver, RequestOffersResolver } from './place-offer/place-offer.resolver.js';
import { Programme, ProgrammeEnrolment, ProgrammeGroup, ProgrammeSession, SessionAttendance } from './programme/programme.entity.js';
import {
  ProgrammeEnrolmentResolver,
  ProgrammeGroupResolver,
  ProgrammeResolver,
  ProgrammeSessionResolver,
  programmeReference,
  SessionAttendanceResolver,
} from './programme/programme.resolver.js';
import { loadReference } from './reference-data.js';
import { Referral } from './referral/referral.entity.js';
import { referralReference } from './referral/referral.reference.js';
import { ReferralResolver } from './referral/referral.resolver.js';
import { AnnualReport, AnnualReportResolver, annualReportReference } from './report/annual-report.resolver.js';
import { ServicesRecordsResolver } from './report/report-records.js';
import { ServiceOutcomesResolver } from './report/service-outcomes.js';
import { RiskAssessment } from './risk-assessment/risk-assessment.entity.js';
import { CaseRiskResolver, RiskAssessmentResolver } from './risk-assessment/risk-assessment.resolver.js';
import { ServiceAgreement } from './service-agreement/service-agreement.entity.js';
import { RequestAgreementResolver, ServiceAgreementResolver } from './service-agreement/service-agreement.resolver.js';
import { CountedServicesResolver } from './service-coverage/counted-service.js';
import { RegionResolver } from './service-coverage/region.resolver.js';
import { ServiceProject } from './service-project/service-project.entity.js';
import { ProgrammeProjectResolver, RequestProjectResolver, ServiceProjectResolver } from './service-project/service-project.resolver.js';
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
import { Submission } from './submission/submission.entity.js';
import { SubmissionResolver, submissionReference } from './submission/submission.resolver.js';
import { SupportRecord } from './support/support.js';
import { PersonSupportResolver, SupportRecordResolver } from './support/support.resolver.js';
import { Trip, TripRider } from './trip/trip.js';
import { TripResolver } from './trip/trip.resolver.js';
import { ViolenceFollowUp, ViolenceReport } from './violence/violence-report.entity.js';
import { violenceReportReference } from './violence/violence-report.reference.js';
import { ViolenceFollowUpResolver, ViolenceReportResolver } from './violence/violence-report.resolver.js';
import { VisitRoute, VisitRouteStop } from './visit-route/visit-route.js';
import { VisitRouteResolver, VisitRouteStopResolver, visitRouteReference } from './visit-route/visit-route.resolver.js';
import { RequestWaitingResolver, WaitingListChangeResolver, WaitingListResolver } from './waiting-list/waiting-list.resolver.js';
import { WaitingListChange } from './waiting-list/waiting-list-change.entity.js';
import { WaitingListEntry } from './waiting-list/waiting-list-entry.entity.js';

export { caseDocuments } from './document/case-document.owner.js';

/** What this domain adds for the auditor. */
const audit = auditOf('services', 'social work and services');

/** Services: social work, requests for services, and what partners do for the people referred to them. */
export const services: DomainModule = {
  name: 'services',
  entities: [
    Document,
    Appointment,
    ReceptionHours,
    VisitRoute,
    VisitRouteStop,
    MealIssue,
    Trip,
    TripRider,
    Programme,
    ProgrammeEnrolment,
    ProgrammeGroup,
    ProgrammeSession,
    SessionAttendance,
    AssistantContract,
    AssistantReport,
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
    ClientGroup,
    Delivery,
    FeeAssessment,
    HomeVisit,
    HomeVisitOpinion,
    Invoice,
    NeedsAssessment,
    ParticipationAgreement,
    ParticipationDuty,
    Receipt,
    Referral,
    ServiceProject,
    ServiceRequest,
    ServiceType,
    SocialCase,
    Submission,
    SupportRecord,
    SurveyAnswer,
    ViolenceFollowUp,
    ViolenceReport,
    WaitingListEntry,
  ],
  resolvers: [
    ServiceProjectResolver,
    RequestProjectResolver,
    ProgrammeProjectResolver,
    CaseDocumentResolver,
    AppointmentResolver,
    ReceptionHoursResolver,
    VisitRouteResolver,
    VisitRouteStopResolver,
    MealIssueResolver,
    TripResolver,
    ProgrammeEnrolmentResolver,
    ProgrammeGroupResolver,
    ProgrammeResolver,
    ProgrammeSessionResolver,
    SessionAttendanceResolver,
    AssistantContractResolver,
    AssistantReportResolver,
    AssessmentFormResolver,
    CarePlanResolver,
    CareTaskResolver,
    CaseRiskResolver,
    ClientGroupResolver,
    PersonSupportResolver,
    SupportRecordResolver,
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
    CaseHandoverResolver,
    CaseNoteResolver,
    DeliveryResolver,
    DueWorkResolver,
    EmployeeResolver,
    OpenWorkResolver,
    FeeArrearsResolver,
    FeeAssessmentResolver,
    FeeResolver,
    FeeRuleResolver,
    HomeVisitOpinionResolver,
    HomeVisitResolver,
    InvoiceResolver,
    NeedsAssessmentResolver,
    ParticipationAgreementResolver,
    PersonResolver,
    ReceiptResolver,
    ReferralResolver,
    RegionResolver,
    ServiceRequestResolver,
    ServiceTypeResolver,
    SocialCaseResolver,
    SubmissionResolver,
    ViolenceFollowUpResolver,
    ViolenceReportResolver,
    WaitingListResolver,
    ServiceOutcomesResolver,
    CountedServicesResolver,
    ServicesRecordsResolver,
    ...audit.resolvers,
  ],
  types: [AnnualReport, Region, ...audit.types],
  references: {
    Appointment: appointmentReference,
    VisitRoute: visitRouteReference,
    Programme: programmeReference,
    AssistantContract: assistantContractReference,
    AssistantReport: assistantReportReference,
    AnnualReport: annualReportReference,
    Employee: ({ id }) => employeeRef(String(id)),
    HomeVisit: homeVisitReference,
    Invoice: invoiceReference,
    ParticipationAgreement: participationAgreementReference,
    Person: ({ id }) => personRef(String(id)),
    Referral: referralReference,
    Region: ({ code }) => regionRef(String(code)),
    ServiceRequest: serviceRequestReference,
    ServiceType: serviceTypeReference,
    SocialCase: socialCaseReference,
    Submission: submissionReference,
    ViolenceReport: violenceReportReference,
    ...audit.references,
  },
  files: documentFiles(caseDocuments),
  migrations: new URL('../migrations/', import.meta.url),
  broughtMigrations: [documentMigrations],
  prepare: prepareDocuments,
  loadReference,
};

export { servicesRecords } from './report/report-records.js';
