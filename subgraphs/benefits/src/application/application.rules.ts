import { invalid, type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { type Grantable, isGranted } from '../benefit-type/benefit-type.rules.js';
import { isIban } from './iban.rules.js';

/** What the registry says of the applicant: null where the municipality knows nobody of the id. */
export interface ApplicantFacts {
  /** Code of the municipality of the residence that is declared today; null for who has none. */
  residence: string | null;
  /** The household on the day of the application; null for who belongs to none. */
  household: string | null;
  /** Kinds of circumstance that hold on the day of the application. */
  circumstances: readonly string[];
}

/** What an application is checked against. */
export interface SubmissionQuestion {
  submission: { householdId: string; submittedOn: string; payeeAccount?: string | null; legalGround: string };
  /** The kind of benefit; null where no benefit has the code. */
  type: (Grantable & { needsResidence: boolean }) | null;
  applicant: ApplicantFacts | null;
  municipality: string;
  today: string;
}

/** What is wrong with an application without asking anybody: its day and its account. */
export function formProblems({ submission, today }: Pick<SubmissionQuestion, 'submission' | 'today'>): Problem[] {
  const found: Problem[] = [];
  if (submission.submittedOn > today)
    found.push(invalid('submittedOn', 'Iesnieguma diena ir nākotnē.', 'The day of the application lies in the future.'));
  if (submission.payeeAccount && !isIban(submission.payeeAccount)) {
    found.push(
      invalid(
        'payeeAccount',
        'Konta numurs nav derīgs IBAN. Pārbaudiet, vai kāda zīme nav sajaukta.',
        'The account number is not a valid IBAN. See whether a character was mistyped.',
      ),
    );
  }
  return found;
}

/**
 * Everything that is wrong with an application, by what the registry says of the applicant. The applicant must belong to the household on its day,
 * and have a declared residence in the municipality unless the kind of benefit says otherwise (Law on Social Services and Social Assistance, section 3;
 * Daugavpils results of 2022, conditions). On the ground UKRAINE_SUPPORT being a Ukrainian civilian on the day stands in the place of the residence.
 */
export function submissionProblems(question: SubmissionQuestion): Problem[] {
  const { submission, type, applicant, municipality } = question;
  const found = formProblems(question);
  if (!type || !isGranted(type, municipality, submission.submittedOn)) {
    found.push(
      problem(
        ProblemCode.NOT_FOUND,
        'Šāda pabalsta pašvaldībā tajā dienā nav. Izvēlieties no pabalstu saraksta.',
        'The municipality does not grant this benefit on that day. Choose from the list of benefits.',
        'benefitType',
      ),
    );
  }
  if (!applicant) {
    found.push(
      problem(
        ProblemCode.NOT_FOUND,
        'Pašvaldībā nav šādas personas. Vispirms reģistrējiet to.',
        'No such person in the municipality. Register the person first.',
        'applicantId',
      ),
    );
    return found;
  }
  if (applicant.household !== submission.householdId) {
    found.push(
      invalid(
        'householdId',
        'Iesniedzējs tajā dienā nav šajā mājsaimniecībā. Pārbaudiet mājsaimniecības sastāvu.',
        'The applicant does not belong to this household on that day. Check its members.',
      ),
    );
  }
  if (submission.legalGround === 'UKRAINE_SUPPORT') {
    if (!applicant.circumstances.includes('UKRAINIAN_CIVILIAN')) {
      found.push(
        invalid(
          'legalGround',
          'Persona tajā dienā nav reģistrēta kā Ukrainas civiliedzīvotājs. Vispirms reģistrējiet apstākli.',
          'The person is not recorded as a Ukrainian civilian on that day. Record the circumstance first.',
        ),
      );
    }
  } else if (type?.needsResidence && applicant.residence !== municipality) {
    found.push(
      invalid(
        'applicantId',
        'Iesniedzējam nav deklarētas dzīvesvietas pašvaldībā.',
        'The applicant has no declared residence in the municipality.',
      ),
    );
  }
  return found;
}
