import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';
import { ChangeDesk } from './change.support.js';
import { type Answer, officers, PretendedRegistry } from './support.js';

/** A payment status report of the bank on a batch, made on the day of the tests. */
const report = (batch: { number: string }, transactions: readonly string[], status = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-11-22T12:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${batch.number}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${status}</OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>${batch.number}</OrgnlPmtInfId>${transactions.join('\n')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
const paid = (id: string) => `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>`;
const rejected = (id: string) =>
  `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Konts slēgts</AddtlInf></StsRsnInf></TxInfAndSts>`;

describe("the bank's own answer to a batch", () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let desk: ChangeDesk;
  let batch: { id: string; number: string; version: number; file: string };
  /** End-to-end ids of its three payments. */
  let ids: [string, string, string];

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    desk = new ChangeDesk(town, registry);
  });
  afterAll(() => town?.drop());
  beforeEach(async () => {
    await town.sql("update payment set state = 'CANCELLED' where state = 'DUE'");
    for (let n = 0; n < 3; n++) await desk.granted();
    batch = (await desk.sent('2025-07-01')) as typeof batch;
    ids = [...batch.file.matchAll(/<EndToEndId>(\w+)</g)].map(([, id]) => id) as typeof ids;
  });

  const states = async () =>
    (
      await town.sql<{ s: string }>(
        `select concat_ws(' ', state, paid_on, rejected_code, rejected_reason) as s from payment where replace(id::text, '-', '') = any ($1) order by id`,
        [ids],
      )
    ).map(({ s }) => s);
  const waiting = ['BATCHED', 'BATCHED', 'BATCHED'];

  it('says paid, or rejected with code and text, and what was rejected is due again in the next batch', async () => {
    const answer = await desk.answer(batch, report(batch, [paid(ids[0]), rejected(ids[1]), paid(ids[2])]));
    expect(answer).toMatchObject({ batch: { state: 'RECONCILED' }, paid: 2, rejected: 1, takenBefore: false, problems: [] });
    expect(await states()).toEqual(['PAID 2026-11-22', 'DUE AC04 Konts slēgts', 'PAID 2026-11-22']);
    expect(await desk.prepare('2025-07-01')).toMatchObject({ added: 1, batch: { total: '106.00' } });
    const actions = await town.sql<{ action: string }>('select action from audit_entry where object = $1 order by id', [
      `payment-batch:${batch.id}`,
    ]);
    expect(actions.map(({ action }) => action)).toEqual(['payment.prepare', 'payment.approve', 'payment.export', 'payment.reconcile']);
  });

  it('may come in parts, as CSV, and for all that it does not name', async () => {
    const csv = `endToEndId;status;date;reasonCode;reason;amount\n${ids[0]};PAID;2026-11-22;;;106.00\n${ids[1]};PDNG;;;;\n`;
    const part = await desk.answer(batch, csv, 'CSV');
    expect(part).toMatchObject({ batch: { state: 'EXPORTED', version: batch.version + 1 }, paid: 1, rejected: 0 });
    expect(await states()).toEqual(['PAID 2026-11-22', 'BATCHED', 'BATCHED']);
    const rest = await desk.answer(part.batch, report(batch, [rejected(ids[1])], '<GrpSts>ACSC</GrpSts>'));
    expect(rest).toMatchObject({ batch: { state: 'RECONCILED' }, paid: 1, rejected: 1 });
    expect(await states()).toEqual(['PAID 2026-11-22', 'DUE AC04 Konts slēgts', 'PAID 2026-11-22']);
  });

  it('counts once, however often the same file comes', async () => {
    const file = report(batch, [rejected(ids[0]), paid(ids[1])]);
    const first = await desk.answer(batch, file);
    expect(first).toMatchObject({ paid: 1, rejected: 1, takenBefore: false });
    const after = await states();
    for (const version of [batch.version, first.batch.version])
      expect(await desk.answer({ ...batch, version }, file)).toMatchObject({
        batch: { version: first.batch.version },
        paid: 1,
        rejected: 1,
        takenBefore: true,
        problems: [],
      });
    expect(await states()).toEqual(after);
  });

  it('counts once where it comes twenty times at once', async () => {
    const file = report(batch, ids.map(paid));
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.answer(batch, file)));
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    expect(answers.filter(({ takenBefore }) => !takenBefore)).toHaveLength(1);
    expect(await states()).toEqual(Array(3).fill('PAID 2026-11-22'));
    expect(
      await town.sql('select count(*)::int as n from audit_entry where object = $1 and action = $2', [
        `payment-batch:${batch.id}`,
        'payment.reconcile',
      ]),
    ).toEqual([{ n: 1 }]);
  });

  it('is refused whole, with the place in both languages, where a reference is unknown or stands twice, or the file is something else', async () => {
    const refused = async (content: string, format = 'PAIN_002', of: { id: string; version: number } = batch) => {
      const answer = await desk.answer(of, content, format);
      expect(answer).toMatchObject({ batch: null, paid: 0, rejected: 0, takenBefore: false });
      return answer.problems.map((p: Answer) => `${p.code} ${p.field} ${p.message}`);
    };
    const place = /OrgnlPmtInfAndSts\[1\]\/TxInfAndSts\[2\]/;
    expect(await refused(report(batch, [paid(ids[0]), paid('00000000000000000000000000000000')]))).toEqual([expect.stringMatching(place)]);
    expect(await refused(report(batch, [paid(ids[0]), rejected(ids[0])]))).toEqual([expect.stringMatching(place)]);
    expect(await refused(report({ number: 'IZM-1999-000001' }, [paid(ids[0])]))).toEqual([expect.stringMatching(/OrgnlMsgId/)]);
    expect(await refused(`endToEndId;status;date\n${ids[0]};PAID;2026-11-22\n${ids[0]};PAID;2026-11-22`, 'CSV')).toEqual([
      expect.stringMatching(/line 3/),
    ]);
    expect(await refused(`endToEndId;status;date;amount\n${ids[0]};PAID;2026-11-22;105.99`, 'CSV')).toEqual([
      expect.stringMatching(/line 2.*amount/),
    ]);
    expect(await refused(report(batch, [paid(ids[0])]), 'CSV')).toEqual([expect.stringMatching(/^INVALID content/)]);
    expect(await refused(`<!DOCTYPE x [<!ENTITY a "b">]>${report(batch, [paid(ids[0])]).slice(39)}`)).toEqual([
      expect.stringMatching(/document type/),
    ]);
    expect(await refused(report(batch, [paid(ids[0])]), 'PAIN_002', { ...batch, version: 1 })).toEqual([
      expect.stringMatching(/^STALE version/),
    ]);
    expect(await states()).toEqual(waiting);
  });

  it('is taken of a batch that went to the bank, of the own town, by who may, and not without end', async () => {
    const file = report(batch, [paid(ids[0])]);
    const { batch: prepared } = await desk.prepare('2025-08-01');
    expect((await desk.answer(prepared, file)).problems).toMatchObject([{ code: 'WRONG_STATE', field: 'batchId' }]);
    const elsewhere = staff('finance', { municipality: bauska });
    expect((await desk.answer(batch, file, 'PAIN_002', elsewhere)).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'batchId' }]);
    await expect(desk.answer(batch, file, 'PAIN_002', officers.head)).rejects.toThrow(/FORBIDDEN/);
    await expect(desk.answer(batch, 'a'.repeat(900_001))).rejects.toThrow(/BAD_USER_INPUT/);
    expect(await states()).toEqual(waiting);
  });
});
