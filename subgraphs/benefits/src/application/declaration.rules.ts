import { invalid, type Problem } from '@atbalsts/graphql';
import { averagedMonths } from '../means/means.income.rules.js';

/** What a declaration of means is checked against. */
export interface DeclarationQuestion {
  incomes: readonly { personId: string; monthly: readonly number[] }[];
  completeOn: string | null;
  application: { submittedOn: string; applicantId: string; legalGround: string };
  /** Whether means are tested for this kind of benefit. */
  meansTested: boolean;
  /** Who belongs to the household on the day of the application. */
  members: readonly string[];
  today: string;
}

/**
 * Everything that is wrong with declared means: of members of the household only, the three full months before the application of each (Cabinet
 * Regulation 809, paragraph 2), and only where the benefit asks for them (Regulation (EU) 2016/679, article 5(1)(c): data minimisation).
 */
export function declarationProblems(question: DeclarationQuestion): Problem[] {
  const { incomes, completeOn, application, meansTested, members, today } = question;
  const found: Problem[] = [];
  if (!meansTested || application.legalGround !== 'STANDARD') {
    found.push(
      invalid(
        'applicationId',
        'Šim iesniegumam ienākumus nevērtē. Sagatavojiet lēmumu bez tiem.',
        'No means are tested for this application. Propose the decision without them.',
      ),
    );
  }
  if (completeOn !== null && (completeOn < application.submittedOn || completeOn > today)) {
    found.push(
      invalid(
        'completeOn',
        'Iesniegums kļūst pilnīgs ne agrāk kā iesniegšanas dienā un ne nākotnē.',
        'An application is complete not before the day it was submitted, and not in the future.',
      ),
    );
  }
  if (!members.includes(application.applicantId)) {
    found.push(
      invalid(
        'applicationId',
        'Iesniedzējs iesnieguma dienā vairs nav šajā mājsaimniecībā. Pārbaudiet mājsaimniecības sastāvu.',
        'The applicant does not belong to this household on the day of the application any more. Check its members.',
      ),
    );
  }
  for (const [at, { personId, monthly }] of incomes.entries()) {
    if (!members.includes(personId)) {
      found.push(
        invalid(
          `incomes.${at}.personId`,
          'Persona iesnieguma dienā nav šajā mājsaimniecībā.',
          'The person does not belong to the household on the day of the application.',
        ),
      );
    }
    if (monthly.length !== averagedMonths) {
      found.push(
        invalid(
          `incomes.${at}.monthly`,
          'Jānorāda tieši trīs pilni mēneši pirms iesnieguma; mēnesī bez ienākumiem rakstiet 0.00.',
          'Give exactly the three full months before the application; write 0.00 for a month without income.',
        ),
      );
    }
  }
  return found;
}
