import { bauska, daugavpils, regional, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workforce } from '../src/index.js';
import { arranger } from './arrange.js';

const director = staff('director');
const ask = `query($of: [_Any!]!, $on: Date!) { _entities(representations: $of) { ... on Municipality { staffing(on: $on) { fte employees specialists vacantFte specialistsPerThousand required met } } } }`;
const populations = [{ year: 2021, count: 2999 }];

describe('the staffing of a municipality', () => {
  let town: TestSubgraph;
  const ids: Record<string, string> = {};
  const staffing = async (who: typeof director, on: string, code = daugavpils, known: object[] | null = populations) => {
    const { data, errors } = await town.ask(who, ask, { of: [{ __typename: 'Municipality', code, populations: known }], on });
    expect(errors).toBeUndefined();
    return data._entities[0].staffing;
  };

  beforeAll(async () => {
    town = await testSubgraph(workforce);
    const make = arranger(town, daugavpils);
    const unit = await make.unit('Dienests');
    ids.senior = await make.employee('Anna', 'SENIOR_SOCIAL_WORKER', '2021-03-01', '2022-12-31');
    ids.worker = await make.employee('Biruta', 'SOCIAL_WORKER', '2021-03-01');
    ids.carer = await make.employee('Cilda', 'CARER', '2021-03-01');
    ids.post = await make.post(unit, 125, '2021-03-01');
    ids.vacancy = await make.post(unit, 25, '2021-03-01');
    await make.hold(ids.post, ids.worker, '2021-03-01');
    const fact = (municipality: string, year: number) =>
      town.sql(
        `insert into fact (kind, key, source, municipality, body, position, at) values ('published-staffing', $1, 'strategy', $2, $3, 1, now())`,
        [`${municipality}:${year}`, municipality, JSON.stringify({ year, fte: 235.16, employees: 223, specialists: 87, vacantFte: 12.5 })],
      );
    await fact(daugavpils, 2022);
    await fact(bauska, 2022);
    await town.sql(
      `insert into fact (kind, key, source, municipality, body, position, at) values ('employee', $1, 'workforce', $2, '{}', 2, now())`,
      [ids.worker, daugavpils],
    );
  });
  afterAll(() => town?.drop());

  it('is counted live for its own staff, against the population of the year or the latest before', async () => {
    expect(await staffing(director, '2022-12-30')).toEqual({
      fte: 1.5,
      employees: 3,
      specialists: 2,
      vacantFte: 0.25,
      specialistsPerThousand: 0.67,
      required: 2,
      met: true,
    });
    expect(await staffing(director, '2022-12-31')).toMatchObject({ employees: 2, specialists: 1, required: 2, met: false });
  });

  it('says nothing of the norm without a population, and nothing at all where there are no records', async () => {
    expect(await staffing(director, '2022-12-30', daugavpils, null)).toMatchObject({
      specialists: 2,
      specialistsPerThousand: null,
      required: null,
      met: null,
    });
    expect(await staffing(director, '2020-12-31')).toBeNull();
    expect(await staffing(director, '2022-12-30', bauska)).toBeNull();
  });

  it('is to a region what its towns have published of the year, and nothing else', async () => {
    expect(await staffing(regional('latgale'), '2022-12-31')).toEqual({
      fte: 235.16,
      employees: 223,
      specialists: 87,
      vacantFte: 12.5,
      specialistsPerThousand: 29.01,
      required: 2,
      met: true,
    });
    expect(await staffing(regional('latgale'), '2022-01-01')).toMatchObject({ fte: 235.16 });
    expect(await staffing(regional('latgale'), '2023-12-31')).toBeNull();
    expect(await staffing(regional('latgale'), '2022-12-31', bauska)).toBeNull();
    expect(await staffing(regional('zemgale'), '2022-12-31')).toBeNull();
    const live = await town.ask(regional(), '{ employees { nodes { name } } }');
    expect(live.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('is not for every role', async () => {
    const { errors } = await town.ask(staff('carer'), ask, {
      of: [{ __typename: 'Municipality', code: daugavpils, populations }],
      on: '2022-12-31',
    });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
