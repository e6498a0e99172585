import { bauska, partner, regional, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { benefits } from '../src/index.js';
import { type Answer, Counter, officers, PretendedRegistry } from './support.js';

describe('the letter of a decision as PDF', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let decision: Answer;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    const counter = new Counter(town, registry);
    decision = await counter.proposed();
    await counter.approve(decision);
    await counter.notify(decision, '2025-06-18');
  });
  afterAll(() => town?.drop());

  const open = async (who: Parameters<TestSubgraph['ask']>[0], path: string, method = 'GET') => {
    await town.ask(who, '{ __typename }'); // makes the token known to the verifier of the test
    const [address, query] = path.split('?');
    const request = { method, path: address as string, query: new URLSearchParams(query), token: who.token, requestId: 'test-request' };
    const answer = await town.subgraph.file?.({ ...request, contentLength: null, body: null });
    if (!answer || !Buffer.isBuffer(answer.body)) throw new Error('no answer');
    return { ...answer, body: answer.body };
  };
  const codeOf = async (...asked: Parameters<typeof open>) => {
    const { status, body } = await open(...asked);
    return `${status} ${JSON.parse(body.toString()).errors[0].extensions.code}`;
  };
  const openings = () => town.sql(`select subject, action, object, fields from audit_entry where action = 'letter.open'`);

  it('is had at the path that the decision gives, complete in both languages', async () => {
    const ask = 'query($id: ID!) { decision(id: $id) { letterPath en: letterPath(language: EN) letter } }';
    const { letterPath, en } = (await town.ask(officers.organiser, ask, { id: decision.id })).data.decision;
    expect(letterPath).toBe(`/letters/${decision.id}.pdf?language=LV`);
    const textOf = async (path: string) => {
      const { status, headers, body } = await open(officers.organiser, path);
      expect([status, headers['content-type'], headers['x-content-type-options'], headers['cache-control']]).toEqual([
        200,
        'application/pdf',
        'nosniff',
        'no-store',
      ]);
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(body)), { mergePages: true });
      return text.replace(/\s+/g, ' ');
    };
    const latvian = await textOf(letterPath);
    for (const part of [
      'Daugavpils valstspilsētas pašvaldība Sociālais dienests',
      `Lēmums ${decision.number}`,
      'Adresāts: Līga Bērziņa (P-000001)',
      'Apmērs: 106.00 EUR mēnesī',
      'Tiesiskais pamats',
      'Aprēķins',
      '166.00 − 60.00',
      'Pamatojums',
      'Lēmumu var apstrīdēt līdz 18.07.2025., iesniedzot iesniegumu Daugavpils valstspilsētas pašvaldības sociālajā dienestā',
      'paraksts',
    ])
      expect(latvian).toContain(part);
    const english = await textOf(en);
    for (const part of ['Decision', 'Legal basis', 'Calculation', 'Reasons', 'can be challenged by 2025-07-18', 'Page 1 of 1'])
      expect(english).toContain(part);
  });

  it('is saved under its number, and each opening is in the audit', async () => {
    const before = (await openings()).length;
    const { headers } = await open(officers.organiser, `/letters/${decision.id}.pdf`);
    expect(headers['content-disposition']).toContain(`attachment; filename="${decision.number}-LV.pdf"`);
    expect((await openings()).slice(before)).toEqual([
      { subject: officers.organiser.subject, action: 'letter.open', object: `decision:${decision.id}`, fields: ['letter'] },
    ]);
  });

  it('is not there for another town, nor for an id that nobody has', async () => {
    expect(await codeOf(staff('assistance-organiser', { municipality: bauska }), `/letters/${decision.id}.pdf`)).toBe('404 NOT_FOUND');
    expect(await codeOf(officers.organiser, '/letters/00000000-0000-7000-8000-00000000dead.pdf')).toBe('404 NOT_FOUND');
    expect(await codeOf(officers.organiser, '/letters/x.pdf')).toBe('404 NOT_FOUND');
  });

  it('is refused to who may not read the means, to the region and to partners', async () => {
    for (const who of [staff('social-worker'), staff('carer'), regional(), partner('00000000-0000-7000-8000-000000000002')])
      expect(await codeOf(who, `/letters/${decision.id}.pdf`)).toBe('403 FORBIDDEN');
  });

  it('is in the two languages that we have', async () => {
    expect(await codeOf(officers.organiser, `/letters/${decision.id}.pdf?language=RU`)).toBe('400 BAD_USER_INPUT');
    expect(await codeOf(officers.organiser, `/letters/${decision.id}.pdf`, 'PUT')).toBe('405 METHOD_NOT_ALLOWED');
  });

  it('is not given where the registry does not say to whom it goes, or where it cannot be audited', async () => {
    const before = (await openings()).length;
    registry.silent = true;
    expect(await codeOf(officers.organiser, `/letters/${decision.id}.pdf`)).toBe('503 UNAVAILABLE');
    registry.silent = false;
    await town.sql('alter table audit_entry add constraint full_disk check (subject is null) not valid');
    const said = console.error;
    console.error = () => {};
    expect(await codeOf(officers.organiser, `/letters/${decision.id}.pdf`)).toBe('500 INTERNAL_SERVER_ERROR');
    console.error = said;
    await town.sql('alter table audit_entry drop constraint full_disk');
    expect(await openings()).toHaveLength(before);
  });
});
