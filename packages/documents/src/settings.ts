import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { S3Settings } from './store/s3.store.js';

/** How documents are taken and kept. */
export interface DocumentSettings {
  /** Largest document, in bytes. */
  largest: number;
  /** Key of the signatures of upload addresses. */
  uploadKey: Buffer;
  /** How long an upload address holds, in seconds. */
  uploadSeconds: number;
  /** Command and arguments of the virus scan: bytes on its standard input, 0 clean, 1 infected, anything else broken. Null: no scan. */
  scan: { command: readonly [string, ...string[]]; seconds: number } | null;
  /** Store of objects; null: PostgreSQL. */
  s3: S3Settings | null;
  /** The clock; tests set it. */
  now: () => Date;
}

/** The settings of documents are not usable; every reason at once. */
export class DocumentSettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'DocumentSettingsError';
  }
}

const megabyte = 1_048_576;
const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const environment = z
  .object({
    NODE_ENV: z.string().optional(),
    // Below what the gateway takes for an answer of a subgraph (64 MB).
    ATBALSTS_DOCUMENT_MAX_MB: wholeNumber(1, 50).default(10),
    ATBALSTS_UPLOAD_KEY: z.string().min(32, 'must have at least 32 signs').optional(),
    ATBALSTS_UPLOAD_SECONDS: wholeNumber(30, 3_600).default(900),
    ATBALSTS_SCAN_COMMAND: z.string().trim().optional(),
    ATBALSTS_SCAN_SECONDS: wholeNumber(1, 90).default(60),
    ATBALSTS_S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
    ATBALSTS_S3_BUCKET: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'is not the name of a bucket')
      .optional(),
    ATBALSTS_S3_REGION: z.string().default('eu-north-1'),
    ATBALSTS_S3_ACCESS_KEY_ID: z.string().optional(),
    ATBALSTS_S3_SECRET_ACCESS_KEY: z.string().optional(),
  })
  .superRefine((values, context) => {
    const wrong = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
    const together = ['ATBALSTS_S3_ENDPOINT', 'ATBALSTS_S3_BUCKET', 'ATBALSTS_S3_ACCESS_KEY_ID', 'ATBALSTS_S3_SECRET_ACCESS_KEY'] as const;
    if (together.some((name) => values[name]))
      for (const name of together) if (!values[name]) wrong(name, 'must be set, since documents are to be kept in a store of objects');
    if (values.NODE_ENV === 'production' && !values.ATBALSTS_UPLOAD_KEY)
      wrong('ATBALSTS_UPLOAD_KEY', 'must be set in production: the key of the data folder is for the demo');
  });

/**
 * Reads the settings of documents. Without `ATBALSTS_UPLOAD_KEY` the key is one of the data folder (`upload-key`, readable by the owner alone), made where there is none.
 * @throws DocumentSettingsError naming every variable that is wrong
 */
export async function readDocumentSettings(
  env: Readonly<Record<string, string | undefined>>,
  dataFolder: string,
): Promise<DocumentSettings> {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) throw new DocumentSettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const values = parsed.data;
  const command = values.ATBALSTS_SCAN_COMMAND?.split(/\s+/) as [string, ...string[]] | undefined;
  return {
    largest: values.ATBALSTS_DOCUMENT_MAX_MB * megabyte,
    uploadKey: values.ATBALSTS_UPLOAD_KEY ? Buffer.from(values.ATBALSTS_UPLOAD_KEY) : await keyOf(dataFolder),
    uploadSeconds: values.ATBALSTS_UPLOAD_SECONDS,
    scan: command ? { command, seconds: values.ATBALSTS_SCAN_SECONDS } : null,
    s3:
      values.ATBALSTS_S3_ENDPOINT && values.ATBALSTS_S3_BUCKET && values.ATBALSTS_S3_ACCESS_KEY_ID && values.ATBALSTS_S3_SECRET_ACCESS_KEY
        ? {
            endpoint: values.ATBALSTS_S3_ENDPOINT.replace(/\/$/, ''),
            bucket: values.ATBALSTS_S3_BUCKET,
            region: values.ATBALSTS_S3_REGION,
            accessKeyId: values.ATBALSTS_S3_ACCESS_KEY_ID,
            secretAccessKey: values.ATBALSTS_S3_SECRET_ACCESS_KEY,
          }
        : null,
    now: () => new Date(),
  };
}

/** The key of the data folder; made where there is none. Processes that make one at once get one: it is written aside and linked into place. */
async function keyOf(dataFolder: string): Promise<Buffer> {
  const path = join(dataFolder, 'upload-key');
  await mkdir(dataFolder, { recursive: true });
  const aside = join(dataFolder, `.upload-key-${randomBytes(8).toString('hex')}`);
  try {
    await writeFile(aside, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    await link(aside, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(aside, { force: true });
  }
  await chmod(path, 0o600);
  const text = (await readFile(path, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new DocumentSettingsError(['upload-key in the data folder is damaged: delete it, and a new one is made']);
  return Buffer.from(text, 'hex');
}

/** Settings of a process that was told none, such as a test: PostgreSQL, no scan, a key of its own. */
const untold = (): DocumentSettings => ({
  largest: 10 * megabyte,
  uploadKey: randomBytes(32),
  uploadSeconds: 900,
  scan: null,
  s3: null,
  now: () => new Date(),
});

let current: DocumentSettings | null = null;

/** The settings of this process. */
export function documentSettings(): DocumentSettings {
  current ??= untold();
  return current;
}

/** Sets them, once at the start; tests set others. */
export function useDocumentSettings(settings: DocumentSettings): void {
  current = settings;
}

/** `prepare` of a domain that has documents. */
export async function prepareDocuments({
  env,
  dataFolder,
}: {
  env: Readonly<Record<string, string | undefined>>;
  dataFolder: string;
}): Promise<void> {
  useDocumentSettings(await readDocumentSettings(env, dataFolder));
}
