import { demoId } from '@atbalsts/auth';
import { bauska, daugavpils } from '@atbalsts/reference';
import type { World } from '../world.js';

/** A progress report of the demo: what people wrote, who submitted it, and by which decision the council approved it. */
interface WrittenReport {
  municipality: string;
  strategy: string;
  year: number;
  summary: string;
  newProblems: string;
  proposals: string;
  submittedOn: string;
  /** Name of the persona who submitted it. */
  by: string;
  approved: { on: string; by: string; decision: string } | null;
}

const reports: readonly WrittenReport[] = [
  {
    municipality: daugavpils,
    strategy: 'daugavpils-2023',
    year: 2023,
    summary: 'Lielākā daļa uzdevumu ir izpildīta; sociālā darba speciālistu skaits ir tuvu plānotajam.',
    newProblems: 'Trūkst sociālo dzīvokļu; pieaug atbalsta pieprasījums ģimenēm ar bērniem.',
    proposals: 'Klienti lūdz pieņemšanas laikus vakaros.',
    submittedOn: '2024-03-04',
    by: 'head-of-services',
    approved: null,
  },
  {
    municipality: bauska,
    strategy: 'bauska-2016-2020',
    year: 2019,
    summary: 'Pasākumi īstenoti pēc plāna; atsevišķi pārcelti uz 2020. gadu.',
    newProblems: 'Aprūpes mājās pieprasījums aug ātrāk par finansējumu.',
    proposals: 'Partneri iesaka kopīgu transportu.',
    submittedOn: '2020-02-20',
    by: 'demo-2020',
    approved: { on: '2020-03-26', by: 'director-bauska', decision: 'Domes 2020. gada 26. marta lēmums Nr. 12 (demonstrācija)' },
  },
];

/** Progress reports: one that waits for the council's approval, so that another person can record it, and one that has it. */
export function addProgressReports(world: World): void {
  for (const { municipality, strategy, year, summary, newProblems, proposals, submittedOn, by, approved } of reports)
    world.add('strategy', 'progress_report', {
      id: world.id('progress-report', `${strategy} ${year}`),
      municipality,
      strategy_id: world.id('strategy', strategy),
      year,
      state: approved ? 'APPROVED' : 'SUBMITTED',
      summary,
      new_problems: newProblems,
      update_grounds: null,
      proposals,
      submitted_on: submittedOn,
      submitted_by: `demo:${by}`,
      submitted_employee_id: approved ? null : demoId('employee', by),
      approved_on: approved?.on ?? null,
      approved_by: approved ? `demo:${approved.by}` : null,
      council_decision: approved?.decision ?? null,
    });
}
