import { sweepDocuments } from '@atbalsts/documents';
import { askFile, bauska, paper, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutions, placementDocuments } from '../src/index.js';
import { admitted, changes, facility, others } from './fixture.js';

const attaching = `mutation($id: ID!, $i: AttachDocumentInput!) { attachToPlacement(placementId: $id, input: $i) { document { id } uploadUrl problems { code } } }`;
const discarding = `mutation($i: DiscardDocumentInput!) { discardPlacementDocument(input: $i) { document { state } problems { code } } }`;
const listing = `query($id: ID!) { facility(id: $id) { placements(first: 5) { nodes { documents { id kind openUrl } } } } }`;

describe('documents of a placement', () => {
  const manager = staff('facility-manager');
  let town: TestSubgraph;

  beforeAll(async () => {
    town = await testSubgraph(institutions, others());
  });
  afterAll(() => town?.drop());

  const stored = async (id: string, text: string, kind: string): Promise<string> => {
    const { bytes, declared } = paper(text);
    const { document, uploadUrl } = (await town.ask(manager, attaching, { id, i: { ...declared, kind } })).data.attachToPlacement;
    expect((await askFile(town, manager, 'PUT', uploadUrl, bytes)).status).toBe(201);
    return document.id;
  };

  it('are attached by the facility, listed with the placement, and opened by who may; health by who may see health', async () => {
    const house = await facility(town);
    const placement = await admitted(town, manager, house);
    const agreement = await stored(placement.id, 'vienošanās', 'AGREEMENT');
    const health = await stored(placement.id, 'ārsta izziņa', 'MEDICAL_STATEMENT');
    const seenBy = async (role: 'facility-manager' | 'auditor') =>
      (await town.ask(staff(role), listing, { id: house })).data.facility.placements.nodes[0].documents;
    expect(await seenBy('facility-manager')).toEqual([
      { id: agreement, kind: 'AGREEMENT', openUrl: `/files/institutions/${agreement}` },
      { id: health, kind: 'MEDICAL_STATEMENT', openUrl: `/files/institutions/${health}` },
    ]);
    expect((await seenBy('auditor')).map((one: { openUrl: string | null }) => one.openUrl)).toEqual([
      `/files/institutions/${agreement}`,
      null,
    ]);
    expect((await askFile(town, staff('auditor'), 'GET', `/files/institutions/${health}`)).code).toBe('FORBIDDEN');
    expect((await askFile(town, staff('carer'), 'GET', `/files/institutions/${agreement}`)).code).toBe('FORBIDDEN');
    const elsewhere = staff('facility-manager', { municipality: bauska });
    expect((await askFile(town, elsewhere, 'GET', `/files/institutions/${agreement}`)).code).toBe('NOT_FOUND');
  });

  it('of an ended placement can be opened, but none is added and none discarded', async () => {
    const placement = await admitted(town, manager, await facility(town));
    const document = await stored(placement.id, 'noteikumi', 'OTHER');
    await town.ask(manager, changes.discharge, {
      i: { placementId: placement.id, version: placement.version, on: '2026-11-01', destination: 'RENTED_HOME' },
    });
    const { declared } = paper('vēlāk');
    expect((await town.ask(manager, attaching, { id: placement.id, i: declared })).data.attachToPlacement.problems).toMatchObject([
      { code: 'WRONG_STATE' },
    ]);
    const { data } = await town.ask(manager, discarding, { i: { documentId: document, reason: 'Lieks.' } });
    expect(data.discardPlacementDocument.problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await askFile(town, manager, 'GET', `/files/institutions/${document}`)).status).toBe(200);
    const dueOn = (today: string) => sweepDocuments(town.database.database, placementDocuments, { today, remove: false });
    expect(await dueOn('2031-10-31')).toEqual([]);
    expect(await dueOn('2031-11-01')).toEqual([{ reason: 'RETENTION', kind: 'OTHER', documents: 1 }]);
  });
});
