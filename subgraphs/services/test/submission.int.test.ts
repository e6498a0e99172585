import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, townWith } from './town.js';

const fields = 'id number kind dueOn termCitation answeredOn answer late version person { id } about { id } answeredBy { id }';
const receive = `mutation($i: ReceiveSubmissionInput!) { receiveSubmission(input: $i) { submission { ${fields} } problems { code field } } }`;
const answer = `mutation($i: AnswerSubmissionInput!) { answerSubmission(input: $i) { submission { ${fields} } problems { code field } } }`;
const list = `query($f: SubmissionFilter) { submissions(filter: $f, first: 100) { totalCount nodes { id dueOn } } }`;

describe('a complaint or a suggestion', () => {
  const neighbours = new Neighbours();
  const desk = staff('assistance-organiser');
  const head = staff('head-of-services', { employee: neighbours.employee() });
  let town: TestSubgraph;
  let keys = 0;

  const came = (change: object = {}) => ({
    key: `s-${++keys}`,
    kind: 'COMPLAINT',
    receivedOn: '2026-10-31',
    sender: 'J. B.',
    text: 'Gara rinda',
    ...change,
  });
  const receiving = async (change: object = {}, who = desk) => (await town.ask(who, receive, { i: came(change) })).data.receiveSubmission;
  const answering = async (input: object, who = head) => (await town.ask(who, answer, { i: input })).data.answerSubmission;

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('is due a month after it came, by the Law on Submissions', async () => {
    const { submission, problems } = await receiving();
    expect(problems).toEqual([]);
    expect(submission).toMatchObject({
      dueOn: '2026-11-30',
      termCitation: expect.stringContaining('Iesniegumu likuma 5. pant'),
      answeredOn: null,
      late: false,
    });
    expect((await receiving({ receivedOn: '2026-09-30' })).submission).toMatchObject({ dueOn: '2026-10-30', late: true });
    expect((await receiving({ receivedOn: '2026-11-23', text: ' ' })).problems).toEqual([
      { code: 'INVALID', field: 'receivedOn' },
      { code: 'INVALID', field: 'text' },
    ]);
    expect((await receiving({ personId: neighbours.person(bauska) })).problems).toEqual([{ code: 'NOT_FOUND', field: 'personId' }]);
    expect((await receiving({ aboutId: neighbours.employee(bauska) })).problems).toEqual([{ code: 'NOT_FOUND', field: 'aboutId' }]);
  });

  it('is recorded once for its key, though it is sent twenty times at once', async () => {
    const i = came();
    const answers = await Promise.all(Array.from({ length: 20 }, () => town.ask(desk, receive, { i })));
    expect(new Set(answers.map(({ data }) => data.receiveSubmission.submission.id)).size).toBe(1);
    expect((await town.ask(desk, receive, { i: { ...i, kind: 'THANKS' } })).data.receiveSubmission.problems).toEqual([
      { code: 'INVALID', field: 'key' },
    ]);
  });

  it('is answered once, and never by whom it is about', async () => {
    const { submission } = await receiving({ aboutId: head.employee, receivedOn: '2026-11-02' });
    const input = { submissionId: submission.id, version: 1, on: '2026-11-20', answer: 'Atvainojamies' };
    expect((await answering(input)).problems).toEqual([{ code: 'FOUR_EYES', field: 'submissionId' }]);
    const director = staff('director', { employee: neighbours.employee() });
    expect((await answering({ ...input, on: '2026-11-01' }, director)).problems).toEqual([{ code: 'INVALID', field: 'on' }]);
    const done = await answering(input, director);
    expect(done.submission).toMatchObject({
      answeredOn: '2026-11-20',
      answer: 'Atvainojamies',
      answeredBy: { id: director.employee },
      late: false,
      version: 2,
    });
    expect((await answering(input, director)).problems).toEqual([{ code: 'STALE', field: 'version' }]);
    expect((await answering({ ...input, version: 2 }, director)).problems).toEqual([{ code: 'WRONG_STATE', field: 'submissionId' }]);
    expect((await answering({ ...input, submissionId: newId() }, director)).problems).toEqual([
      { code: 'NOT_FOUND', field: 'submissionId' },
    ]);
  });

  it('is listed the first due first, is of the own town, and stands in the timeline of its sender', async () => {
    const person = neighbours.person();
    await receiving({ personId: person, kind: 'SUGGESTION' });
    const { submissions } = (await town.ask(staff('auditor'), list, { f: { answered: false } })).data;
    const days = submissions.nodes.map(({ dueOn }: { dueOn: string }) => dueOn);
    expect(days).toEqual([...days].sort());
    expect((await town.ask(desk, list, { f: { personId: person, kind: 'SUGGESTION', answered: false } })).data.submissions.totalCount).toBe(
      1,
    );
    expect((await town.ask(staff('director', { municipality: bauska }), list)).data.submissions.totalCount).toBe(0);
    const query = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { timeline { nodes { kind } } } } }';
    const { data } = await town.ask(desk, query, { r: [{ __typename: 'Person', id: person }] });
    expect(data._entities[0].timeline.nodes).toEqual([{ kind: 'SUBMISSION_RECEIVED' }]);
  });

  it('is received at a desk, answered by a head, and cannot be deleted', async () => {
    expect((await town.ask(staff('carer'), receive, { i: came() })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await town.ask(staff('hr'), list)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const input = { submissionId: newId(), version: 1, on: '2026-11-20', answer: 'x' };
    expect((await town.ask(desk, answer, { i: input })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await expect(town.database.database.orm.em.fork().execute('delete from submission')).rejects.toThrow(/permission denied/);
  });
});
