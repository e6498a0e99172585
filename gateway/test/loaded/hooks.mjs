// Runs TypeScript sources as Jest does, without a build, and writes to standard output at the end what was loaded: packages by name, our own files by path.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import jest from '../../../jest.config.mjs';

const [, swc] = jest.transform['\\.ts$'];
const root = new URL('../../..', import.meta.url).href;
const loaded = new Set();

registerHooks({
  resolve(specifier, context, next) {
    const isOurs = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
  load(url, context, next) {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
    loaded.add(name ?? url.replace(root, ''));
    if (!url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    return { format: 'module', source: transformSync(readFileSync(filename, 'utf8'), { ...swc, filename }).code, shortCircuit: true };
  },
});

process.on('exit', () => process.stdout.write(JSON.stringify([...loaded])));
