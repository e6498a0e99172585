import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { type Actor, samePerson } from '../published-report/publish-report.rules.js';

/** Everything that is wrong with recording an approval: only what is submitted is approved, by another person than who submitted it, by a decision. */
export function approvalProblems(
  report: { state: 'DRAFT' | 'SUBMITTED' | 'APPROVED'; submittedBy: Actor | null },
  actor: Actor,
  decision: string,
): Problem[] {
  const found: Problem[] = [];
  const refused = (code: ProblemCode, field: string | null, lv: string, en: string) => found.push(problem(code, lv, en, field));
  if (report.state === 'APPROVED')
    refused(ProblemCode.WRONG_STATE, null, 'Pārskats jau ir apstiprināts.', 'The report is approved already.');
  if (report.state === 'DRAFT')
    refused(ProblemCode.WRONG_STATE, null, 'Pārskats vēl nav iesniegts.', 'The report has not been submitted yet.');
  if (report.submittedBy && samePerson(report.submittedBy, actor))
    refused(
      ProblemCode.FOUR_EYES,
      null,
      'Šo pārskatu iesniedzāt jūs; apstiprinājumu ieraksta cits cilvēks.',
      'You submitted this report; another person records its approval.',
    );
  if (!decision.trim())
    refused(ProblemCode.INVALID, 'decision', 'Norādiet domes lēmumu.', 'Give the decision by which the council approved it.');
  return found;
}
