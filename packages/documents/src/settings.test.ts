import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDocumentSettings } from './settings.js';

const store = {
  ATBALSTS_S3_ENDPOINT: 'https://store.example/',
  ATBALSTS_S3_BUCKET: 'documents',
  ATBALSTS_S3_ACCESS_KEY_ID: 'id',
  ATBALSTS_S3_SECRET_ACCESS_KEY: 'secret',
};

describe('the settings of documents', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atbalsts-settings-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('untold: ten megabytes in PostgreSQL, no scan, a key of the data folder that stays and that nobody else reads', async () => {
    const data = join(folder, 'data');
    const [one, two] = await Promise.all([readDocumentSettings({}, data), readDocumentSettings({ ATBALSTS_SCAN_COMMAND: '' }, data)]);
    expect(one).toMatchObject({ largest: 10_485_760, uploadSeconds: 900, scan: null, s3: null });
    expect(one.uploadKey).toHaveLength(32);
    expect(two.uploadKey.equals(one.uploadKey)).toBe(true);
    expect((await stat(join(data, 'upload-key'))).mode & 0o777).toBe(0o600);
  });

  it('told: as told', async () => {
    const env = {
      ...store,
      ATBALSTS_DOCUMENT_MAX_MB: '25',
      ATBALSTS_SCAN_COMMAND: 'clamdscan  --no-summary -',
      ATBALSTS_UPLOAD_KEY: 'x'.repeat(32),
    };
    const settings = await readDocumentSettings(env, join(folder, 'none'));
    expect(settings).toMatchObject({
      largest: 26_214_400,
      scan: { command: ['clamdscan', '--no-summary', '-'], seconds: 60 },
      s3: { endpoint: 'https://store.example', bucket: 'documents', region: 'eu-north-1' },
    });
    await expect(stat(join(folder, 'none'))).rejects.toThrow();
  });

  it.each([
    [
      { ATBALSTS_S3_ENDPOINT: 'https://store.example' },
      ['ATBALSTS_S3_BUCKET', 'ATBALSTS_S3_ACCESS_KEY_ID', 'ATBALSTS_S3_SECRET_ACCESS_KEY'],
    ],
    [{ ...store, ATBALSTS_S3_ENDPOINT: 'ftp://store.example' }, ['ATBALSTS_S3_ENDPOINT']],
    [{ ATBALSTS_UPLOAD_KEY: 'short' }, ['ATBALSTS_UPLOAD_KEY']],
    [{ NODE_ENV: 'production' }, ['ATBALSTS_UPLOAD_KEY']],
    [{ ATBALSTS_DOCUMENT_MAX_MB: '0' }, ['ATBALSTS_DOCUMENT_MAX_MB']],
    [{ ATBALSTS_DOCUMENT_MAX_MB: '500', ATBALSTS_UPLOAD_SECONDS: 'soon' }, ['ATBALSTS_DOCUMENT_MAX_MB', 'ATBALSTS_UPLOAD_SECONDS']],
  ])('%j are not usable, and every reason is told, without a secret', async (env, names) => {
    const refused = await readDocumentSettings(env, join(folder, 'none')).catch((error: Error) => error.message);
    for (const name of names) expect(refused).toContain(name);
    expect(refused).not.toContain('short');
  });

  it('with a damaged key in the data folder are not usable', async () => {
    await writeFile(join(folder, 'upload-key'), 'x');
    await expect(readDocumentSettings({}, folder)).rejects.toThrow('upload-key');
  });
});
