import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isWhatItPromises, promisedType } from './media-type.js';

const bytes = (hex: string): Buffer => Buffer.from(hex.replace(/ /g, ''), 'hex');
const png = bytes('89504e47 0d0a1a0a 0000000d 49484452 00000001 00000001 08060000 001f15c4 89 0000000a 49444154');
const jpeg = bytes('ffd8ffe0 00104a46 49460001 01000001 00010000');
const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');

/** The head of a ZIP whose first entry, not packed, holds the media type. */
function container(mediaType: string, packed = 0): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(packed, 8);
  head.writeUInt32LE(mediaType.length, 18);
  head.writeUInt32LE(mediaType.length, 22);
  head.writeUInt16LE('mimetype'.length, 26);
  return Buffer.concat([head, Buffer.from(`mimetype${mediaType}`)]);
}
const asice = 'application/vnd.etsi.asic-e+zip';

describe('the media type of a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atbalsts-media-type-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['izziņa.pdf', pdf, true],
    ['izziņa.PDF', pdf, true],
    ['foto.jpg', jpeg, true],
    ['foto.jpeg', jpeg, true],
    ['foto.png', png, true],
    ['foto.png', jpeg, false],
    ['foto.jpg', pdf, false],
    ['izziņa.pdf', Buffer.from('izziņa'), false],
    ['izziņa.pdf', Buffer.alloc(0), false],
    ['teksts.odt', container('application/vnd.oasis.opendocument.text'), true],
    ['teksts.ods', container('application/vnd.oasis.opendocument.text'), false],
    ['teksts.docx', container('application/vnd.oasis.opendocument.text'), false],
    ['vēstule.edoc', container(asice), true],
    ['vēstule.asice', container(asice), true],
    ['vēstule.edoc', container(asice, 8), false],
    ['vēstule.edoc', container('application/epub+zip'), false],
    ['vēstule.edoc', pdf, false],
    ['vēstule.edoc', Buffer.from('PK'), false],
    ['piezīme.txt', Buffer.from('Klients ieradās.\r\n\tPlkst. 9.\n'), true],
    ['pārskats.csv', Buffer.from('datums;summa\n2026-01-01;10,00\n'), true],
    ['piezīme.txt', Buffer.from([0x41, 0x00, 0x42]), false],
    ['piezīme.txt', Buffer.from([0x41, 0x1b, 0x5b]), false],
    ['piezīme.txt', Buffer.from([0xff, 0xfe, 0x41]), false],
    ['piezīme.txt', pdf, false],
    ['programma.exe', Buffer.from('MZ'), false],
  ])('%s with these bytes is what it promises: %#', async (name, content, right) => {
    const path = join(folder, 'bytes');
    await writeFile(path, content);
    expect(await isWhatItPromises(path, name)).toBe(right);
  });

  it.each(['izziņa', 'izziņa.', '.pdf.', 'izziņa.html', 'izziņa.svg', 'izziņa.docm', 'izziņa.zip', 'izziņa.constructor', 'x.pdf.exe'])(
    'is none that is taken for %s',
    (name) => {
      expect(promisedType(name)).toBeNull();
    },
  );
});
