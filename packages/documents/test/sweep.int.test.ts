import { staff } from '@atbalsts/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sweepDocuments, useDocumentSettings } from '../src/index.js';
import { type PretendedS3, pretendedS3 } from './s3-server.js';
import { Desk, owner, pdf, records, settingsOf } from './toy.js';

const organiser = staff('assistance-organiser');

describe('the sweep', () => {
  let desk: Desk;
  let s3: PretendedS3;

  beforeAll(async () => {
    s3 = await pretendedS3();
    desk = await Desk.open();
  });
  afterAll(async () => {
    await desk?.town.drop();
    await s3?.stop();
  });
  beforeEach(async () => {
    useDocumentSettings(settingsOf());
    s3.objects.clear();
    await desk.town.sql('truncate document cascade');
  });

  const sweep = (today: string, remove: boolean) => sweepDocuments(desk.town.database.database, owner, { today, remove });
  const ids = async () => (await desk.town.sql<{ id: string }>('select id from document order by id')).map(({ id }) => id);
  /** Stored with a record that was closed on 2020-05-31 afterwards. */
  const closed = async (kind: string) => {
    const { id } = await desk.stored(organiser, pdf(), { kind }, records.other);
    await desk.town.sql('update document set owner_id = $1 where id = $2', [records.closed, id]);
    return id as string;
  };

  it('finds what is kept long enough, by kind and the day the record was closed, and changes nothing unless told', async () => {
    await closed('IDENTITY');
    await closed('INCOME_STATEMENT');
    await closed('COURT_DECISION');
    expect(await sweep('2021-05-30', false)).toEqual([]);
    expect(await sweep('2021-05-31', false)).toEqual([{ reason: 'RETENTION', kind: 'IDENTITY', documents: 1 }]);
    expect(await sweep('2025-05-31', false)).toEqual([
      { reason: 'RETENTION', kind: 'IDENTITY', documents: 1 },
      { reason: 'RETENTION', kind: 'INCOME_STATEMENT', documents: 1 },
    ]);
    expect(await ids()).toHaveLength(3);
  });

  it('removes it with its bytes when told, and leaves an audit entry of each', async () => {
    const identity = await closed('IDENTITY');
    const open = (await desk.stored(organiser, pdf(), { kind: 'IDENTITY' })).id;
    expect(await sweep('2030-01-01', true)).toEqual([{ reason: 'RETENTION', kind: 'IDENTITY', documents: 1 }]);
    expect(await ids()).toEqual([open]);
    expect(await desk.contents()).toBe(1);
    expect((await desk.audit(identity)).at(-1)).toMatchObject({ subject: 'atbalsts:sweep', action: 'document.sweep', fields: ['content'] });
    expect(await sweep('2030-01-01', true)).toEqual([]);
  });

  it('takes the term that held when the record was closed', async () => {
    await closed('RECEIPT');
    expect(await sweep('2030-05-30', false)).toEqual([]);
    expect(await sweep('2030-05-31', false)).toEqual([{ reason: 'RETENTION', kind: 'RECEIPT', documents: 1 }]);
  });

  it('removes what was declared and never brought within a day', async () => {
    await desk.attach(organiser, pdf());
    expect(await sweep('2026-11-22', true)).toEqual([]);
    expect(await sweep('2026-11-24', true)).toEqual([{ reason: 'NEVER_BROUGHT', kind: 'INCOME_STATEMENT', documents: 1 }]);
    expect(await ids()).toEqual([]);
  });

  it('removes the objects of a store, of discarded documents too, which stay on record', async () => {
    useDocumentSettings(settingsOf({ s3: s3.settings }));
    await closed('IDENTITY');
    const discarded = (await desk.stored(organiser, pdf())).id;
    const input = { documentId: discarded, reason: 'Lieks.' };
    await desk.town.ask(staff('director'), 'mutation($i: DiscardDocumentInput!) { discard(input: $i) { problems { code } } }', {
      i: input,
    });
    expect(s3.objects.size).toBe(2);
    expect(await sweep('2026-11-22', true)).toEqual([
      { reason: 'DISCARDED', kind: 'INCOME_STATEMENT', documents: 1 },
      { reason: 'RETENTION', kind: 'IDENTITY', documents: 1 },
    ]);
    expect(s3.objects.size).toBe(0);
    expect(await desk.row(discarded)).toMatchObject([{ state: 'DISCARDED', stored_in: null }]);
    expect(await sweep('2026-11-22', true)).toEqual([]);
  });

  it('goes through more than fits into one transaction', async () => {
    await desk.town.sql(
      `insert into document (id, municipality, owner_kind, owner_id, kind, name, size, sha256, state, attached_at, attached_by)
       select gen_random_uuid(), '0002000', 'APPLICATION', $1::uuid, 'OTHER', 'x.pdf', 1, repeat(to_char(n, 'FM0000'), 16), 'AWAITED', '2020-01-01', 'x'
         from generate_series(1, 250) n`,
      [records.open],
    );
    expect(await sweep('2026-11-22', true)).toEqual([{ reason: 'NEVER_BROUGHT', kind: 'OTHER', documents: 250 }]);
    expect(await ids()).toEqual([]);
  });
});
