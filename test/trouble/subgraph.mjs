// A subgraph as a process of its own, that behaves as its parent tells it: `node subgraph.mjs DOMAIN PORT`. Its answers cost nothing.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';

const [, , domain, port] = process.argv;
const three = ['p1', 'p2', 'p3'].map((id) => ({ id }));
const resolvers = {
  registry: { Query: { persons: () => three, greeting: () => 'sveiki' }, Person: { name: ({ id }) => `name of ${id}` } },
  services: {
    Query: { waiting: () => 'nobody' },
    Mutation: { serve: (_, { text }) => text },
    Person: { cases: ({ id }) => [`case of ${id}`] },
  },
  benefits: { Query: { paid: () => 'all' }, Person: { applications: ({ id }) => [`application of ${id}`] } },
};
const schema = buildSubgraphSchema({
  typeDefs: parse(readFileSync(new URL(`./${domain}.graphql`, import.meta.url), 'utf8')),
  resolvers: resolvers[domain],
});
const documents = new Map();
const documentOf = (query) => {
  if (!documents.has(query)) documents.set(query, parse(query));
  return documents.get(query);
};

let behaviour = 'well';
let sent = 0;
let requests = 0;
const held = new Set();
const chunk = Buffer.alloc(64 * 1024, ' ');

/** 100 MB that never become an answer. */
const flood = (response) => {
  for (let left = 1_600; left > 0 && !response.destroyed; left--) {
    sent += chunk.length;
    if (!response.write(chunk)) return void response.once('drain', () => flood(response));
  }
  response.end();
};

const reply = async (response, { query, variables, operationName }) => {
  const result = await execute({ schema, document: documentOf(query), variableValues: variables, operationName });
  response.end(JSON.stringify(result));
};

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    requests += 1;
    if (request.url === '/health') return response.end('{}');
    response.setHeader('content-type', 'application/json');
    const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
    if (behaviour === 'garbage') return response.end('<html>out of order</html>');
    if (behaviour === 'flood') return flood(response);
    if (behaviour !== 'hold') return void reply(response, body);
    const one = { response, body };
    held.add(one);
    response.once('close', () => held.delete(one));
  });
});
server.keepAliveTimeout = 65_000;

process.on('message', ({ behave, id }) => {
  if (behave) behaviour = behave;
  if (behaviour === 'well') for (const { response, body } of [...held]) void reply(response, body);
  server.getConnections((_error, connections) => process.send({ id, state: { held: held.size, sent, requests, connections } }));
});
process.once('disconnect', () => process.exit());
server.listen(Number(port), '127.0.0.1', () => process.send({ port: server.address().port }));
