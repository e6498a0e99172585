import { newId } from '@atbalsts/database';
import { assessmentForms } from '@atbalsts/reference';
import { countStatements, partner, staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, put, townWith } from './town.js';

const view =
  'socialCase { id risk version riskDueOn riskAssessments { on score level nextDueOn findings assessedBy { id } form { version } areas { code score most label(language: EN) } } }';
const assess = `mutation($i: AssessRiskInput!) { assessRisk(input: $i) { ${view} problems { code field message(language: EN) } } }`;

/** Marks for every criterion of a version: none but the points given. */
const marksOf = (version: number, given: Record<string, number> = {}) =>
  assessmentForms
    .filter((form) => form.kind === 'FAMILY_RISK' && form.version === version)
    .flatMap(({ areas }) => areas.flatMap(({ criteria }) => criteria.map(({ code }) => ({ criterion: code, points: given[code] ?? 0 }))));

describe('the risks of a family', () => {
  const neighbours = new Neighbours();
  const kristine = newId();
  const worker = staff('social-worker', { employee: kristine, subject: 'kristine' });
  let town: TestSubgraph;

  const opened = (change: object = {}) =>
    put(town, 'social_case', {
      person_id: newId(),
      household_id: newId(),
      target_group: 'FAMILY_WITH_CHILDREN',
      risk: 'NONE',
      responsible_id: kristine,
      opened_on: '2023-05-02',
      ...change,
    });
  const assessing = async (input: object, who = worker) => (await town.ask(who, assess, { i: input })).data.assessRisk;
  const look = (caseId: string, change: object = {}) => ({
    caseId,
    version: 1,
    on: '2026-11-20',
    marks: marksOf(2),
    findings: 'Sarunas ar vecākiem un skolu',
    ...change,
  });

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('are assessed by the form of that day, area by area; the case takes the level, and says when to look again', async () => {
    const caseId = await opened();
    const { socialCase, problems } = await assessing(look(caseId, { marks: marksOf(2, { addiction: 3, school: 3, debts: 2 }) }));
    expect(problems).toEqual([]);
    expect(socialCase).toMatchObject({ risk: 'AT_RISK', version: 2, riskDueOn: '2027-05-20' });
    expect(socialCase.riskAssessments).toEqual([
      {
        on: '2026-11-20',
        score: 17,
        level: 'AT_RISK',
        nextDueOn: '2027-05-20',
        findings: 'Sarunas ar vecākiem un skolu',
        assessedBy: { id: kristine },
        form: { version: 2 },
        areas: [
          { code: 'child', score: 6, most: 33, label: "The child's safety and health" },
          { code: 'parents', score: 9, most: 27, label: "The parents' abilities" },
          { code: 'home', score: 2, most: 12, label: 'Home and means' },
          { code: 'network', score: 0, most: 9, label: 'Support' },
        ],
      },
    ]);
    const [audited] = await town.sql(`select subject, fields from audit_entry where action = 'risk.assess' and object like $1`, [
      'risk-assessment:%',
    ]);
    expect(audited).toEqual({ subject: 'kristine', fields: ['level', 'marks', 'risk', 'score'] });
  });

  it('are high where a child is in danger, however low the sum', async () => {
    const { socialCase } = await assessing(look(await opened(), { marks: marksOf(2, { violence: 3 }) }));
    expect(socialCase).toMatchObject({ risk: 'HIGH_RISK', riskDueOn: '2027-02-20' });
    expect(socialCase.riskAssessments[0].score).toBe(12);
  });

  it('keep the form they were assessed by: late paper is read by the form of its day and changes nothing of today', async () => {
    const caseId = await opened();
    await assessing(look(caseId, { marks: marksOf(2, { violence: 3 }) }));
    const { socialCase } = await assessing(look(caseId, { version: 2, on: '2023-06-01', marks: marksOf(1, { school: 3, addiction: 2 }) }));
    expect(socialCase.risk).toBe('HIGH_RISK');
    expect(socialCase.riskAssessments).toMatchObject([
      { on: '2026-11-20', form: { version: 2 }, level: 'HIGH_RISK' },
      { on: '2023-06-01', form: { version: 1 }, level: 'AT_RISK', score: 12, nextDueOn: '2023-12-01' },
    ]);
    // the form of that day knows other criteria
    const wrongForm = await assessing(look(caseId, { version: 3, on: '2023-07-01' }));
    expect(wrongForm.problems.every(({ code }: { code: string }) => code === 'INVALID')).toBe(true);
  });

  it('stay as they were whatever happens to the form: the database changes neither', async () => {
    await expect(town.sql(`update assessment_form set content = jsonb_set(content, '{levels,0,fromScore}', '1')`)).rejects.toThrow(
      /stays as it is/,
    );
    await expect(town.sql(`delete from assessment_form`)).rejects.toThrow(/stays as it is/);
    const twice = `insert into assessment_form select kind, 9, '2025-06-01', null, assumed, note_lv, note_en, content from assessment_form where version = 2`;
    await expect(town.sql(twice)).rejects.toThrow(/assessment_form_one_a_day/);
  });

  it('are not assessed twice by the same call, nor by two at once on the same version', async () => {
    const caseId = await opened();
    const answers = await Promise.all(Array.from({ length: 20 }, () => assessing(look(caseId))));
    expect(answers.filter(({ problems }) => !problems.length)).toHaveLength(1);
    expect(answers.flatMap(({ problems }) => problems.map(({ code }: { code: string }) => code))).toEqual(
      Array.from({ length: 19 }, () => 'STALE'),
    );
    expect(await town.sql('select 1 from risk_assessment where case_id = $1', [caseId])).toHaveLength(1);
  });

  it('are refused with every reason at once', async () => {
    const caseId = await opened();
    const wrong = look(caseId, {
      on: '2026-11-23',
      findings: ' ',
      marks: [
        { criterion: 'violence', points: 4 },
        { criterion: 'x', points: 0 },
      ],
    });
    expect((await assessing(wrong)).problems).toMatchObject([
      { code: 'INVALID', field: 'on' },
      { code: 'INVALID', field: 'findings' },
      { code: 'INVALID', field: 'marks.0.points' },
      { code: 'INVALID', field: 'marks.1.criterion' },
      { code: 'INVALID', field: 'marks' },
    ]);
    expect((await assessing(look(await opened({ target_group: 'HOMELESS' })))).problems).toMatchObject([
      { code: 'INVALID', field: 'caseId' },
    ]);
    expect((await assessing(look(await opened({ opened_on: '2010-01-01' }), { on: '2011-01-01' }))).problems).toMatchObject([
      { code: 'RULE_MISSING' },
    ]);
    expect((await assessing(look(await opened({ closed_on: '2026-01-01' })))).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await assessing(look(caseId), staff('social-worker', { municipality: bauska }))).problems).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    const { errors } = await town.ask(worker, assess, { i: look(caseId, { marks: [] }) });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('are for social workers alone; the forms, which name nobody, for all staff', async () => {
    const caseId = await opened();
    for (const role of ['facility-manager', 'head-of-assistance', 'hr'] as const)
      expect((await town.ask(staff(role), assess, { i: look(caseId) })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const read = 'query($id: ID!) { socialCase(id: $id) { riskAssessments { level } } }';
    expect((await town.ask(staff('head-of-assistance'), read, { id: caseId })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    const forms =
      '{ now: assessmentForm(kind: FAMILY_RISK) { version assumed note(language: EN) } before: assessmentForm(kind: FAMILY_RISK, on: "2020-01-01") { version validTo } never: assessmentForm(kind: NEEDS, on: "2001-01-01") { version } all: assessmentForms(kind: NEEDS) { version areas { criteria { code most weight } } levels { level fromScore } } }';
    const { data } = await town.ask(staff('hr'), forms);
    expect(data).toMatchObject({ now: { version: 2, assumed: true }, before: { version: 1, validTo: '2024-01-01' }, never: null });
    expect(data.all.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect((await town.ask(partner(newId()), forms)).errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });

  it('of one case or of many are read with as many statements', async () => {
    const statements = countStatements(town.database.superUrl);
    const query =
      'query($n: Int!) { socialCases(first: $n) { nodes { riskDueOn riskAssessments { level areas { score } form { version } } } } }';
    const counted = async (n: number) => {
      await statements.reset();
      await town.ask(worker, query, { n });
      return statements.count();
    };
    await assessing(look(await opened({ opened_on: '2026-01-02' })));
    expect([await counted(1), await counted(8)]).toEqual([3, 3]);
  });
});

const requested = 'needs { score level card { version } areas { code score most } }';
const assessNeeds = `mutation($i: AssessNeedsInput!) { assessNeeds(input: $i) { serviceRequest { state ${requested} } problems { code field message(language: EN) } } }`;

describe('the needs card', () => {
  const worker = staff('social-worker');
  let town: TestSubgraph;
  const needsMarks = (version: number, given: Record<string, number> = {}) =>
    assessmentForms
      .filter((form) => form.kind === 'NEEDS' && form.version === version)
      .flatMap(({ areas }) => areas.flatMap(({ criteria }) => criteria.map(({ code }) => ({ criterion: code, points: given[code] ?? 0 }))));
  const request = (requestedOn = '2026-11-02') =>
    put(town, 'service_request', {
      person_id: newId(),
      service_type: 'home-care',
      requested_on: requestedOn,
      due_on: '2026-12-02',
      state: 'SUBMITTED',
    });
  const card = (requestId: string, change: object = {}) => ({
    requestId,
    version: 1,
    on: '2026-11-05',
    score: 30,
    level: 2,
    findings: 'Palīdzība mājās',
    marks: needsMarks(2, { washing: 10, eating: 10, alone: 10 }),
    ...change,
  });
  const assessing = async (input: object) => (await town.ask(worker, assessNeeds, { i: input })).data.assessNeeds;

  beforeAll(async () => {
    town = await townWith(new Neighbours());
  });
  afterAll(() => town?.drop());

  it('gives the score by area and the level of care, and keeps which version gave them', async () => {
    const requestId = await request();
    const { serviceRequest, problems } = await assessing(card(requestId));
    expect(problems).toEqual([]);
    expect(serviceRequest.needs).toMatchObject({ score: 30, level: 2, card: { version: 2 } });
    const scored = (areas: { code: string; score: number }[]) => Object.fromEntries(areas.map(({ code, score }) => [code, score]));
    expect(scored(serviceRequest.needs.areas)).toEqual({ mobility: 0, 'self-care': 20, household: 0, health: 0, safety: 10, support: 0 });
    const early = await request('2024-11-02');
    const old = await assessing(card(early, { on: '2024-12-30', score: 25, marks: needsMarks(1, { eating: 15, orientation: 10 }) }));
    expect(old.serviceRequest.needs).toMatchObject({ score: 25, level: 2, card: { version: 1 } });
    expect(scored(old.serviceRequest.needs.areas)).toMatchObject({ 'self-care': 15, safety: 10 });
  });

  it('refuses a score or a level that its points do not give, and points of another version', async () => {
    const requestId = await request();
    expect((await assessing(card(requestId, { score: 31, level: 3 }))).problems).toMatchObject([
      { code: 'INVALID', field: 'score', message: 'By the card it is 30.' },
      { code: 'INVALID', field: 'level', message: 'By the card it is 2.' },
    ]);
    expect((await assessing(card(requestId, { marks: needsMarks(1) }))).problems.at(-1)).toMatchObject({ code: 'INVALID', field: 'marks' });
  });

  it('may be entered as its sum alone, as before', async () => {
    const requestId = await request();
    const { serviceRequest } = await assessing(card(requestId, { marks: null, score: 61, level: 3 }));
    expect(serviceRequest.needs).toEqual({ score: 61, level: 3, card: null, areas: [] });
  });
});
