import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockDataFolder, processStart } from './embedded.lock.js';
import { DataFolderInUseError } from './errors.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atbalsts-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lock = () => join(folder, 'lock.json');
const outcomes = (results: PromiseSettledResult<unknown>[]) => results.map((result) => result.status).sort();

describe('the lock of a data folder', () => {
  it('is held by one, given back, and taken again', async () => {
    const release = await lockDataFolder(folder);
    await expect(lockDataFolder(folder)).rejects.toThrow(DataFolderInUseError);
    await release();
    expect(readdirSync(folder)).toEqual([]);
    await (await lockDataFolder(folder))();
  });

  it('asked for by many at once is given to one', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataFolder(folder)));
    expect(outcomes(results).filter((status) => status === 'fulfilled')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['lock.json']);
  });

  it.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, started: 'x' }],
    ['a number that belongs to another process by now', { pid: process.pid, started: 'at another time' }],
    ['nobody can tell whom', 'not json'],
  ])('left by %s is taken over, by one of many', async (_who, content) => {
    writeFileSync(lock(), typeof content === 'string' ? content : JSON.stringify(content));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(folder)));
    expect(outcomes(results).filter((status) => status === 'fulfilled')).toHaveLength(1);
    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toEqual({ pid: process.pid, started: processStart(process.pid) });
  });

  it('of somebody else is not given back by who had it before', async () => {
    const release = await lockDataFolder(folder);
    writeFileSync(lock(), JSON.stringify({ pid: process.ppid, started: processStart(process.ppid) }));
    await release();
    await expect(lockDataFolder(folder)).rejects.toThrow(`in use by process ${process.ppid}`);
  });
});
