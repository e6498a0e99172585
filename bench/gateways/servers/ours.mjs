// Our executor under Apollo Server 5, set up as stock @apollo/gateway is beside it: nothing of our own HTTP side, limits or tokens.
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createExecution } from '@atbalsts/gateway/execution';
import { HttpCaller } from '@atbalsts/graphql/call';

const supergraphSdl = readFileSync(process.env.SUPERGRAPH, 'utf8');
// Read once: each look at process.env asks the operating system.
const sharing = process.env.SHARING !== 'off';
const caller = new HttpCaller(JSON.parse(process.env.SUBGRAPH_URLS));
// The subgraphs of the workload note nothing of who read what, so that identical reads under way may be one call.
const gateway = createExecution({ supergraphSdl, caller, keepsNoTrace: () => sharing });
const server = new ApolloServer({ gateway });
let count = 0;
const { url } = await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
  context: async ({ req }) => ({
    scope: { requestId: String(++count), audience: 'STAFF', purpose: null, emergency: null, operation: null, code: null },
    principal: {
      subject: 'bench',
      audience: 'STAFF',
      roles: ['director'],
      token: req.headers.authorization ?? 'none',
      expiresAt: 4_102_444_800,
    },
    signal: new AbortController().signal,
    limitTime: () => {},
  }),
});
console.log(`ours answers at ${url.replace(/\/$/, '')}`);
process.on('SIGTERM', () => process.exit(0));
