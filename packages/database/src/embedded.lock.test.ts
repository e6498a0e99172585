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

const left = (content: string, name = 'lock.1.aa') => {
  writeFileSync(join(folder, `${name}.json`), content);
  writeFileSync(join(folder, `${name}.held`), '');
};
const askAtOnce = async (howMany: number) => {
  const results = await Promise.allSettled(Array.from({ length: howMany }, () => lockDataFolder(folder)));
  for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(DataFolderInUseError);
  return results.filter((result) => result.status === 'fulfilled').length;
};

describe('the lock of a data folder', () => {
  it('is held by one, given back, and taken again', async () => {
    const release = await lockDataFolder(folder);
    await expect(lockDataFolder(folder)).rejects.toThrow(DataFolderInUseError);
    await release();
    expect(readdirSync(folder)).toEqual([]);
    await (await lockDataFolder(folder))();
  });

  it('asked for by many at once is given to one', async () => {
    expect(await askAtOnce(20)).toBe(1);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, started: 'x' }],
    ['a number that belongs to another process by now', { pid: process.pid, started: 'at another time' }],
    ['nobody can tell whom', 'not json'],
  ])('left by %s is taken over, by one of many', async (_who, content) => {
    left(typeof content === 'string' ? content : JSON.stringify(content));
    expect(await askAtOnce(8)).toBe(1);
    const [claim = ''] = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(JSON.parse(readFileSync(join(folder, claim), 'utf8'))).toEqual({ pid: process.pid, started: processStart(process.pid) });
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('held by another running process is not taken, however its name sorts', async () => {
    for (const name of ['lock.0.aa', 'lock.zzz.zz']) {
      left(JSON.stringify({ pid: process.ppid, started: processStart(process.ppid) }), name);
      await expect(lockDataFolder(folder)).rejects.toThrow(`in use by process ${process.ppid}`);
      expect(readdirSync(folder).sort()).toEqual([`${name}.held`, `${name}.json`]);
      for (const file of readdirSync(folder)) rmSync(join(folder, file));
    }
  });
});
