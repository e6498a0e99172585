import { newId, withSession } from '@atbalsts/database';
import { partner, regional, staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { daugavpils, Neighbours, put, townWith } from './town.js';

describe('the coverage of a region', () => {
  const neighbours = new Neighbours();
  let town: TestSubgraph;
  const query = `query($r: [_Any!]!, $y: Int!) { _entities(representations: $r) { ... on Region { serviceCoverage(year: $y) { municipality { code } serviceType { code minimumBasket } provision clients { value suppressed } } } } }`;
  const coverage = async (who: ReturnType<typeof staff>, code = 'latgale', y = 2022) =>
    (await town.ask(who, query, { r: [{ __typename: 'Region', code }], y })).data._entities[0].serviceCoverage;

  const published = (serviceType: string, provision: string, clients: number | null) =>
    town.sql(
      `insert into fact (kind, key, source, municipality, body, position, at) values ('published-coverage', $1, 'strategy', $2, $3, 1, now())`,
      [`${daugavpils}:2022:${serviceType}`, daugavpils, JSON.stringify({ year: 2022, region: 'latgale', serviceType, provision, clients })],
    );

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('is UNKNOWN for every town and service until something is published, and never another region’s', async () => {
    const known = await coverage(regional());
    expect(known).toHaveLength(new Set(known.map((c: { municipality: { code: string } }) => c.municipality.code)).size * 20);
    expect(known.length).toBeGreaterThan(9);
    expect(new Set(known.map((c: { provision: string }) => c.provision))).toEqual(new Set(['UNKNOWN']));
    expect(await coverage(regional('zemgale'))).toBeNull();
    await published('shelter', 'OWN', 200);
    expect((await coverage(regional())).filter((c: { provision: string }) => c.provision !== 'UNKNOWN')).toEqual([
      {
        municipality: { code: daugavpils },
        serviceType: { code: 'shelter', minimumBasket: null },
        provision: 'OWN',
        clients: { value: 200, suppressed: false },
      },
    ]);
  });

  it('shows a withheld count as withheld, and another region nothing of it, in the query and in the database', async () => {
    await published('psychologist', 'PARTNER', null);
    const shown = await coverage(regional());
    const ofTown = shown.filter((c: { municipality: { code: string } }) => c.municipality.code === daugavpils);
    expect(ofTown.find((c: { serviceType: { code: string } }) => c.serviceType.code === 'psychologist')).toMatchObject({
      provision: 'PARTNER',
      clients: { value: null, suppressed: true },
    });
    const facts = (region: string) =>
      withSession(town.database.database, { audience: 'REGIONAL', region }, (em) => em.execute('select kind from fact'));
    expect(await facts('latgale')).toHaveLength(2);
    expect(await facts('zemgale')).toEqual([]);
  });

  it('tells the staff of their own town what its records say, each person once, small counts withheld', async () => {
    const director = staff('director');
    expect((await coverage(director, 'latgale', 2019)).length).toBe(0);
    expect(new Set((await coverage(director)).map((c: { provision: string }) => c.provision))).toEqual(new Set(['UNKNOWN']));
    const decided = {
      proposed_by: newId(),
      confirmed_by: newId(),
      decided_on: '2022-01-01',
      requested_on: '2021-12-01',
      due_on: '2022-01-01',
    };
    for (let at = 0; at < 6; at++) {
      const person_id = newId();
      await put(town, 'service_request', {
        person_id,
        service_type: 'home-care',
        state: 'GRANTED',
        outcome: 'GRANT',
        from_date: '2022-02-01',
        ...decided,
      });
      await put(town, 'service_request', {
        person_id,
        service_type: 'home-care',
        state: 'ENDED',
        outcome: 'GRANT',
        from_date: '2021-06-01',
        until_date: '2022-01-02',
        ...decided,
      });
    }
    await put(town, 'service_request', {
      person_id: newId(),
      service_type: 'social-taxi',
      state: 'ENDED',
      outcome: 'GRANT',
      from_date: '2021-06-01',
      until_date: '2022-01-01',
      ...decided,
    });
    const organisation_id = newId();
    const referral = await put(town, 'referral', {
      person_id: newId(),
      organisation_id,
      service_type: 'psychologist',
      purpose: 'Atbalsts',
      state: 'OFFERED',
      offered_on: '2022-01-01',
    });
    await put(town, 'delivery', {
      referral_id: referral,
      organisation_id,
      key: 'a',
      on_date: '2022-12-31',
      units: 1,
      unit: 'SESSION',
      recorded_by: 'x',
    });
    const stay = {
      personId: newId(),
      placementId: newId(),
      facilityId: newId(),
      kind: 'LONG_TERM_CARE',
      from: '2022-01-01',
      endedOn: null,
    };
    await town.sql(
      `insert into fact (kind, key, source, municipality, body, position, at) values ('placement', $1, 'institutions', $2, $3, 1, now())`,
      [stay.placementId, daugavpils, JSON.stringify(stay)],
    );
    const own = (await coverage(director)).filter((c: { municipality: { code: string } }) => c.municipality.code === daugavpils);
    const of = (code: string) => own.find((c: { serviceType: { code: string } }) => c.serviceType.code === code);
    expect(of('home-care')).toMatchObject({ provision: 'OWN', clients: { value: 6, suppressed: false } });
    expect(of('psychologist')).toMatchObject({ provision: 'PARTNER', clients: { value: null, suppressed: true } });
    expect(of('social-taxi')).toMatchObject({ provision: 'NONE', clients: { value: 0, suppressed: false } });
    const counted =
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { countedServices { serviceType provision clients } } } }';
    const asCounted = async (municipalityCode: string, year = 2022) =>
      (await town.ask(director, counted, { of: [{ __typename: 'AnnualReport', municipalityCode, year }] })).data._entities[0]
        .countedServices;
    expect(await asCounted(daugavpils)).toHaveLength(20);
    expect(await asCounted(daugavpils)).toEqual(
      expect.arrayContaining([
        { serviceType: 'home-care', provision: 'OWN', clients: 6 },
        { serviceType: 'psychologist', provision: 'PARTNER', clients: 1 },
        { serviceType: 'social-taxi', provision: 'NONE', clients: 0 },
      ]),
    );
    expect(await asCounted('0025000')).toBeNull();
    expect((await asCounted(daugavpils, 2015))[0]).toEqual({ serviceType: 'home-care', provision: 'UNKNOWN', clients: 0 });
    expect(
      new Set(
        (await coverage(director))
          .filter((c: { municipality: { code: string } }) => c.municipality.code !== daugavpils)
          .map((c: { provision: string }) => c.provision),
      ),
    ).toEqual(new Set(['UNKNOWN']));
  });

  it('lists twenty services to every audience', async () => {
    for (const who of [staff('carer'), regional(), partner(newId())]) {
      const { data } = await town.ask(who, '{ serviceTypes { code label(language: EN) kind minimumBasket } }');
      expect(data.serviceTypes).toHaveLength(20);
      expect(data.serviceTypes[0]).toEqual({ code: 'home-care', label: 'Home care service', kind: 'CARE', minimumBasket: null });
    }
  });
});
