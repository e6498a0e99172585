// A Vite plugin: writes each document where it is used. The generated `graphql()` looks documents up in one table, so that every screen's
// documents would come with the first screen; written in place, each comes with its own screen.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'graphql';

const call = /\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?`([^`]*)`,?\s*\)/g;
const line = /^export const (\w+) = (\{.*\}) as unknown as /gm;

/** Documents of an audience by the name codegen gives them. */
function documentsOf(folder) {
  const file = fileURLToPath(new URL(`../src/gql/${folder}/graphql.ts`, import.meta.url));
  return new Map([...readFileSync(file, 'utf8').matchAll(line)].map(([, name, json]) => [name, json]));
}

/** Codegen's name of a document: its first operation's or fragment's. */
function nameOf(source) {
  const [first] = parse(source).definitions;
  const suffix = first.kind === 'FragmentDefinition' ? 'FragmentDoc' : 'Document';
  return `${first.name.value}${suffix}`.toLowerCase();
}

/** The plugin; in builds only, because the development server follows the generated table as it changes. */
export function inlineDocuments() {
  const known = new Map();
  return {
    name: 'atbalsts-inline-documents',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const folder = /\/src\/(staff|region|partner)\/.*\.tsx?$/.exec(id.split('?')[0])?.[1];
      if (!folder || !code.includes('graphql(')) return null;
      if (!known.has(folder)) known.set(folder, new Map([...documentsOf(folder)].map(([name, json]) => [name.toLowerCase(), json])));
      const replaced = code.replace(call, (_, source) => {
        const json = known.get(folder).get(nameOf(source));
        if (!json) this.error(`No generated document for ${nameOf(source)}: run npm run -w portal codegen`);
        return `(${json} as any)`;
      });
      return { code: replaced, map: null };
    },
  };
}
