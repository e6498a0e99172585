// Jest's order of the test files: the longest first, so that at the end no worker waits long for another.
import { relative, sep } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** Longest first, where nothing has been measured yet. `start.test.ts` leads: it needs no demo, so the second worker fills it meanwhile. */
const kinds = [
  /^test\/start\.test\.ts$/,
  /^portal\/test\//,
  /^test\/(security|reports)\//,
  /^test\//,
  /^packages\/demo\//,
  /^gateway\/test\//,
];

/**
 * On a machine that has run the tests Jest knows how long each file took; on a fresh one it goes by the size of the file, and the longest of all, a
 * short file that walks through every screen, would come last. So files go by their kind first, and in Jest's own order within it.
 */
export default class LongestFirst extends TestSequencer {
  /** Which kind a file is; the last for all that are short. */
  kindOf({ path, context }) {
    const file = relative(context.config.rootDir, path).split(sep).join('/');
    const found = kinds.findIndex((kind) => kind.test(file));
    return found === -1 ? kinds.length : found;
  }

  async sort(tests) {
    const inJestsOrder = [...(await super.sort(tests))];
    return inJestsOrder.sort((a, b) => this.kindOf(a) - this.kindOf(b));
  }
}
