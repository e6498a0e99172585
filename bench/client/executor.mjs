// One executor under Apollo Server 5, over the six subgraphs in this process or over HTTP: what is left when the HTTP side of our gateway is the same for both.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { DevIssuer, localKeys, TokenVerifier } from '@atbalsts/auth';
import { openPlatform, subgraphSdls } from '@atbalsts/cli';
import { composeSupergraphs, createExecution, createStockExecution } from '@atbalsts/gateway';
import { HttpCaller } from '@atbalsts/graphql';

const { EXECUTION, DATABASES, PLACES, ATBALSTS_DATA, PORT } = process.env;
const issuer = await DevIssuer.open(ATBALSTS_DATA);
const verifier = new TokenVerifier(localKeys(issuer.jwks()), { issuer: issuer.issuer });
const caller = PLACES ? new HttpCaller(JSON.parse(PLACES)) : (await openPlatform({ urls: JSON.parse(DATABASES), verifier })).caller;
const create = EXECUTION === 'stock' ? createStockExecution : createExecution;
const server = new ApolloServer({ gateway: create({ supergraphSdl: composeSupergraphs(subgraphSdls()).STAFF, caller }) });
let count = 0;
const { url } = await startStandaloneServer(server, {
  listen: { port: Number(PORT), host: '127.0.0.1' },
  context: async ({ req }) => ({
    scope: { requestId: `bench-${++count}`, audience: 'STAFF', purpose: null, emergency: null, operation: null, code: null },
    principal: await verifier.verify(req.headers.authorization?.replace(/^Bearer /, '')),
    signal: new AbortController().signal,
    limitTime: () => {},
  }),
});
console.log(`${EXECUTION} answers at ${url.replace(/\/$/, '')}`);
process.on('SIGTERM', () => process.exit(0));
