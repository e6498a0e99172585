import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { Invalid } from '../invalid.js';

/** What the rules look at in a project. */
export interface ProjectStanding {
  groups: readonly string[];
  from: string;
  until: string;
}

/** Everything that is wrong with naming a project for what begins on a day; null where the catalogue does not have it. */
export function projectProblems(project: ProjectStanding | null, on: string, field: string, dayField: string): Problem[] {
  if (!project) {
    return [
      problem(
        ProblemCode.NOT_FOUND,
        'Šāda projekta nav. Izvēlieties no saraksta.',
        'There is no such project. Choose from the list.',
        field,
      ),
    ];
  }
  return new Invalid().when(
    on < project.from || on >= project.until,
    dayField,
    `Projekts maksā no ${project.from} līdz ${project.until} (neieskaitot).`,
    `The project pays from ${project.from} until before ${project.until}.`,
  ).found;
}

/** Everything that is wrong with requesting a service within a project: it pays on that day, and is for such persons. */
export function requestProjectProblems(project: ProjectStanding | null, group: string, requestedOn: string): Problem[] {
  return [
    ...projectProblems(project, requestedOn, 'project.code', 'requestedOn'),
    ...new Invalid().when(
      project !== null && !project.groups.includes(group),
      'project.group',
      'Projekts nav paredzēts šādām personām.',
      'The project is not for such persons.',
    ).found,
  ];
}
