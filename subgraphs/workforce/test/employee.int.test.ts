import { isExclusionViolation } from '@atbalsts/database';
import { bauska, countStatements, daugavpils, partner, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workforce } from '../src/index.js';
import { arranger } from './arrange.js';

const hr = staff('hr');

describe('employees, units and posts', () => {
  let town: TestSubgraph;
  let make: ReturnType<typeof arranger>;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    town = await testSubgraph(workforce);
    make = arranger(town, daugavpils);
    ids.service = await make.unit('Dienests');
    ids.sector = await make.unit('Sektors', ids.service);
    ids.anna = await make.employee('Anna Bērzkalne');
    ids.zane = await make.employee('Zane Ābolaine', 'CARER');
    ids.gone = await make.employee('Gunta Bijusī', 'OTHER', '2019-01-01', '2021-01-01');
    ids.half = await make.post(ids.sector, 50);
    ids.full = await make.post(ids.service, 100);
    ids.vacant = await make.post(ids.sector, 75, '2026-01-01');
    ids.abolished = await make.post(ids.sector, 100, '2020-01-01', '2026-01-01');
    await make.hold(ids.half, ids.anna);
    await make.hold(ids.full, ids.anna);
    ids.other = await arranger(town, bauska).employee('Sveša Darbiniece');
  });
  afterAll(() => town?.drop());

  const names = async (search: string | null) => {
    const { data } = await town.ask(hr, 'query($s: String) { employees(search: $s) { totalCount nodes { name } } }', { s: search });
    expect(data.employees.totalCount).toBe(data.employees.nodes.length);
    return data.employees.nodes.map((node: { name: string }) => node.name);
  };

  it('are listed by name as long as they work there, and found without diacritics even when they have left', async () => {
    expect(await names(null)).toEqual(['Anna Bērzkalne', 'Zane Ābolaine']);
    expect(await names('abolaine')).toEqual(['Zane Ābolaine']);
    expect(await names('bijusi')).toEqual(['Gunta Bijusī']);
    expect(await names('%')).toEqual([]);
  });

  it('are paged by cursor, and a broken cursor is bad input', async () => {
    const page = async (after: string | null) =>
      town.ask(hr, 'query($a: String) { employees(first: 1, after: $a) { nodes { name } pageInfo { hasNextPage endCursor } } }', {
        a: after,
      });
    const first = (await page(null)).data.employees;
    expect(first).toMatchObject({ nodes: [{ name: 'Anna Bērzkalne' }], pageInfo: { hasNextPage: true } });
    expect((await page(first.pageInfo.endCursor)).data.employees).toMatchObject({
      nodes: [{ name: 'Zane Ābolaine' }],
      pageInfo: { hasNextPage: false },
    });
    expect((await page('x')).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('have a kind, posts and the unit of the largest post', async () => {
    const { data } = await town.ask(
      staff('carer'),
      'query($id: ID!) { employee(id: $id) { name kind unit { label(language: EN) parent { label } } posts { fte from until unit { label } } } }',
      { id: ids.anna },
    );
    expect(data.employee).toEqual({
      name: 'Anna Bērzkalne',
      kind: 'SOCIAL_WORKER',
      unit: { label: 'Dienests EN', parent: null },
      posts: [
        { fte: 1, from: '2020-01-01', until: null, unit: { label: 'Dienests' } },
        { fte: 0.5, from: '2020-01-01', until: null, unit: { label: 'Sektors' } },
      ],
    });
  });

  it('make up units with their vacancies', async () => {
    const { data } = await town.ask(hr, '{ units { label parent { label } employees { name } vacancies } }');
    expect(data.units).toEqual([
      { label: 'Dienests', parent: null, employees: [{ name: 'Anna Bērzkalne' }], vacancies: 0 },
      { label: 'Sektors', parent: { label: 'Dienests' }, employees: [{ name: 'Anna Bērzkalne' }], vacancies: 0.75 },
    ]);
  });

  it('hold a post one at a time: the database refuses a second holder, and takes a successor', async () => {
    await expect(
      make.hold(ids.half as string, ids.zane as string, '2024-01-01').catch((error) => Promise.reject(isExclusionViolation(error))),
    ).rejects.toBe(true);
    const post = await make.post(ids.sector as string, 25, '2020-01-01', '2025-01-01');
    await make.hold(post, ids.gone as string, '2020-01-01', '2021-01-01');
    await make.hold(post, ids.zane as string, '2021-01-01', '2025-01-01');
  });

  it('are nobody to another town, also when another subgraph refers to them', async () => {
    const query =
      'query($id: ID!, $of: [_Any!]!) { employee(id: $id) { name } _entities(representations: $of) { ... on Employee { name } } }';
    const of = [
      { __typename: 'Employee', id: ids.other },
      { __typename: 'Employee', id: ids.anna },
    ];
    const { data } = await town.ask(hr, query, { id: ids.other, of });
    expect(data).toEqual({ employee: null, _entities: [null, { name: 'Anna Bērzkalne' }] });
    const elsewhere = await town.ask(staff('hr', { municipality: bauska }), '{ employees { nodes { name } } units { label } }');
    expect(elsewhere.data).toEqual({ employees: { nodes: [{ name: 'Sveša Darbiniece' }] }, units: [] });
  });

  it('take a word that is no id for nobody, and a made-up cursor for a place in the list', async () => {
    const of = [
      { __typename: 'Employee', id: 'x' },
      { __typename: 'Employee', id: ids.anna },
    ];
    const query =
      'query($of: [_Any!]!, $a: String) { employee(id: "x") { name } _entities(representations: $of) { ... on Employee { name } } employees(after: $a) { nodes { name } } }';
    const { data, errors } = await town.ask(hr, query, { of, a: Buffer.from('["Nnn","x"]').toString('base64url') });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      employee: null,
      _entities: [null, { name: 'Anna Bērzkalne' }],
      employees: { nodes: [{ name: 'Zane Ābolaine' }] },
    });
  });

  it('are refused to a partner, and their hours to colleagues', async () => {
    const asked = await town.ask(partner('00000000-0000-4000-8000-000000000001'), '{ employees { nodes { name } } }');
    expect(asked.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const hours = await town.ask(staff('social-worker'), 'query($id: ID!) { employee(id: $id) { name training(year: 2025) { hours } } }', {
      id: ids.anna,
    });
    expect(hours).toMatchObject({
      data: { employee: { name: 'Anna Bērzkalne', training: null } },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('cost the same number of statements however many they are', async () => {
    const counter = countStatements(town.database.superUrl);
    const query =
      '{ employees(first: 100) { nodes { name kind unit { label } posts { unit { label } } training(year: 2025) { hours } supervision(year: 2025) { hours } } } }';
    const statements = async () => {
      await counter.reset();
      const { errors } = await town.ask(hr, query);
      expect(errors).toBeUndefined();
      return counter.count();
    };
    const few = await statements();
    for (let n = 0; n < 30; n++) {
      const id = await make.employee(`Darbiniece ${String(n).padStart(2, '0')}`);
      await make.hold(await make.post(ids.sector as string), id);
      await make.training(id, '2025-03-03', 800);
    }
    expect(await statements()).toBe(few);
  });
});
