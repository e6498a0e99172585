import { serviceProjects } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import { projectProblems, requestProjectProblems } from './service-project.rules.js';

const project = { groups: ['LEGAL_REPRESENTATIVE'], from: '2015-07-01', until: '2024-01-01' };

describe('a request within a project', () => {
  it.each(['2015-07-01', '2023-12-31'])('is right on a day on which it pays: %s', (on) => {
    expect(requestProjectProblems(project, 'LEGAL_REPRESENTATIVE', on)).toEqual([]);
  });

  it.each([
    ['before it pays', project, 'LEGAL_REPRESENTATIVE', '2015-06-30', 'INVALID', 'requestedOn'],
    ['after it paid', project, 'LEGAL_REPRESENTATIVE', '2024-01-01', 'INVALID', 'requestedOn'],
    ['of others than it is for', project, 'ADULT_WITH_MENTAL_IMPAIRMENT', '2022-01-01', 'INVALID', 'project.group'],
    ['of nobody’s project', null, 'LEGAL_REPRESENTATIVE', '2022-01-01', 'NOT_FOUND', 'project.code'],
  ] as const)('is refused: %s', (_name, of, group, on, code, field) => {
    expect(requestProjectProblems(of, group, on)).toEqual([expect.objectContaining({ code, field })]);
  });

  it('names every project of the data by a code and a number of its own, with days that are in order', () => {
    expect(new Set(serviceProjects.flatMap(({ code, number }) => [code, number])).size).toBe(serviceProjects.length * 2);
    for (const { from, until } of serviceProjects) expect(projectProblems({ groups: [], from, until }, from, 'a', 'b')).toEqual([]);
  });
});
