import { auditOf, type DomainModule } from '@atbalsts/graphql';
import { EmployeeAbsence } from './absence/absence.entity.js';
import { EmployeeAbsenceResolver, EmployeeAbsencesResolver } from './absence/absence.resolver.js';
import { Employee, Employment } from './employee/employee.entity.js';
import { employeeReference } from './employee/employee.reference.js';
import { EmployeeResolver } from './employee/employee.resolver.js';
import { EmployeeChangeResolver } from './employee/employee-change.resolver.js';
import { EmployeeEvaluation } from './evaluation/evaluation.entity.js';
import { EmployeeEvaluationsResolver, EvaluationResolver } from './evaluation/evaluation.js';
import { AnnualReport, annualReportReference } from './external/annual-report.js';
import { Municipality, municipalityReference } from './external/municipality.js';
import { EmployeeResponsibilityResolver, HandoverResolver } from './handover/handover.js';
import { SupervisionRecord, TrainingRecord } from './obligation/hours.entity.js';
import { Post, PostAssignmentRow } from './post/post.entity.js';
import { PostAssignmentResolver } from './post/post.resolver.js';
import { EmployeeProfile, ProfileResolver } from './profile/profile.js';
import { EmployeePromotion } from './promotion/promotion.entity.js';
import { EmployeePromotionsResolver, PromotionResolver } from './promotion/promotion.js';
import { EmployeeQualification } from './qualification/qualification.entity.js';
import { QualificationResolver, UnitQualificationsResolver } from './qualification/qualification.js';
import { ReportResolver } from './report/report.resolver.js';
import { WorkforceRecordsResolver } from './report/report-records.js';
import { StaffingResolver } from './staffing/staffing.resolver.js';
import { SupervisionResolver } from './supervision/supervision.resolver.js';
import { TrainingResolver } from './training/training.resolver.js';
import { Unit } from './unit/unit.entity.js';
import { unitReference } from './unit/unit.reference.js';
import { UnitResolver } from './unit/unit.resolver.js';
import { UnitPeopleResolver } from './unit/unit-people.resolver.js';

export { workforceRecords } from './report/report-records.js';

/** What this domain adds for the auditor. */
const audit = auditOf('workforce', 'the workforce');

/** Workforce: units, posts, employees and what the rules ask of them. */
export const workforce: DomainModule = {
  name: 'workforce',
  entities: [
    Employee,
    EmployeeAbsence,
    EmployeeEvaluation,
    EmployeeProfile,
    EmployeePromotion,
    EmployeeQualification,
    Employment,
    Post,
    PostAssignmentRow,
    SupervisionRecord,
    TrainingRecord,
    Unit,
  ],
  resolvers: [
    EmployeeAbsenceResolver,
    EmployeeAbsencesResolver,
    EmployeeChangeResolver,
    EmployeeEvaluationsResolver,
    EmployeePromotionsResolver,
    EmployeeResolver,
    EmployeeResponsibilityResolver,
    EvaluationResolver,
    HandoverResolver,
    PostAssignmentResolver,
    ProfileResolver,
    PromotionResolver,
    QualificationResolver,
    ReportResolver,
    StaffingResolver,
    SupervisionResolver,
    TrainingResolver,
    UnitPeopleResolver,
    UnitQualificationsResolver,
    UnitResolver,
    WorkforceRecordsResolver,
    ...audit.resolvers,
  ],
  types: [AnnualReport, Municipality, ...audit.types],
  references: {
    AnnualReport: annualReportReference,
    Employee: employeeReference,
    Municipality: municipalityReference,
    Unit: unitReference,
    ...audit.references,
  },
  migrations: new URL('../migrations/', import.meta.url),
};
