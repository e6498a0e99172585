import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const read = () => JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;

/** Every file that entry points need before they can show anything. */
function filesOf(manifest: Record<string, Chunk>, entries: readonly string[]): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const take = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const other of chunk.imports ?? []) take(other);
  };
  for (const entry of entries) take(entry);
  return files;
}

const kilobytes = (files: Set<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(dist + file), { level: 9 }).length, 0) / 1024;

describe('the first screen', () => {
  it.each([
    ['signing in', ['index.html']],
    ['the day of a social worker', ['index.html', 'src/staff/part.tsx', 'src/staff/day/index.tsx']],
  ])('of %s comes with less than 250 KB, compressed', (name, entries) => {
    const manifest = read();
    for (const entry of entries) expect(Object.keys(manifest)).toContain(entry);
    const size = kilobytes(filesOf(manifest, entries));
    process.stderr.write(`  bundle of ${name}: ${size.toFixed(1)} KB gzipped\n`);
    expect(size).toBeLessThan(250);
  });

  it('brings nothing of Plot, of OpenID and of other audiences', () => {
    const files = [...filesOf(read(), ['index.html', 'src/staff/part.tsx'])].join(' ');
    expect(files).not.toMatch(/plot|oidc/);
  });
});
