import { readFileSync, writeFileSync } from 'node:fs';
import { printSubgraph } from '@atbalsts/graphql';
import { describe, expect, it } from '@jest/globals';
import { institutions } from '../src/index.js';

const file = new URL('../schema.graphql', import.meta.url);

describe('the schema of the institutions', () => {
  it('is the one that is checked in', () => {
    const sdl = printSubgraph(institutions);
    if (process.env.UPDATE_SCHEMA) writeFileSync(file, sdl);
    expect(readFileSync(file, 'utf8')).toBe(sdl);
  });
});
