import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { commandScanner, ScanBroken } from './scanner.js';

const someFile = fileURLToPath(import.meta.url);
const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

describe('a scan by a command', () => {
  it.each<[string, [string, ...string[]]]>([
    ['is not there', ['no-such-program-anywhere']],
    ['fails', [process.execPath, '-e', 'process.exit(2)']],
  ])('that %s is broken, and leaves no timer that would keep the process from ending', async (_, command) => {
    const before = timers();
    await expect(commandScanner({ command, seconds: 30 })(someFile)).rejects.toThrow(ScanBroken);
    expect(timers()).toBe(before);
  });
});
