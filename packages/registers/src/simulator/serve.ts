import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RegisterAnswer } from '../answer.js';
import { type RegisterQuestion, registerQuestion, type StateRegister } from '../question.js';
import { type SimulatedPeople, simulatedAnswer } from './simulator.js';

/** A pretended register over HTTP. */
export interface ServedRegister {
  url: string;
  key: string;
  /** The questions it was asked, the oldest first. */
  readonly asked: readonly RegisterQuestion[];
  stop(): Promise<void>;
}

/** The largest question that is read, in bytes. */
const largestQuestion = 16 * 1024;

/** Serves one pretended register over HTTP in the documented shape, on this machine alone, with a key of its own. */
export async function serveSimulator(register: StateRegister, people: SimulatedPeople, port = 0): Promise<ServedRegister> {
  const key = `simulated-${register.toLowerCase()}`;
  const asked: RegisterQuestion[] = [];
  const answer = async (request: IncomingMessage): Promise<[status: number, body: unknown]> => {
    if (request.method !== 'POST' || request.url !== '/v1/questions') return [404, { message: 'There is nothing at this address' }];
    if (request.headers.authorization !== `Bearer ${key}`) return [401, { message: 'The key is not known' }];
    let size = 0;
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > largestQuestion) return [413, { message: 'The question is too large' }];
      parts.push(part);
    }
    const question = readQuestion(register, Buffer.concat(parts).toString('utf8'), request.headers['x-request-id']);
    if (!question) return [400, { message: 'The question is not in the documented shape' }];
    asked.push(question);
    const person = await people(question.subject, question.until);
    return [200, person ? { found: true, ...onTheWire(simulatedAnswer(person, question)) } : { found: false }];
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ([status, body]) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readQuestion(register: StateRegister, text: string, requestId: unknown): RegisterQuestion | null {
  try {
    const parsed = registerQuestion.safeParse({ ...JSON.parse(text), register, requestId });
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** An answer as it travels: sums in euro with two decimals. */
function onTheWire(answer: RegisterAnswer): object {
  if (!('incomes' in answer)) return answer;
  return { ...answer, incomes: answer.incomes.map((income) => ({ ...income, amount: (income.amount / 100).toFixed(2) })) };
}
