// Writes the schema that each audience sees, out of the checked-in supergraphs: what the portal's queries are checked against.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, getNamedType, isAbstractType, isObjectType, lexicographicSortSchema, parse, printSchema } from 'graphql';

const from = fileURLToPath(new URL('../../gateway/supergraph/', import.meta.url));
const to = fileURLToPath(new URL('../generated/', import.meta.url));

/** What the cache must know: which fields give pages, and which objects have no id of their own. */
function factsOf(schema) {
  const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);
  const machinery = /(Connection|Edge)$|^PageInfo$/;
  const connections = objects.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .map((field) => `${type.name}.${field.name}`),
  );
  const parts = objects
    .filter((type) => !roots.has(type.name) && !type.getFields().id && !machinery.test(type.name))
    .map((type) => type.name);
  const possibleTypes = Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter((type) => isAbstractType(type))
      .map((type) => [type.name, schema.getPossibleTypes(type).map((one) => one.name)]),
  );
  return { connections, parts, possibleTypes };
}

mkdirSync(to, { recursive: true });
for (const audience of ['staff', 'regional', 'partner']) {
  const visible = transformSupergraphToPublicSchema(parse(readFileSync(`${from}${audience}.graphql`, 'utf8')));
  const schema = lexicographicSortSchema(buildASTSchema(visible, { assumeValidSDL: true }));
  writeFileSync(`${to}${audience}.graphql`, `${printSchema(schema)}\n`);
  writeFileSync(`${to}${audience}.json`, JSON.stringify(factsOf(schema)));
}
