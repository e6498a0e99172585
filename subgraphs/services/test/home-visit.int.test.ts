import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, townWith } from './town.js';

const record = `mutation($i: RecordHomeVisitInput!) { recordHomeVisit(input: $i) {
  homeVisit { id on person { id } opinions { employee { id } findings } } problems { code field } } }`;

describe('a home visit', () => {
  const neighbours = new Neighbours();
  const [kristine, ilze] = [neighbours.employee(), neighbours.employee()];
  const worker = staff('social-worker');
  let town: TestSubgraph;

  const visit = (personId: string, change: object = {}) => ({
    personId,
    on: '2026-11-20',
    opinions: [
      { employeeId: kristine, findings: 'Kārtīgi' },
      { employeeId: ilze, findings: ' Auksti ' },
    ],
    ...change,
  });
  const recording = async (input: object, who = worker) => (await town.ask(who, record, { i: input })).data.recordHomeVisit;

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('is recorded once with the opinion of each who came, and stands in the timeline', async () => {
    const person = neighbours.person();
    expect(await recording(visit(person), staff('assistance-organiser'))).toEqual({
      homeVisit: {
        id: expect.any(String),
        on: '2026-11-20',
        person: { id: person },
        opinions: [
          { employee: { id: kristine }, findings: 'Kārtīgi' },
          { employee: { id: ilze }, findings: 'Auksti' },
        ],
      },
      problems: [],
    });
    const query = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { timeline { nodes { kind at } } } } }';
    expect((await town.ask(worker, query, { r: [{ __typename: 'Person', id: person }] })).data._entities).toEqual([
      { timeline: { nodes: [{ kind: 'HOME_VISIT', at: '2026-11-20' }] } },
    ]);
    expect(await town.sql('select action, fields from audit_entry where person_id = $1', [person])).toEqual([
      { action: 'visit.record', fields: ['on', 'opinions'] },
    ]);
  });

  it('is refused in the future, with two opinions of one, with an empty one, and writes nothing', async () => {
    const person = neighbours.person();
    const opinions = [
      { employeeId: kristine, findings: 'Kārtīgi' },
      { employeeId: kristine, findings: ' ' },
    ];
    expect((await recording(visit(person, { on: '2026-11-23', opinions }))).problems).toEqual([
      { code: 'INVALID', field: 'on' },
      { code: 'INVALID', field: 'opinions.1.findings' },
      { code: 'INVALID', field: 'opinions.1.employeeId' },
    ]);
    const { errors } = await town.ask(worker, record, { i: visit(person, { opinions: [] }) });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await town.sql('select 1 from home_visit where person_id = $1', [person])).toEqual([]);
  });

  it('is of a person and by employees of the own town, by who may record it', async () => {
    const person = neighbours.person();
    expect((await recording(visit(neighbours.person(bauska)))).problems).toEqual([{ code: 'NOT_FOUND', field: 'personId' }]);
    const opinions = [{ employeeId: neighbours.employee(bauska), findings: 'Kārtīgi' }];
    expect((await recording(visit(person, { opinions }))).problems).toEqual([{ code: 'NOT_FOUND', field: 'opinions.0.employeeId' }]);
    expect((await town.ask(staff('director'), record, { i: visit(person) })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
