import { withClient } from '@atbalsts/database';
import { daugavpils } from '@atbalsts/reference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Federation, federation } from '../support/federation.js';

interface Coverage {
  municipality: { code: string };
  serviceType: { code: string };
  provision: string;
  clients: { value: number | null; suppressed: boolean };
}

describe('after a start with the demo', () => {
  let graph: Federation;
  beforeAll(async () => {
    graph = await federation();
  }, 240_000);
  afterAll(() => graph?.stop());

  // biome-ignore lint/suspicious/noExplicitAny: answers of several shapes
  const sees = async (query: string, variables: object = {}): Promise<any> => {
    const { data, errors } = await graph.ask('region-analyst', query, { ...variables });
    expect(errors).toBeUndefined();
    return data;
  };
  const coverage = async (year: number): Promise<Coverage[]> =>
    (
      await sees(
        'query($y: Int!) { region(code: "latgale") { serviceCoverage(year: $y) { municipality { code } serviceType { code } provision clients { value suppressed } } } }',
        { y: year },
      )
    ).region.serviceCoverage;
  const publish = async (persona: 'head-of-services' | 'director', year: number) => {
    const mutation =
      'mutation($m: ID!, $y: Int!) { publishReport(municipality: $m, year: $y) { report { state } problems { message(language: EN) } } }';
    const { data, errors } = await graph.ask(persona, mutation, { m: daugavpils, y: year });
    expect(errors).toBeUndefined();
    expect(data.publishReport.problems).toEqual([]);
    return data.publishReport.report.state as string;
  };
  /** What the records of one domain say, past every rule. */
  const records = <R extends object>(domain: 'services' | 'strategy' | 'benefits', sql: string) =>
    withClient(graph.databases[domain].superUrl, async (client) => (await client.query(sql, [daugavpils])).rows[0] as R);

  it('what a region sees of services is what towns published: the demo town’s of 2022, and UNKNOWN of every other', async () => {
    const all = await coverage(2022);
    const own = all.filter(({ municipality }) => municipality.code === daugavpils);
    expect(own).toHaveLength(20);
    expect(own.map(({ provision }) => provision)).not.toContain('UNKNOWN');
    expect(own.find(({ serviceType }) => serviceType.code === 'shelter')).toMatchObject({
      provision: 'OWN',
      clients: { value: 200, suppressed: false },
    });
    for (const { clients } of own) expect(clients.value === null).toBe(clients.suppressed);
    for (const { clients } of own) expect([1, 2, 3, 4]).not.toContain(clients.value);
    const others = all.filter(({ municipality }) => municipality.code !== daugavpils);
    expect(others).toHaveLength(8 * 20);
    expect(new Set(others.map(({ provision }) => provision))).toEqual(new Set(['UNKNOWN']));
    expect(new Set((await coverage(2025)).map(({ provision }) => provision))).toEqual(new Set(['UNKNOWN']));
  });

  it('what a region sees of 2025 comes when two have published it: the services, and answers to the four questions, from the records of three domains', async () => {
    expect(await publish('head-of-services', 2025)).toBe('PREPARED');
    const query = `query($m: ID!) { publishedReport(municipality: $m, year: 2025) { monitoring {
      outputs { value suppressed } goalsAchievedShare satisfaction surveyAnswers { value suppressed } costPerClient } } }`;
    expect((await sees(query, { m: daugavpils })).publishedReport).toBeNull();
    expect(await publish('director', 2025)).toBe('PUBLISHED');
    await graph.platform.catchUp();

    const goals = await records<{ closed: number; achieved: number }>(
      'services',
      `select count(*)::int as closed, (count(*) filter (where g.outcome = 'ACHIEVED'))::int as achieved
         from case_goal g join social_case c on c.id = g.case_id
        where c.municipality = $1 and extract(year from c.closed_on) = 2025 and g.outcome is not null`,
    );
    const answers = await records<{ count: number; mean: number }>(
      'services',
      `select count(*)::int as count, round(avg(score), 2)::float8 as mean from survey_answer where municipality = $1 and extract(year from answered_on) = 2025`,
    );
    const clients = await records<{ count: number }>(
      'benefits',
      `select count(distinct p.person_id)::int as count from payment m join decision_person p on p.decision_id = m.decision_id
        where m.municipality = $1 and extract(year from m.paid_on) = 2025 and m.amount > m.deducted`,
    );
    const spent = await records<{ cents: string }>(
      'strategy',
      `select sum(amount)::text as cents from budget_entry where municipality = $1 and year = 2025 and kind = 'EXECUTED'`,
    );
    for (const count of [goals.closed, goals.achieved, answers.count, clients.count]) expect(count).toBeGreaterThan(4);
    expect((await sees(query, { m: daugavpils })).publishedReport.monitoring).toEqual({
      outputs: { value: clients.count, suppressed: false },
      goalsAchievedShare: Number((goals.achieved / goals.closed).toFixed(4)),
      satisfaction: answers.mean,
      surveyAnswers: { value: answers.count, suppressed: false },
      costPerClient: (Math.round(Number(spent.cents) / clients.count) / 100).toFixed(2),
    });
    const own = (await coverage(2025)).filter(({ municipality }) => municipality.code === daugavpils);
    expect(own.map(({ provision }) => provision)).not.toContain('UNKNOWN');
  });

  it('what a region sees for each thousand inhabitants has every municipality, while it exists', async () => {
    const { then, now } = await sees(
      '{ then: municipalities(on: "2022-12-31") { code population(year: 2022) } now: municipalities { code population(year: 2026) } }',
    );
    expect([then.length, now.length]).toEqual([43, 42]);
    for (const { code, population } of [...then, ...now]) expect([code, population > 1000]).toEqual([code, true]);
    const figures = await sees(
      '{ regionFigures(table: "shelter", row: "total", fromYear: 2022, untilYear: 2022) { towns { municipality { code } figures { value perThousand } } } }',
    );
    expect(figures.regionFigures.towns).toEqual([
      { municipality: { code: daugavpils }, figures: [{ value: 200, perThousand: Number((200 / 79.8).toFixed(2)) }] },
    ]);
  });

  it('what a region sees of its evaluations is in the demo: 2020 to 2022, once; the next begins with 2023', async () => {
    const { regionEvaluations } = await sees(
      '{ regionEvaluations { fromYear untilYear conclusions figures { year towns outputs { value } } } }',
    );
    expect(regionEvaluations).toMatchObject([
      { fromYear: 2020, untilYear: 2022, figures: [{ towns: 0 }, { towns: 0 }, { year: 2022, towns: 1, outputs: { value: 22596 } }] },
    ]);
    const evaluate = 'mutation($i: EvaluateRegionInput!) { evaluateRegion(input: $i) { evaluation { fromYear } problems { code } } }';
    const finding = { whatAndHowWell: 'a', betterOff: 'b', howClientsFeel: 'c', whatItCost: 'd', conclusions: 'e' };
    expect((await sees(evaluate, { i: { fromYear: 2020, ...finding } })).evaluateRegion.problems).toEqual([{ code: 'DUPLICATE' }]);
    expect((await sees(evaluate, { i: { fromYear: 2023, ...finding } })).evaluateRegion).toEqual({
      evaluation: { fromYear: 2023 },
      problems: [],
    });
  });

  it('whoever left has left cases and an appointment, until somebody takes them over', async () => {
    const query =
      '{ handovers { employee { id name } reason since openCases highRiskCases items { domain kind on } } employees(first: 100) { nodes { id kind } } }';
    const { data, errors } = await graph.ask('director', query);
    expect(errors).toBeUndefined();
    const [left, ...others] = data.handovers.filter(({ reason }: { reason: string }) => reason === 'LEFT');
    expect(others).toEqual([]);
    expect(left).toMatchObject({ since: '2026-11-10', openCases: 3, highRiskCases: 1 });
    const kinds = left.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind === 'CASE')).toHaveLength(3);
    expect(left.items).toContainEqual({ domain: 'services', kind: 'APPOINTMENT', on: '2026-12-01' });
    const { id: toId } = data.employees.nodes.find(
      ({ id, kind }: { id: string; kind: string }) => kind === 'SOCIAL_WORKER' && id !== left.employee.id,
    );
    const handOver = 'mutation($i: HandOverWorkInput!) { handOverWork(input: $i) { problems { message(language: EN) } } }';
    const done = await graph.ask('director', handOver, { i: { fromId: left.employee.id, toId, reason: 'Darbinieks aizgāja' } });
    expect(done.errors).toBeUndefined();
    expect(done.data.handOverWork.problems).toEqual([]);
    const after = (await graph.ask('director', query)).data.handovers;
    expect(after.filter(({ employee }: { employee: { id: string } }) => employee.id === left.employee.id)).toEqual([]);
  });
});
