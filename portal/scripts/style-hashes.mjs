// Vite plugin: writes down the hash of the style that Plot puts into the page with every chart, for the content security policy of the gateway.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The class that src/ui/chart.tsx gives every chart. */
const className = 'plot';

/** The style as Plot writes it for that class, read out of its source. Throws where Plot has changed how it does so. */
function plotStyle() {
  const entry = createRequire(import.meta.url).resolve('@observablehq/plot');
  const source = readFileSync(join(dirname(entry), 'plot.js'), 'utf8');
  const template = /append\("style"\)\.text\(\s*`([^`]*)`/.exec(source)?.[1];
  if (!template) throw new Error('Plot no longer writes its style as src/plot.js did: the policy of the page cannot name its hash');
  return template.replaceAll(`\${className}`, className);
}

/** Puts the hashes into `house/style-hashes.json` of the build. */
export function styleHashes() {
  return {
    name: 'atbalsts-style-hashes',
    apply: 'build',
    generateBundle() {
      const hash = createHash('sha256').update(plotStyle()).digest('base64');
      this.emitFile({ type: 'asset', fileName: 'house/style-hashes.json', source: JSON.stringify([`sha256-${hash}`]) });
    },
  };
}
