import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { actionMatrix } from './action-matrix.js';

const readme = new URL('../README.md', import.meta.url);
const between = /(<!-- actions: written by UPDATE_README=1, do not edit -->\n)[\s\S]*(<!-- end of actions -->)/;

it('the README shows the action table as it is (UPDATE_README=1 writes it)', async () => {
  const text = await readFile(readme, 'utf8');
  expect(text).toMatch(between);
  const expected = text.replace(between, (_all, start: string, end: string) => `${start}${actionMatrix()}\n${end}`);
  if (process.env.UPDATE_README) await writeFile(readme, expected);
  else expect(text).toBe(expected);
});
