// Lets Jest's global setup run TypeScript of the workspaces from source, without a build: the same compiler settings as the tests.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
  configFile: false,
};

/** Registers the hooks; the returned function takes them away again. */
export function runTypeScriptFromSource() {
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      if (specifier.startsWith('@atbalsts/')) {
        return next(specifier, { ...context, conditions: ['@atbalsts/source', ...(context.conditions ?? ['node', 'import'])] });
      }
      if (/^\.\.?\//.test(specifier) && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')) {
        const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
        if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
      }
      return next(specifier, context);
    },
    load(url, context, next) {
      if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
      const filename = fileURLToPath(url);
      const { code } = transformSync(readFileSync(filename, 'utf8'), { ...swc, filename });
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
  return () => hooks.deregister();
}
