import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApolloGateway } from '@apollo/gateway';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { toySdls } from '../../test/toy-subgraphs.js';
import { audienceNames, audiences } from './audience.js';
import { banner, CompositionError, composeSupergraphs } from './compose.js';
import { diffSupergraphs, MissingSupergraphError, readSupergraphs, writeSupergraphs } from './files.js';
import { audienceSdl, subgraphNames, subgraphUrls } from './supergraph.js';

const supergraphs = composeSupergraphs(toySdls);
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('composition', () => {
  it('does not depend on the order in which the subgraphs come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(toySdls, { minLength: toySdls.length }), (shuffled) =>
        expect(composeSupergraphs(shuffled)).toEqual(supergraphs),
      ),
      { numRuns: 4 },
    );
  });

  it('says in every file that nobody should edit it', () => {
    for (const audience of audienceNames) expect(supergraphs[audience].startsWith(`${banner}\n\nschema`)).toBe(true);
  });

  it('opens to the region what carries its tag, and drops what nothing reaches any more', () => {
    expect(audienceSdl(supergraphs.REGIONAL)).toBe(`scalar Date

type Query {
  serviceTypes: [String!]
  town(code: ID!): Town

  """Who is asking."""
  viewer: Viewer!
}

type Town {
  code: ID!
  label: String
  openedOn: Date
  staffing(on: Date): Int
}

type Viewer {
  subject: ID!
}
`);
  });

  it('does not open a type to an audience through a tag on a field nothing reaches', () => {
    expect(audienceSdl(supergraphs.PARTNER)).not.toMatch(/Person|Town|Date/);
    expect(audienceSdl(supergraphs.STAFF)).toMatch(/type Person/);
  });

  it.each(audienceNames)(
    'of %s loads, and the gateway serves exactly the schema that the allow-list is compared with',
    async (audience) => {
      process.env.APOLLO_TELEMETRY_DISABLED = '1';
      const gateway = new ApolloGateway({
        supergraphSdl: supergraphs[audience],
        buildService: () => ({ process: async () => ({}) }),
        logger: quiet,
      });
      const { schema } = await gateway.load();
      const bare = (sdl: string) => sdl.replace(/\n\s*(directive @defer|scalar _)[^\n]*/g, '').trim();
      expect(bare(printSchema(lexicographicSortSchema(schema)))).toBe(bare(audienceSdl(supergraphs[audience])));
      await gateway.stop();
    },
  );

  it('names the graph and every reason when subgraphs do not fit together', () => {
    const clash = { name: 'benefits', url: 'http://127.0.0.1:1', sdl: 'type Query { viewer: Int other: Missing }' };
    expect(() => composeSupergraphs([...toySdls, clash])).toThrow(CompositionError);
    expect(() => composeSupergraphs([...toySdls, clash])).toThrow(/The STAFF graph does not compose:\n {2}\w+: /);
  });

  it('fails when a contract would be empty', () => {
    const closed = { name: 'registry', url: 'http://127.0.0.1:1', sdl: 'type Query { viewer: Int }' };
    expect(() => composeSupergraphs([closed])).toThrow(/The REGIONAL graph does not compose/);
  });

  it('knows the subgraphs of a supergraph and where they stand', () => {
    expect(subgraphNames(supergraphs.STAFF)).toEqual(['registry', 'services']);
    expect(subgraphUrls(supergraphs.STAFF).services).toBe('http://127.0.0.1:1/graphql');
  });
});

describe('the checked-in files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atbalsts-supergraph-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are written once, and then only when something has changed', async () => {
    await expect(readSupergraphs(folder)).rejects.toThrow(MissingSupergraphError);
    expect((await diffSupergraphs(folder, supergraphs)).map(({ file, kind }) => [file, kind])).toEqual(
      audienceNames.map((name) => [audiences[name].file, 'missing']),
    );
    expect(await writeSupergraphs(folder, supergraphs)).toEqual(['staff.graphql', 'regional.graphql', 'partner.graphql']);
    expect(await writeSupergraphs(folder, supergraphs)).toEqual([]);
    expect(await diffSupergraphs(folder, supergraphs)).toEqual([]);
    expect(await readSupergraphs(folder)).toEqual(supergraphs);
  });

  it('show where they differ from a new composition', async () => {
    const file = join(folder, 'staff.graphql');
    await writeFile(file, (await readFile(file, 'utf8')).replace('  serviceTypes:', '  serviceKinds:'));
    const [difference, ...others] = await diffSupergraphs(folder, supergraphs);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ audience: 'STAFF', file: 'staff.graphql', kind: 'different' });
    expect(difference?.lines.map((line) => line.slice(0, 15))).toEqual(['+  serviceTypes', '-  serviceKinds']);
  });
});
