// One subgraph of the workload on a port of its own. Its answers cost nothing: each is worked out once and then kept by the bytes of its request, and HTTP is
// read and written by hand, so that what is measured is the gateway.
import { createServer } from 'node:net';
import { execute, parse } from 'graphql';
import { schemaOf } from '../workload.mjs';

const name = process.env.SUBGRAPH;
const schema = schemaOf(name);
const kept = new Map();
const headEnd = Buffer.from('\r\n\r\n');

async function answerTo(body) {
  const key = body.toString('latin1');
  const known = kept.get(key);
  if (known) return known;
  const { query, variables, operationName } = JSON.parse(body.toString('utf8'));
  const result = await execute({ schema, document: parse(query), variableValues: variables, operationName });
  const text = Buffer.from(JSON.stringify(result));
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\nconnection: keep-alive\r\n\r\n`;
  const answer = Buffer.concat([Buffer.from(head), text]);
  kept.set(key, answer);
  return answer;
}

const server = createServer({ noDelay: true }, (socket) => {
  let rest = Buffer.alloc(0);
  let turn = Promise.resolve();
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    rest = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    for (;;) {
      const end = rest.indexOf(headEnd);
      if (end < 0) return;
      const length = /content-length: *(\d+)/i.exec(rest.latin1Slice(0, end));
      if (!length) return void socket.end('HTTP/1.1 411 Length Required\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
      const whole = end + 4 + Number(length[1]);
      if (rest.length < whole) return;
      const body = rest.subarray(end + 4, whole);
      rest = rest.subarray(whole);
      const known = kept.get(body.toString('latin1'));
      if (known) socket.write(known);
      else turn = turn.then(async () => void socket.write(await answerTo(body))).catch(() => socket.destroy());
    }
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log(`${name} answers at http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
