// node scripts/lock.mjs, after npm install: adds to the lock file the optional packages of other platforms that npm left out (docs/decisions/0016).
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
};
const processors = {
  64: 'x64',
  arm: 'arm',
  arm64: 'arm64',
  ia32: 'ia32',
  loong64: 'loong64',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  x64: 'x64',
};

/** What the lock file says of a package that is for one system and processor, read from its name. */
function entryOf(name, version, parent) {
  const words = name.split('/').at(-1).split('-');
  const os = words.map((word) => systems[word]).find(Boolean);
  const cpu = words.map((word) => processors[word]).find(Boolean);
  if (!os) return null;
  const libc = name.endsWith('musl') ? ['musl'] : os === 'linux' && name.endsWith('gnu') ? ['glibc'] : null;
  return { version, ...(cpu && { cpu: [cpu] }), ...(parent.dev && { dev: true }), ...(libc && { libc }), optional: true, os: [os] };
}

const lock = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;
for (const [path, parent] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const known = lock.packages[`node_modules/${name}`] ?? lock.packages[`${path}/node_modules/${name}`];
    const entry = known ? null : entryOf(name, version, parent);
    if (!entry) continue;
    lock.packages[`node_modules/${name}`] = entry;
    added++;
  }
}
const { '': root, ...others } = lock.packages;
lock.packages = { '': root, ...Object.fromEntries(Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1))) };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added`);
