// A subgraph without its protection, put together here for comparison only: no setting of the product leads to it.
// Same resolvers, loaders, ORM and sessions; no row-level security (a role that passes it by), no action checks, no audit.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { AuditEntryRow } from '@atbalsts/audit';
import { openDatabase, withSession } from '@atbalsts/database';
import { Context, InProcessCaller, openReachable } from '@atbalsts/graphql';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { execute, parse, specifiedDirectives } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@tag", "@inaccessible", "@cost", "@listSize"])\n\n`;

/** As buildFederatedSchema of @atbalsts/graphql, without the guard in front of each resolver. */
function bareSchema({ resolvers, types, references }) {
  const plain = buildSchemaSync({
    resolvers,
    orphanedTypes: types ?? [],
    directives: [...specifiedDirectives],
    validate: { forbidUnknownValues: false },
    skipCheck: true,
  });
  openReachable(plain);
  const map = createResolversMap(plain);
  for (const [name, resolve] of Object.entries(references)) map[name] = { ...map[name], __resolveReference: resolve };
  return buildSubgraphSchema({ typeDefs: parse(link + printSchemaWithDirectives(plain)), resolvers: map });
}

/** A recorder that writes nothing. */
const silent = { purpose: null, read() {}, async write() {}, async writeMany() {}, async flush() {} };

async function bareSubgraph(module, { url, verifier, caller, today, poolSize }) {
  const database = await openDatabase({ domain: module.name, url, entities: [AuditEntryRow, ...module.entities], poolSize });
  const schema = bareSchema(module);
  const documents = new Map();
  return {
    name: module.name,
    close: () => database.close(),
    async execute({ query, variables, operationName, token, requestId }) {
      const principal = await verifier.verify(token ?? '');
      if (!documents.has(query)) documents.set(query, parse(query));
      return withSession(database, principal, (em) =>
        execute({
          schema,
          document: documents.get(query),
          variableValues: variables ?? {},
          operationName: operationName ?? undefined,
          contextValue: new Context(principal, requestId, em, silent, today, caller),
        }),
      );
    },
  };
}

/** The six subgraphs of a process without their protection. */
export async function openBarePlatform(modules, { urls, ...rest }) {
  const subgraphs = new Map();
  const caller = new InProcessCaller(subgraphs);
  for (const module of modules) subgraphs.set(module.name, await bareSubgraph(module, { ...rest, url: urls[module.name], caller }));
  return { caller, close: () => Promise.all([...subgraphs.values()].map((subgraph) => subgraph.close())) };
}
