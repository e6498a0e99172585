import { askFile, bauska, daugavpils, regional, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { strategy } from '../src/index.js';
import { arranger } from './arrange.js';

const head = staff('head-of-services', { employee: '0197a000-0000-7000-8000-0000000000e1' });
const director = staff('director', { employee: '0197a000-0000-7000-8000-0000000000e2' });
const submit = `mutation($i: SubmitProgressReportInput!) { done: submitProgressReport(input: $i) { progressReport { version } problems { code field } } }`;
const approve = `mutation($i: ApproveProgressReportInput!) { done: approveProgressReport(input: $i) {
  progressReport { state version approvedOn councilDecision document(language: EN) documentPath } problems { code field } } }`;

describe('the approval of a progress report, and its document', () => {
  let town: TestSubgraph;
  let plan: string;
  let benefitsDown = false;
  const send = async (what: string, input: object, who = director) => {
    const { data, errors } = await town.ask(who, what, { i: { strategyId: plan, ...input } });
    expect(errors).toBeUndefined();
    return data.done;
  };
  const decided = (change: object = {}) => ({ year: 2024, version: 1, decision: 'Lēmums Nr. 12', ...change });

  beforeAll(async () => {
    town = await testSubgraph(strategy, {
      benefits: () => {
        if (benefitsDown) throw new Error('gone');
        return { data: { _entities: [{ tables: [{ id: 'benefits-dynamics', rows: [{ key: 'benefit-recipients', value: 4321 }] }] }] } };
      },
    });
    const make = arranger(town, daugavpils);
    plan = await make.strategy('Plāns', 2022, 2027);
    const task = await make.task(plan, await make.goal(plan, 'SM1'), '1');
    await make.indicator(task, 'benefits-dynamics', 'benefit-recipients');
    await send(submit, { year: 2024, summary: 'Gads bija labs.' }, head);
  });
  afterAll(() => town?.drop());

  it('is recorded by another person than who submitted it, from the version seen, by a decision', async () => {
    expect(await send(approve, decided(), head)).toMatchObject({ progressReport: null, problems: [{ code: 'FOUR_EYES' }] });
    expect(await send(approve, decided(), { ...director, employee: head.employee })).toMatchObject({ problems: [{ code: 'FOUR_EYES' }] });
    expect(await send(approve, decided({ version: 2 }))).toMatchObject({ problems: [{ code: 'STALE' }] });
    expect(await send(approve, decided({ decision: ' ' }))).toMatchObject({ problems: [{ code: 'INVALID', field: 'decision' }] });
    expect(await send(approve, decided({ year: 2023 }))).toMatchObject({ problems: [{ code: 'NOT_FOUND' }] });
    expect(await send(approve, decided(), staff('director', { municipality: bauska }))).toMatchObject({
      problems: [{ code: 'NOT_FOUND' }],
    });
    const { errors } = await town.ask(staff('social-worker'), approve, { i: { strategyId: plan, ...decided() } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    benefitsDown = true;
    expect(await send(approve, decided())).toMatchObject({ progressReport: null, problems: [{ code: 'UNAVAILABLE' }] });
    benefitsDown = false;
    expect(await town.sql('select state from progress_report')).toEqual([{ state: 'SUBMITTED' }]);
  });

  it('is given once, even at once, and keeps the document as the council saw it', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(approve, decided())));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    const { progressReport } = answers.find(({ problems }) => problems.length === 0) ?? {};
    expect(progressReport).toMatchObject({ state: 'APPROVED', version: 2, approvedOn: '2026-11-22', councilDecision: 'Lēmums Nr. 12' });
    expect(progressReport.document).toContain('Status: approved.');
    expect(progressReport.document).toContain('4321');
    expect(progressReport.document).toContain('Approved on: 2026-11-22, decision of the council Lēmums Nr. 12.');
    await town.sql(`update task set title_en = 'Changed later'`);
    const query = 'query($id: ID!) { strategy(id: $id) { progressReport(year: 2024) { document(language: EN) } } }';
    expect((await town.ask(director, query, { id: plan })).data.strategy.progressReport.document).toBe(progressReport.document);
    expect(await town.sql(`select subject from audit_entry where action = 'progress.approve'`)).toEqual([{ subject: director.subject }]);
  });

  it('is had as PDF at the path that the report gives, with everything that is demanded of one, by staff of the own town alone', async () => {
    const query =
      'query($id: ID!) { strategy(id: $id) { progressReport(year: 2024) { lv: documentPath en: documentPath(language: EN) } } }';
    const { lv, en } = (await town.ask(director, query, { id: plan })).data.strategy.progressReport;
    expect(lv).toBe(`/progress-reports/${plan}/2024.pdf?language=LV`);
    const textOf = async (path: string) => {
      const { status, headers, bytes } = await askFile(town, staff('social-worker'), 'GET', path);
      expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
      return text.replace(/\s+/g, ' ');
    };
    const latvian = await textOf(lv);
    for (const part of ['Daugavpils', 'Progresa pārskats: Plāns', 'Gads bija labs.', '4321', 'Apstiprināts: 22.11.2026.'])
      expect(latvian).toContain(part);
    for (const no of [1, 2, 3, 4, 5]) expect(latvian).toContain(` ${no}. `);
    expect(await textOf(en)).toContain('Progress report: Plāns EN');
    const code = async (who: typeof director, path: string) => (await askFile(town, who, 'GET', path)).code;
    expect(await code(staff('director', { municipality: bauska }), lv)).toBe('NOT_FOUND');
    expect(await code(regional('latgale'), lv)).toBe('FORBIDDEN');
    expect(await code(director, lv.replace('LV', 'XX'))).toBe('BAD_USER_INPUT');
    expect(await code(director, lv.replace('/2024.pdf', '/1024.pdf'))).toBe('BAD_USER_INPUT');
  });
});
