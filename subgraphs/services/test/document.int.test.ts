import { sweepDocuments } from '@atbalsts/documents';
import { askFile, paper, staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseDocuments } from '../src/index.js';
import { bauska, Neighbours, put, townWith } from './town.js';

const attaching = `mutation($id: ID!, $i: AttachDocumentInput!) { attachToCase(caseId: $id, input: $i) { document { id } uploadUrl problems { code } } }`;
const discarding = `mutation($i: DiscardDocumentInput!) { discardCaseDocument(input: $i) { document { state } problems { code } } }`;
const listing = `query($id: ID!) { socialCase(id: $id) { documents { id openUrl } } }`;

describe('documents of a case', () => {
  const neighbours = new Neighbours();
  const worker = staff('social-worker');
  let town: TestSubgraph;

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  const caseOf = (change: object = {}) =>
    put(town, 'social_case', {
      person_id: neighbours.person(),
      target_group: 'ADULT',
      risk: 'AT_RISK',
      responsible_id: neighbours.employee(),
      opened_on: '2026-01-05',
      ...change,
    });
  const stored = async (id: string, text: string, kind = 'CORRESPONDENCE'): Promise<string> => {
    const { bytes, declared } = paper(text);
    const { document, uploadUrl } = (await town.ask(worker, attaching, { id, i: { ...declared, kind } })).data.attachToCase;
    expect((await askFile(town, worker, 'PUT', uploadUrl, bytes)).status).toBe(201);
    return document.id;
  };

  it('are attached, listed and opened by social workers of the town, and by nobody who pays money', async () => {
    const id = await caseOf();
    const document = await stored(id, 'skolas vēstule');
    expect((await town.ask(staff('director'), listing, { id })).data.socialCase.documents).toEqual([
      { id: document, openUrl: `/files/services/${document}` },
    ]);
    const colleague = staff('senior-social-worker', { subject: 'colleague' });
    expect((await askFile(town, colleague, 'GET', `/files/services/${document}`)).status).toBe(200);
    for (const role of ['head-of-assistance', 'assistance-organiser', 'auditor', 'carer', 'finance'] as const)
      expect((await askFile(town, staff(role), 'GET', `/files/services/${document}`)).code).toBe('FORBIDDEN');
    expect((await askFile(town, staff('director', { municipality: bauska }), 'GET', `/files/services/${document}`)).code).toBe('NOT_FOUND');
  });

  it('are kept five years from the day the case was closed', async () => {
    await town.sql('delete from document');
    const [closed, open] = [await caseOf(), await caseOf()];
    for (const id of [closed, open]) await stored(id, 'termiņš');
    await town.sql('update social_case set closed_on = $1 where id = $2', ['2026-06-01', closed]);
    const dueOn = (today: string) => sweepDocuments(town.database.database, caseDocuments, { today, remove: false });
    expect(await dueOn('2031-05-31')).toEqual([]);
    expect(await dueOn('2031-06-01')).toEqual([{ reason: 'RETENTION', kind: 'CORRESPONDENCE', documents: 1 }]);
  });

  it('of a closed case can be opened, but none is added and none discarded', async () => {
    const id = await caseOf();
    const document = await stored(id, 'pirms slēgšanas');
    const discard = async () =>
      (await town.ask(staff('head-of-services'), discarding, { i: { documentId: document, reason: 'Dubults.' } })).data.discardCaseDocument;
    await town.sql('update social_case set closed_on = $1 where id = $2', ['2026-06-01', id]);
    expect((await discard()).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    const { declared } = paper('pēc slēgšanas');
    expect((await town.ask(worker, attaching, { id, i: declared })).data.attachToCase.problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await askFile(town, worker, 'GET', `/files/services/${document}`)).status).toBe(200);
    await town.sql('update social_case set closed_on = null where id = $1', [id]);
    expect(await discard()).toEqual({ document: { state: 'DISCARDED' }, problems: [] });
  });
});
