/** The import rules of the house (docs/architecture.md, section 3). */
const domains = ['registry', 'benefits', 'services', 'institutions', 'workforce', 'strategy'];

module.exports = {
  forbidden: [
    ...domains.map((domain) => ({
      name: `${domain}-imports-no-other-subgraph`,
      comment: 'A subgraph never imports another: they meet by @key, by asking through the graph, and by facts.',
      severity: 'error',
      from: { path: `^subgraphs/${domain}/` },
      to: { path: `^subgraphs/(${domains.filter((other) => other !== domain).join('|')})/` },
    })),
    {
      name: 'rules-are-pure',
      comment: 'A *.rules.ts file imports no ORM, no clock, no environment.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$', pathNot: '/report/' },
      to: { path: 'node_modules/(@mikro-orm|pg|type-graphql|express|undici)/' },
    },
    {
      name: 'packages-do-not-import-rooms',
      comment: 'Packages are below the subgraphs and the gateway; only the command line and the demo put the parts together.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/(cli|demo)/' },
      to: { path: '^(subgraphs|gateway)/' },
    },
    {
      name: 'gateway-imports-no-subgraph',
      comment: 'The gateway knows subgraphs by their supergraph alone.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'gateway-takes-the-slim-doors',
      comment:
        'The whole of these packages brings the ORM and type-graphql into a process that needs neither: @atbalsts/graphql/call, auth/identity, database/domains.',
      severity: 'error',
      from: { path: '^gateway/src/' },
      to: { path: '^packages/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'portal-stands-alone',
      comment: 'The portal is a consumer like any other: it knows the public graphs and nothing of the house behind them.',
      severity: 'error',
      from: { path: '^portal/(src|scripts)/' },
      to: { path: '^(packages|subgraphs|gateway)/' },
    },
    {
      name: 'no-circular',
      comment: 'No import cycles between files, types aside.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-tests-in-sources', severity: 'error', from: { path: '/src/', pathNot: '\\.test\\.ts$' }, to: { path: '\\.test\\.ts$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages|subgraphs|gateway|portal|test|bench)/.*dist/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@atbalsts/source', 'import', 'node', 'default'],
      mainFields: ['module', 'main'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
