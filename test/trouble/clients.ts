import { Agent, request } from 'node:http';
import { type Answer, everything } from './support.js';

/** Numbers that look random and are the same in every run (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What became of a crowd of requests. */
export interface Crowd {
  answered: number;
  hungUp: number;
  /** What was wrong with answers, as `judge` says. */
  wrong: string[];
}

/** Clients that ask and often hang up: before they have sent everything, while they wait, or when the answer begins. */
export class Clients {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 40 });

  constructor(
    private readonly url: string,
    private readonly random: () => number,
  ) {}

  /**
   * Asks so many times, so many at once.
   * @param judge says what is wrong with an answer, null for nothing
   * @param before called before each request with its number
   */
  async ask(
    times: number,
    atOnce: number,
    judge: (answer: Answer) => string | null,
    before: (n: number) => unknown = () => {},
  ): Promise<Crowd> {
    const crowd: Crowd = { answered: 0, hungUp: 0, wrong: [] };
    let next = 0;
    const one = async () => {
      while (next < times) {
        const n = next++;
        await before(n);
        const answer = await this.once();
        if (answer === null) crowd.hungUp += 1;
        else {
          crowd.answered += 1;
          const wrong = judge(answer);
          if (wrong) crowd.wrong.push(`${n}: ${wrong}`);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    return crowd;
  }

  /** Closes what is kept open. */
  close(): void {
    this.agent.destroy();
  }

  /** One request; null where this client hung up. */
  private once(): Promise<Answer | null> {
    const body = JSON.stringify({ query: everything });
    const patience = this.random();
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer staff', 'content-length': Buffer.byteLength(body) };
      const sent = request(`${this.url}/graphql`, { method: 'POST', headers, agent: this.agent });
      let gone = false;
      const hangUp = () => {
        gone = true;
        sent.destroy();
      };
      sent.once('close', () => gone && resolve(null));
      sent.on('error', (error) => (gone ? resolve(null) : reject(error)));
      sent.once('response', (answer) => {
        if (patience > 0.45 && patience < 0.55) return hangUp();
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', (error) => (gone ? resolve(null) : reject(error)));
        answer.once('end', () => resolve(JSON.parse(Buffer.concat(parts).toString('utf8')) as Answer));
      });
      if (patience < 0.1) {
        sent.write(body.slice(0, 20));
        sent.once('socket', hangUp);
      } else {
        sent.end(body);
        if (patience < 0.45) this.later(Math.floor(patience * 400), hangUp);
      }
    });
  }

  /** After so many turns of the event loop. */
  private later(turns: number, then: () => void): void {
    if (turns === 0) then();
    else setImmediate(() => this.later(turns - 1, then));
  }
}
