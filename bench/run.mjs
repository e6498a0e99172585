// npm run bench -- NAME: runs one benchmark. Each prints ratios against something measured in the same run.
const benchmarks = {
  client: () => import('./client/client.mjs'),
  gateways: () => import('./gateways/gateways.mjs'),
  batch: () => import('./batch/batch.mjs'),
  means: () => import('./means/means.mjs'),
  scale: () => import('./scale/scale.mjs'),
  protection: () => import('./protection/protection.mjs'),
};

const name = process.argv[2] ?? 'client';
if (!benchmarks[name]) {
  console.error(`There is no benchmark ${name}. Benchmarks: ${Object.keys(benchmarks).join(', ')}`);
  process.exit(1);
}
const { run } = await benchmarks[name]();
await run(process.argv.slice(3));
