import { Document, documentFiles, documentMigrations, prepareDocuments } from '@atbalsts/documents';
import { auditOf, type DomainModule } from '@atbalsts/graphql';
import { AffectedResolver } from './affected/affected.resolver.js';
import { Application } from './application/application.entity.js';
import { applicationReference } from './application/application.reference.js';
import { ApplicationResolver, DeclaredIncomeResolver, PersonApplicationsResolver } from './application/application.resolver.js';
import { ApplicationMember } from './application/application-member.entity.js';
import { DeclaredIncome } from './application/declared-income.entity.js';
import { WithdrawalResolver } from './application/withdrawal.resolver.js';
import { BankResolver } from './bank/bank.resolver.js';
import { BenefitType } from './benefit-type/benefit-type.entity.js';
import { benefitTypeReference } from './benefit-type/benefit-type.reference.js';
import { BenefitTypeResolver } from './benefit-type/benefit-type.resolver.js';
import { ChangedDecisionResolver, ChangeResolver } from './change/change.resolver.js';
import { Decision } from './decision/decision.entity.js';
import { decisionReference } from './decision/decision.reference.js';
import { DecisionResolver, PersonBenefitsResolver } from './decision/decision.resolver.js';
import { DecisionMutationResolver } from './decision/decision-mutation.resolver.js';
import { applicationDocuments } from './document/application-document.owner.js';
import { ApplicationDocumentResolver } from './document/application-document.resolver.js';
import { AnnualReport } from './external/annual-report.js';
import { employeeRef } from './external/employee.js';
import { householdRef } from './external/household.js';
import { personRef } from './external/person.js';
import { HouseholdStatusResolver } from './household-status/household-status.resolver.js';
import { letterFile } from './letter/letter.file.js';
import { MeansResolver } from './means/means.resolver.js';
import { EmployeeOpenWorkResolver } from './open-work/open-work.js';
import { Payment } from './payment/payment.entity.js';
import { paymentBatchReference } from './payment/payment.reference.js';
import { PaymentBatchResolver, PaymentResolver } from './payment/payment.resolver.js';
import { PaymentBatch } from './payment/payment-batch.entity.js';
import { Prolongation } from './prolongation/prolongation.entity.js';
import { ProlongationResolver, ProlongedResolver } from './prolongation/prolongation.resolver.js';
import { Recovery } from './recovery/recovery.entity.js';
import { DecisionRecoveryResolver, RecoveryDeductionResolver, RecoveryResolver } from './recovery/recovery.resolver.js';
import { loadReference } from './reference-data.js';
import { DecisionDifferences } from './register/decision-differences.entity.js';
import { DecisionDifferencesResolver } from './register/decision-differences.resolver.js';
import {
  ApplicationRegistersResolver,
  IncomeDifferenceResolver,
  RecordDifferenceResolver,
  RegisterResolver,
} from './register/register.resolver.js';
import { RegisterAnswer } from './register/register-answer.entity.js';
import { RegisterQuestion } from './register/register-question.entity.js';
import { AnnualReportResolver, annualReportReference } from './report/annual-report.resolver.js';
import { BenefitsRecordsResolver } from './report/report-records.js';
import { BenefitRule } from './rule/benefit-rule.entity.js';
import { HousingCoefficient } from './rule/housing-coefficient.entity.js';
import { ThresholdResolver } from './rule/threshold.resolver.js';
import { ThresholdRule } from './rule/threshold-rule.entity.js';

export { applicationDocuments } from './document/application-document.owner.js';
export { useRegisters } from './register/ports.js';
export { benefitsRecords } from './report/report-records.js';
export { benefitsRules } from './report/rules.js';

/** What this domain adds for the auditor. */
const audit = auditOf('benefits', 'benefits');

/** Benefits: from an application to money in a checked batch. Knows persons, households and employees by id alone. */
export const benefits: DomainModule = {
  name: 'benefits',
  entities: [
    Document,
    Application,
    ApplicationMember,
    BenefitRule,
    BenefitType,
    Decision,
    DecisionDifferences,
    DeclaredIncome,
    HousingCoefficient,
    Payment,
    PaymentBatch,
    Prolongation,
    Recovery,
    RegisterAnswer,
    RegisterQuestion,
    ThresholdRule,
  ],
  resolvers: [
    AffectedResolver,
    AnnualReportResolver,
    ApplicationDocumentResolver,
    ApplicationRegistersResolver,
    ApplicationResolver,
    BankResolver,
    BenefitTypeResolver,
    DecisionDifferencesResolver,
    ChangedDecisionResolver,
    ChangeResolver,
    DecisionMutationResolver,
    DecisionRecoveryResolver,
    DecisionResolver,
    DeclaredIncomeResolver,
    EmployeeOpenWorkResolver,
    HouseholdStatusResolver,
    IncomeDifferenceResolver,
    MeansResolver,
    PaymentBatchResolver,
    PaymentResolver,
    PersonApplicationsResolver,
    PersonBenefitsResolver,
    RecordDifferenceResolver,
    RegisterResolver,
    ProlongationResolver,
    ProlongedResolver,
    RecoveryDeductionResolver,
    RecoveryResolver,
    ThresholdResolver,
    WithdrawalResolver,
    BenefitsRecordsResolver,
    ...audit.resolvers,
  ],
  types: [AnnualReport, ...audit.types],
  references: {
    AnnualReport: annualReportReference,
    Application: applicationReference,
    BenefitType: benefitTypeReference,
    Decision: decisionReference,
    Employee: ({ id }) => employeeRef(String(id)),
    Household: ({ id }) => householdRef(String(id)),
    PaymentBatch: paymentBatchReference,
    Person: ({ id }) => personRef(String(id)),
    ...audit.references,
  },
  files: [letterFile, ...documentFiles(applicationDocuments)],
  migrations: new URL('../migrations/', import.meta.url),
  broughtMigrations: [documentMigrations],
  prepare: prepareDocuments,
  loadReference,
};

export * from './import/application-import.js';
