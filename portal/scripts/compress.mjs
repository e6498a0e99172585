// A Vite plugin: writes each built file in its compressed forms beside it, so that the gateway compresses nothing while somebody waits.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const worthIt = /\.(js|css|svg|json)$/;
const least = 1024;

/** Compresses what the build has written. */
export function compress() {
  let folder = 'dist';
  return {
    name: 'atbalsts-compress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!worthIt.test(path) || path.includes('.vite')) continue;
        const bytes = readFileSync(join(folder, path));
        if (bytes.length < least) continue;
        writeFileSync(join(folder, `${path}.gz`), gzipSync(bytes, { level: 9 }));
        writeFileSync(join(folder, `${path}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
      }
    },
  };
}
