import { open, readFile } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** Media types that are taken, by the ending of the name. Nothing that runs: no macros, no HTML, no SVG, no archives. */
export const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  // A container signed with the Latvian eParaksts.
  edoc: 'application/vnd.etsi.asic-e+zip',
  asice: 'application/vnd.etsi.asic-e+zip',
  txt: 'text/plain',
  csv: 'text/csv',
};

/** The media type that the ending of a name promises; null where it is none that is taken. */
export function promisedType(name: string): string | null {
  const ending = /\.([A-Za-z]{2,5})$/.exec(name)?.[1]?.toLowerCase();
  return (ending && mediaTypes[ending]) || null;
}

/** Whether the bytes of a file are what the ending of its name promises. The bytes decide, never what the sender says. */
export async function isWhatItPromises(path: string, name: string): Promise<boolean> {
  const promised = promisedType(name);
  if (promised === null) return false;
  if (promised.startsWith('text/')) return isText(path);
  if (promised === mediaTypes.asice) return isSignedContainer(path);
  return (await fileTypeFromFile(path))?.mime === promised;
}

/** Text in UTF-8, without signs that steer a terminal; and none of the types that have marks of their own (a PDF is text, too, at its head). */
async function isText(path: string): Promise<boolean> {
  if (await fileTypeFromFile(path)) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}

const mark = `mimetype${mediaTypes.asice}`;

/** ETSI EN 319 162-1: the first entry of the ZIP is named `mimetype`, is not packed, and holds the media type. */
async function isSignedContainer(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0);
    const head = buffer.subarray(0, bytesRead);
    if (bytesRead < 30 || head.readUInt32LE(0) !== 0x04034b50 || head.readUInt16LE(8) !== 0) return false;
    const extra = head.readUInt16LE(28);
    const name = head.subarray(30, 30 + head.readUInt16LE(26)).toString('latin1');
    const held = head.subarray(30 + name.length + extra).toString('latin1');
    return `${name}${held}`.startsWith(mark);
  } finally {
    await file.close();
  }
}
