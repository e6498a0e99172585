import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  composeSupergraphs,
  type Released,
  readReleased,
  readSupergraphs,
  releasedFolder,
  supergraphFolder,
  unrecordedBreaks,
  writeReleased,
} from '../src/index.js';
import { toySdls } from './toy-subgraphs.js';

describe('the released graphs', () => {
  let folder: string;
  let released: Released;
  const before = composeSupergraphs(toySdls);
  const lost = composeSupergraphs(
    toySdls.map((one) => ({ ...one, sdl: one.sdl.replace('label: String @tag(name: "regional")', 'name: String @tag(name: "regional")') })),
  );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atbalsts-released-'));
    expect(await writeReleased(folder, before)).toHaveLength(3);
    expect(await writeReleased(folder, before)).toEqual([]);
    released = await readReleased(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are broken by what took a field away, in each graph that had it', () => {
    expect(unrecordedBreaks(released, before, [])).toEqual([]);
    expect(unrecordedBreaks(released, lost, ['# 0099: another'])).toEqual([
      { audience: 'STAFF', kind: 'FIELD_REMOVED', description: 'Town.label was removed.' },
      { audience: 'REGIONAL', kind: 'FIELD_REMOVED', description: 'Town.label was removed.' },
    ]);
  });

  it('may be broken where a decision record says so, graph by graph', () => {
    const record = '# 0099: labels\n\n- `Breaks STAFF: Town.label was removed.`\n';
    expect(unrecordedBreaks(released, lost, [record]).map(({ audience }) => audience)).toEqual(['REGIONAL']);
    expect(unrecordedBreaks(released, lost, [record, 'Breaks REGIONAL: Town.label was removed.'])).toEqual([]);
  });

  it('of the house can be read, and hold what the checked-in supergraphs hold', async () => {
    const house = await readReleased(releasedFolder);
    expect(house.PARTNER).toContain('type Query');
    // The supergraphs are the code's (test/schema.test.ts); what breaks here is told by `atbalsts schema check` with the line that a record needs.
    const { readDecisions } = await import('../src/index.js');
    const decisions = await readDecisions(new URL('../../docs/decisions/', import.meta.url).pathname);
    expect(unrecordedBreaks(house, await readSupergraphs(supergraphFolder), decisions)).toEqual([]);
  });
});
