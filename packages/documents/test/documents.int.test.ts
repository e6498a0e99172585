import { Readable } from 'node:stream';
import { bauska, partner, regional, staff } from '@atbalsts/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { useDocumentSettings } from '../src/index.js';
import { type PretendedS3, pretendedS3 } from './s3-server.js';
import { Desk, hashOf, pdf, person, records, settingsOf } from './toy.js';

const organiser = staff('assistance-organiser');
const another = staff('assistance-organiser', { subject: 'another-organiser' });
const head = staff('head-of-assistance');
const auditor = staff('auditor');
const carer = staff('carer');
const elsewhere = staff('assistance-organiser', { municipality: bauska, subject: 'organiser-of-bauska' });

describe.each(['POSTGRESQL', 'S3'] as const)('documents kept in %s', (kept) => {
  let desk: Desk;
  let s3: PretendedS3;
  const settings = (change = {}) => settingsOf({ s3: kept === 'S3' ? s3.settings : null, ...change });
  /** How many contents there are, wherever they are. */
  const contents = async () => (kept === 'S3' ? s3.objects.size : await desk.contents());

  beforeAll(async () => {
    s3 = await pretendedS3();
    desk = await Desk.open();
  });
  afterAll(async () => {
    await desk?.town.drop();
    await s3?.stop();
  });
  beforeEach(async () => {
    useDocumentSettings(settings());
    s3.objects.clear();
    s3.log.length = 0;
    await desk.town.sql('truncate document cascade');
  });

  it('are declared, brought, opened, with an audit entry for each step', async () => {
    const bytes = pdf(600_000);
    const { document, uploadUrl, uploadUntil, problems } = await desk.attach(organiser, bytes);
    expect(problems).toEqual([]);
    expect(document).toMatchObject({ state: 'AWAITED', kind: 'INCOME_STATEMENT', name: 'izziņa.pdf', size: bytes.length });
    expect(uploadUntil).toBe('2026-11-22T10:15:00.000Z');
    expect(await desk.put(organiser, uploadUrl, bytes)).toBe('201 STORED');
    expect(await desk.row(document.id)).toEqual([
      { state: 'STORED', stored_in: kept, media_type: 'application/pdf', discard_reason: null },
    ]);
    const [shown] = (
      await desk.town.ask(organiser, 'query($id: ID!) { documents(id: $id) { id openUrl mediaType attachedBy: attachedById label } }', {
        id: records.open,
      })
    ).data.documents;
    expect(shown).toMatchObject({
      id: document.id,
      mediaType: 'application/pdf',
      label: 'Izziņa par ienākumiem',
      attachedBy: organiser.employee,
    });
    const opened = await desk.open(auditor, shown.openUrl);
    expect(opened.status).toBe(200);
    expect(hashOf(opened.bytes)).toBe(hashOf(bytes));
    expect(opened.headers).toEqual({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="izzi_a.pdf"; filename*=UTF-8''izzi%C5%86a.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    expect(await desk.audit(document.id)).toEqual([
      { subject: organiser.subject, action: 'application.document.attach', person_id: person, fields: ['kind', 'name', 'sha256', 'size'] },
      { subject: organiser.subject, action: 'application.document.attach', person_id: person, fields: ['content', 'state'] },
      { subject: auditor.subject, action: 'application.document.read', person_id: person, fields: ['content'] },
    ]);
  });

  it('leave nothing behind where size, hash or type is another, or the bytes break off', async () => {
    const bytes = pdf();
    const { uploadUrl, document } = await desk.attach(organiser, bytes);
    const changed = Buffer.from(bytes);
    changed[50] = (changed[50] ?? 0) ^ 1;
    expect(await desk.put(organiser, uploadUrl, pdf(300))).toBe('422 SIZE_MISMATCH');
    expect(await desk.put(organiser, uploadUrl, pdf(900), bytes.length)).toBe('422 SIZE_MISMATCH');
    expect(await desk.put(organiser, uploadUrl, bytes.subarray(0, 200), bytes.length)).toBe('422 SIZE_MISMATCH');
    expect(await desk.put(organiser, uploadUrl, changed)).toBe('422 HASH_MISMATCH');
    expect(await desk.put(organiser, uploadUrl, bytes, null)).toBe('411 LENGTH_REQUIRED');
    expect(await desk.put(organiser, uploadUrl, bytes, 11 * 1_048_576)).toBe('413 PAYLOAD_TOO_LARGE');
    const text = Buffer.from('<html><script>alert(1)</script></html>');
    const lie = await desk.attach(organiser, text, { name: 'izziņa.png' });
    expect(await desk.put(organiser, lie.uploadUrl, text)).toBe('415 UNSUPPORTED_MEDIA_TYPE');
    expect(await desk.row(document.id)).toMatchObject([{ state: 'AWAITED', stored_in: null }]);
    expect(await contents()).toBe(0);
    expect(await desk.put(organiser, uploadUrl, bytes)).toBe('201 STORED');
  });

  it('are brought once: again, or twenty times at once, is WRONG_STATE', async () => {
    const bytes = pdf();
    const { uploadUrl } = await desk.attach(organiser, bytes);
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.put(organiser, uploadUrl, bytes)));
    expect(answers.filter((answer) => answer === '201 STORED')).toHaveLength(1);
    expect(answers.filter((answer) => answer === '409 WRONG_STATE')).toHaveLength(19);
    expect(await contents()).toBe(1);
    expect(await desk.put(organiser, uploadUrl, bytes)).toBe('409 WRONG_STATE');
  });

  it('are brought by nobody but who attached them, at the address and in the time given', async () => {
    const bytes = pdf();
    const { uploadUrl, document } = await desk.attach(organiser, bytes);
    expect(await desk.put(another, uploadUrl, bytes)).toBe('403 UPLOAD_FORGED');
    expect(await desk.put(elsewhere, uploadUrl, bytes)).toBe('403 UPLOAD_FORGED');
    expect(await desk.put(organiser, uploadUrl.replace(/signature=../, 'signature=AA'), bytes)).toBe('403 UPLOAD_FORGED');
    expect(await desk.put(organiser, uploadUrl.replace(/until=\d+/, 'until=9999999999'), bytes)).toBe('403 UPLOAD_FORGED');
    expect(await desk.put(organiser, uploadUrl.split('?')[0], bytes)).toBe('403 UPLOAD_FORGED');
    const other = await desk.attach(organiser, pdf(200));
    expect(await desk.put(organiser, uploadUrl.replace(document.id, other.document.id), bytes)).toBe('403 UPLOAD_FORGED');
    useDocumentSettings(settings({ now: () => new Date('2026-11-22T10:15:01Z') }));
    expect(await desk.put(organiser, uploadUrl, bytes)).toBe('403 UPLOAD_EXPIRED');
    useDocumentSettings(settings({ uploadKey: Buffer.from('another key, after the first was lost') }));
    expect(await desk.put(organiser, uploadUrl, bytes)).toBe('403 UPLOAD_FORGED');
    expect(await contents()).toBe(0);
  });

  it('are opened by who may, in the own town: anybody else hears 403 or 404, and nothing is audited', async () => {
    const { id, url } = await desk.stored(organiser, pdf());
    const before = (await desk.audit(id)).length;
    const codes = async (...who: (typeof organiser)[]) =>
      Promise.all(who.map(async (one) => `${(await desk.open(one, url)).status} ${(await desk.open(one, url)).code}`));
    expect(await codes(elsewhere)).toEqual(['404 NOT_FOUND']);
    expect(await codes(carer, partner('00000000-0000-7000-8000-0000000000c1'), regional())).toEqual(Array(3).fill('403 FORBIDDEN'));
    expect(
      (
        await desk.open(
          organiser,
          url.replace(/.$/, (end: string) => (end === '0' ? '1' : '0')),
        )
      ).code,
    ).toBe('NOT_FOUND');
    expect((await desk.open(organiser, `/files/services/${id}`)).code).toBe('NOT_FOUND');
    expect((await desk.open(organiser, `/files/benefits/${id}/../${id}`)).code).toBe('NOT_FOUND');
    expect(await desk.audit(id)).toHaveLength(before);
  });

  it('that tell of health are opened by who may see health, whatever else he may', async () => {
    const { url } = await desk.stored(organiser, pdf(), { kind: 'MEDICAL_STATEMENT' });
    expect((await desk.open(organiser, url)).status).toBe(200);
    expect((await desk.open(auditor, url)).code).toBe('FORBIDDEN');
    const list = async (who: typeof organiser) =>
      (await desk.town.ask(who, 'query($id: ID!) { documents(id: $id) { openUrl } }', { id: records.open })).data.documents;
    expect(await list(organiser)).toEqual([{ openUrl: url }]);
    expect(await list(auditor)).toEqual([{ openUrl: null }]);
  });

  it('are not handed out where the bytes are not those that came, or are gone', async () => {
    const { id, url } = await desk.stored(organiser, pdf());
    const spoil =
      kept === 'S3' ? null : `update document_content set bytes = overlay(bytes placing 'x'::bytea from 30) where document_id = '${id}'`;
    if (spoil) await desk.town.sql(spoil);
    for (const [path, bytes] of s3.objects) s3.objects.set(path, Buffer.concat([bytes.subarray(1), Buffer.from('x')]));
    const before = (await desk.audit(id)).length;
    expect(await desk.open(organiser, url)).toMatchObject({ status: 500, code: 'DOCUMENT_DAMAGED' });
    s3.objects.clear();
    await desk.town.sql('delete from document_content');
    expect(await desk.open(organiser, url)).toMatchObject({ status: 500, code: 'DOCUMENT_DAMAGED' });
    expect(await desk.audit(id)).toHaveLength(before);
  });

  describe('with an audit that cannot be written', () => {
    const said = console.error;
    beforeEach(() => {
      console.error = () => {};
    });
    afterEach(async () => {
      console.error = said;
      await desk.town.sql('alter table audit_entry drop constraint if exists full_disk');
    });

    it('are not handed out, and not taken', async () => {
      const bytes = pdf();
      const stored = await desk.stored(organiser, pdf(300));
      const awaited = await desk.attach(organiser, bytes);
      const before = await desk.contents();
      await desk.town.sql('alter table audit_entry add constraint full_disk check (subject is null) not valid');
      expect(await desk.open(organiser, stored.url)).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
      expect(await desk.put(organiser, awaited.uploadUrl, bytes)).toBe('500 INTERNAL_SERVER_ERROR');
      expect(await desk.row(awaited.document.id)).toMatchObject([{ state: 'AWAITED', stored_in: null }]);
      expect(await desk.contents()).toBe(before);
    });
  });

  it('are discarded with a reason: the bytes go, the record of them stays', async () => {
    const { id, url } = await desk.stored(organiser, pdf());
    const discard = async (who: typeof organiser, input: object) => {
      const mutation = `mutation($input: DiscardDocumentInput!) { discard(input: $input) { document { state discardReason openUrl } problems { code field } } }`;
      const answer = await desk.town.ask(who, mutation, { input });
      return answer.data?.discard ?? answer.errors?.[0]?.extensions.code;
    };
    const reason = 'Pievienots nepareizajam iesniegumam.';
    expect(await discard(organiser, { documentId: id, reason })).toBe('FORBIDDEN');
    expect((await discard(head, { documentId: id, reason: '  ' })).problems).toMatchObject([{ code: 'INVALID', field: 'input.reason' }]);
    expect((await discard(staff('director', { municipality: bauska }), { documentId: id, reason })).problems).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect(await discard(head, { documentId: id, reason })).toEqual({
      document: { state: 'DISCARDED', discardReason: reason, openUrl: null },
      problems: [],
    });
    expect((await discard(head, { documentId: id, reason })).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect(await desk.open(organiser, url)).toMatchObject({ status: 409, code: 'WRONG_STATE' });
    expect(await desk.contents()).toBe(0);
  });

  it('break off without a trace when the sender goes away', async () => {
    const bytes = pdf(5_000);
    const { uploadUrl, document } = await desk.attach(organiser, bytes);
    const broken = Readable.from(
      (async function* () {
        yield bytes.subarray(0, 1_000);
        throw new Error('aborted');
      })(),
    );
    expect(await desk.put(organiser, uploadUrl, broken, bytes.length)).toBe('400 UPLOAD_BROKEN');
    expect(await desk.row(document.id)).toMatchObject([{ state: 'AWAITED' }]);
    expect(await contents()).toBe(0);
  });
});
