import { readdirSync, readFileSync } from 'node:fs';
import { domains } from '@atbalsts/database';
import { composeSupergraphs, type SubgraphSdl } from '../src/audiences/compose.js';

const folder = new URL('../../subgraphs/', import.meta.url);

/** The checked-in SDL of every subgraph, read as files: the gateway imports none of them. */
export const realSdls: SubgraphSdl[] = readdirSync(folder)
  .filter((name) => (domains as readonly string[]).includes(name))
  .map((name) => ({ name, url: 'http://127.0.0.1:1/graphql', sdl: readFileSync(new URL(`${name}/schema.graphql`, folder), 'utf8') }));

/** What the checked-in subgraphs compose to. */
export const realSupergraphs = composeSupergraphs(realSdls);
