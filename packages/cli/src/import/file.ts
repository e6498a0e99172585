import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { CliError } from '../errors.js';

/** A record of the file with the number of its first line. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** A file of separated values that is read as a stream, once. */
export interface CsvFile {
  size: number;
  /** Its records, the header first; throws CliError where the file is no such file, naming the line. */
  records(onBytes?: (read: number) => void): AsyncIterable<CsvRecord>;
  /** SHA-256 of what was read, when all of it was. */
  hash(): string;
  /** Whether the last line ended with a line break, once all was read: a file that was cut mostly does not. */
  endsWhole(): boolean;
}

/** Longest record, in characters: a quote that is never closed must not read the rest of the file into memory. */
const longest = 100_000;

/** Opens a file. Throws CliError for one that is not there, is empty, or begins as UTF-16. */
export async function openCsv(path: string): Promise<CsvFile> {
  const info = await stat(path).catch(() => null);
  if (!info?.isFile()) throw new CliError(`There is no file ${path}. / Faila ${path} nav.`);
  if (info.size === 0) throw new CliError('The file is empty. / Fails ir tukšs.');
  const delimiter = await delimiterOf(path);
  const hash = createHash('sha256');
  let digest = '';
  let lastByte = 0;
  return {
    size: info.size,
    hash: () => digest,
    endsWhole: () => lastByte === 10 || lastByte === 13,
    async *records(onBytes = () => undefined) {
      let read = 0;
      let lines = 1;
      const decoder = new TextDecoder('utf-8', { fatal: true });
      async function* text(): AsyncGenerator<string> {
        for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>) {
          hash.update(chunk);
          read += chunk.length;
          lastByte = chunk.at(-1) ?? lastByte;
          onBytes(read);
          yield decode(decoder, chunk, lines);
          for (const byte of chunk) if (byte === 10) lines++;
        }
        yield decode(decoder, undefined, lines);
      }
      const parser = parse({ delimiter, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: longest });
      const source = Readable.from(text());
      source.on('error', (error) => parser.destroy(error));
      try {
        for await (const one of source.pipe(parser) as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
          const breaks = one.record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
          yield { line: one.info.lines - breaks, cells: one.record.map((cell) => cell.trim()) };
        }
        digest = hash.digest('hex');
      } catch (error) {
        throw error instanceof CsvError ? new CliError(csvFault(error)) : error;
      } finally {
        source.destroy();
      }
    },
  };
}

/** `;` or `,` or a tab: whichever the header has most of. Excel in Latvia writes semicolons. */
async function delimiterOf(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16_384), 0, 16_384, 0);
    const [first = 0, second = 0] = buffer;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || buffer.subarray(0, bytesRead).includes(0)) {
      throw new CliError(
        'The file is UTF-16 or no text. Save it as “CSV UTF-8”. / Fails ir UTF-16 vai nav teksts. Saglabājiet to kā “CSV UTF-8”.',
      );
    }
    const header =
      buffer
        .subarray(0, bytesRead)
        .toString('latin1')
        .split(/[\r\n]/, 1)[0] ?? '';
    const count = (mark: string) => header.split(mark).length;
    return [';', ',', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  } finally {
    await handle.close();
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | undefined, line: number): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new CliError(
      `The file is not UTF-8 (after line ${line}, or it was cut there). Save it as “CSV UTF-8”. / Fails nav UTF-8 (pēc ${line}. rindas, vai tur tas ir aprauts). Saglabājiet to kā “CSV UTF-8”.`,
    );
  }
}

function csvFault(error: CsvError): string {
  const line = (error as { lines?: number }).lines ?? 0;
  const faults: Record<string, string> = {
    CSV_QUOTE_NOT_CLOSED: `A quote is never closed: the file ends within line ${line}, it was cut. / Pēdiņa nav aizvērta: fails beidzas ${line}. rindas vidū, tas ir aprauts.`,
    CSV_MAX_RECORD_SIZE: `Line ${line} is too long: a quote is not closed. / ${line}. rinda ir pārāk gara: pēdiņa nav aizvērta.`,
  };
  return (
    faults[error.code] ?? `Line ${line} cannot be read: a quote stands in a wrong place. / ${line}. rindu nevar nolasīt: pēdiņa ir nevietā.`
  );
}
