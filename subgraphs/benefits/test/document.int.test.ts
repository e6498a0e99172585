import { addDays } from '@atbalsts/database';
import { sweepDocuments } from '@atbalsts/documents';
import { askFile, bauska, countStatements, paper, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applicationDocuments, benefits } from '../src/index.js';
import { type Answer, Counter, officers, PretendedRegistry } from './support.js';

const attaching = `mutation($id: ID!, $i: AttachDocumentInput!) { attachToApplication(applicationId: $id, input: $i) { document { id } uploadUrl problems { code field } } }`;
const discarding = `mutation($i: DiscardDocumentInput!) { discardApplicationDocument(input: $i) { document { state } problems { code field } } }`;
const listing = `query($id: ID!) { application(id: $id) { documents { id kind name openUrl state } } }`;

describe('documents of an application', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let counter: Counter;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    counter = new Counter(town, registry);
  });
  afterAll(() => town?.drop());

  const attach = async (id: string, text: string, who = officers.organiser): Promise<Answer> => {
    const { bytes, declared } = paper(text);
    const { data, errors } = await town.ask(who, attaching, { id, i: { ...declared, kind: 'INCOME_STATEMENT' } });
    return errors ? errors[0]?.extensions : { ...data.attachToApplication, bytes };
  };
  const stored = async (id: string, text: string): Promise<string> => {
    const { uploadUrl, document, bytes } = await attach(id, text);
    expect((await askFile(town, officers.organiser, 'PUT', uploadUrl, bytes)).status).toBe(201);
    return document.id;
  };
  const discard = async (documentId: string, who = officers.head) =>
    (await town.ask(who, discarding, { i: { documentId, reason: 'Cits klients.' } })).data?.discardApplicationDocument;

  it('are attached by who takes applications, listed with it, and opened by who reads means', async () => {
    const application = await counter.apply();
    const id = await stored(application.id, 'izziņa');
    const { documents } = (await town.ask(officers.head, listing, { id: application.id })).data.application;
    expect(documents).toEqual([{ id, kind: 'INCOME_STATEMENT', name: 'dokuments.pdf', state: 'STORED', openUrl: `/files/benefits/${id}` }]);
    expect((await askFile(town, staff('auditor'), 'GET', `/files/benefits/${id}`)).status).toBe(200);
    expect(
      await town.sql('select action from audit_entry where object = $1 and person_id = $2', [`document:${id}`, application.person.id]),
    ).toHaveLength(3);
  });

  it('are nothing for case workers, finance, carers and other towns', async () => {
    const application = await counter.apply();
    const id = await stored(application.id, 'algas lapa');
    for (const role of ['social-worker', 'finance'] as const) {
      expect((await town.ask(staff(role), listing, { id: application.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await askFile(town, staff(role), 'GET', `/files/benefits/${id}`)).code).toBe('FORBIDDEN');
      expect((await attach(application.id, 'cits', staff(role))).code).toBe('FORBIDDEN');
    }
    const elsewhere = staff('assistance-organiser', { municipality: bauska });
    expect((await attach(application.id, 'cits', elsewhere)).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await askFile(town, elsewhere, 'GET', `/files/benefits/${id}`)).code).toBe('NOT_FOUND');
  });

  it('can come after a decision, for a challenge, but what a decision rests on is not discarded', async () => {
    const before = await counter.declared();
    const early = await stored(before.id, 'pirms lēmuma');
    expect((await discard(early)).problems).toEqual([]);
    const proposal = await counter.proposed();
    const { application } = proposal;
    const late = await stored(application.id, 'pēc priekšlikuma');
    expect((await discard(late)).problems).toMatchObject([{ code: 'WRONG_STATE', field: 'input.documentId' }]);
    await counter.approve(proposal);
    expect((await attach(application.id, 'pēc lēmuma')).problems).toEqual([]);
    await town.sql(`update application set state = 'WITHDRAWN' where id = $1`, [before.id]);
    expect((await attach(before.id, 'pēc atsaukuma')).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  it('are kept five years from the last day of the latest decision, and as long as the application is open', async () => {
    const open = await counter.apply();
    const proposal = await counter.proposed();
    await counter.approve(proposal);
    await counter.notify(proposal, '2025-06-18');
    await town.sql('delete from document');
    for (const id of [open.id, proposal.application.id]) await stored(id, 'termiņš');
    const dueOn = (today: string) => sweepDocuments(town.database.database, applicationDocuments, { today, remove: false });
    const [row] = await town.sql<{ last: string }>(
      `select (greatest(proposed_on, approved_on, notified_on, challenge_until, until_date) + interval '5 years')::date::text as last from decision where id = $1`,
      [proposal.id],
    );
    const last = row?.last as string;
    expect(await dueOn(addDays(last, -1))).toEqual([]);
    expect(await dueOn(last)).toEqual([{ reason: 'RETENTION', kind: 'INCOME_STATEMENT', documents: 1 }]);
  });

  it('of many applications take the statements of one', async () => {
    for (let n = 0; n < 5; n++) await stored((await counter.apply()).id, `lapa ${n}`);
    const statements = countStatements(town.database.superUrl);
    const count = async (first: number): Promise<number> => {
      await statements.reset();
      const { errors } = await town.ask(officers.head, `{ applications(first: ${first}) { nodes { documents { id openUrl label } } } }`);
      expect(errors).toBeUndefined();
      return statements.count();
    };
    await count(1);
    expect(await count(20)).toBe(await count(1));
  });
});
