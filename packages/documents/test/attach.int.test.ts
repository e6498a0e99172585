import { bauska, staff } from '@atbalsts/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { useDocumentSettings } from '../src/index.js';
import { Desk, hashOf, pdf, records, settingsOf } from './toy.js';

const organiser = staff('assistance-organiser');
const another = staff('assistance-organiser', { subject: 'another-organiser' });

describe('attaching a document', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk?.town.drop());
  beforeEach(async () => {
    useDocumentSettings(settingsOf());
    await desk.town.sql('truncate document cascade');
  });

  const problemsOf = async (change: Record<string, unknown>, id?: string) =>
    (await desk.attach(organiser, pdf(), change, id)).problems.map((one: { code: string; field: string }) => `${one.code} ${one.field}`);

  it.each([
    ['a name with a way up in it', { name: '../izziņa.pdf' }, 'INVALID input.name'],
    ['a name of another system', { name: 'c:\\izziņa.pdf' }, 'INVALID input.name'],
    ['a name with a line break', { name: 'izziņa\r\nset-cookie: x.pdf' }, 'INVALID input.name'],
    ['a name that turns around what follows', { name: 'izziņa\u202efdp.exe.pdf' }, 'INVALID input.name'],
    ['a page', { name: 'izziņa.html' }, 'INVALID input.name'],
    ['a drawing with a script', { name: 'izziņa.svg' }, 'INVALID input.name'],
    ['a document with macros', { name: 'izziņa.docm' }, 'INVALID input.name'],
    ['an archive', { name: 'izziņa.zip' }, 'INVALID input.name'],
    ['a name without an ending', { name: 'pdf' }, 'INVALID input.name'],
    ['eleven megabytes', { size: 11 * 1_048_576 }, 'INVALID input.size'],
  ])('%s is refused with what is wrong', async (_, change, problem) => {
    expect(await problemsOf(change)).toEqual([problem]);
  });

  it.each([
    ['no name', { name: '' }],
    ['a hash that is none', { sha256: 'abc' }],
    ['no size', { size: 0 }],
    ['a negative size', { size: -1 }],
    ['a name of a thousand signs', { name: `${'a'.repeat(1_000)}.pdf` }],
  ])('%s is a coded error', async (_, change) => {
    expect((await desk.attach(organiser, pdf(), change)).code).toBe('BAD_USER_INPUT');
  });

  it('takes nothing for a record of another town, for none, and for one that takes no more', async () => {
    expect(await problemsOf({}, '00000000-0000-7000-8000-00000000dead')).toEqual(['NOT_FOUND null']);
    expect(await problemsOf({}, records.closed)).toEqual(['WRONG_STATE null']);
    const elsewhere = staff('assistance-organiser', { municipality: bauska });
    expect((await desk.attach(elsewhere, pdf())).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await desk.attach(staff('auditor'), pdf())).code).toBe('FORBIDDEN');
  });

  it('asked again by the same person before the bytes came gives the same document and a new address', async () => {
    const bytes = pdf();
    const first = await desk.attach(organiser, bytes);
    useDocumentSettings(settingsOf({ now: () => new Date('2026-11-22T11:00:00Z') }));
    expect(await desk.put(organiser, first.uploadUrl, bytes)).toBe('403 UPLOAD_EXPIRED');
    const second = await desk.attach(organiser, bytes);
    expect(second).toMatchObject({ document: { id: first.document.id }, uploadUntil: '2026-11-22T11:15:00.000Z', problems: [] });
    expect(await desk.put(organiser, second.uploadUrl, bytes)).toBe('201 STORED');
  });

  it('of the same bytes by another person, or once they are stored, is DUPLICATE with the one that is there; to another record it is not', async () => {
    const bytes = pdf();
    const { document, uploadUrl } = await desk.attach(organiser, bytes);
    const duplicate = { document: { id: document.id }, uploadUrl: null, uploadUntil: null, problems: [{ code: 'DUPLICATE' }] };
    expect(await desk.attach(another, bytes)).toMatchObject(duplicate);
    expect(await desk.attach(organiser, bytes, { kind: 'RECEIPT' })).toMatchObject(duplicate);
    expect(await desk.put(organiser, uploadUrl, bytes)).toBe('201 STORED');
    expect(await desk.attach(organiser, bytes)).toMatchObject(duplicate);
    expect((await desk.attach(organiser, bytes, {}, records.other)).problems).toEqual([]);
  });

  it('twenty times at once makes one document', async () => {
    const bytes = pdf();
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.attach(organiser, bytes)));
    expect(new Set(answers.map(({ document }) => document.id)).size).toBe(1);
    expect(await desk.town.sql('select count(*)::int as n from document')).toEqual([{ n: 1 }]);
  });

  it('takes no more than two hundred for one record', async () => {
    await desk.town.sql(
      `insert into document (id, municipality, owner_kind, owner_id, kind, name, size, sha256, state, attached_at, attached_by)
       select gen_random_uuid(), '0002000', 'APPLICATION', $1::uuid, 'OTHER', 'x.pdf', 1, repeat(to_char(n, 'FM0000'), 16), 'AWAITED', now(), 'x'
         from generate_series(1, 200) n`,
      [records.open],
    );
    expect(await problemsOf({})).toEqual(['INVALID null']);
  });

  it('keeps the hash in small letters, however it was written', async () => {
    const bytes = pdf();
    const { uploadUrl } = await desk.attach(organiser, bytes, { sha256: hashOf(bytes).toUpperCase() });
    expect(await desk.put(organiser, uploadUrl, bytes)).toBe('201 STORED');
  });

  it('is seen by no other town, not even past the filter of the program', async () => {
    await desk.stored(organiser, pdf());
    const seen = await desk.town.ask(
      staff('assistance-organiser', { municipality: bauska }),
      'query($id: ID!) { documents(id: $id) { id } }',
      {
        id: records.open,
      },
    );
    expect(seen.data.documents).toEqual([]);
    expect(
      await desk.town.sql(
        `select relname, relforcerowsecurity as forced from pg_class where relname in ('document', 'document_content') order by 1`,
      ),
    ).toEqual([
      { relname: 'document', forced: true },
      { relname: 'document_content', forced: true },
    ]);
  });
});
