import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { RegisterOutcome, Registers } from './port.js';
import type { RegisterQuestion } from './question.js';

type Known = Exclude<RegisterOutcome, { kind: 'UNAVAILABLE' }>;

/** Answers of one day that are kept at most; the oldest go first. */
const mostAnswers = 5_000;

/**
 * Asks a register the same thing once a day: the same person and days, of the same town, on the same basis and for the same purpose. An answer is never handed from one
 * town or purpose to another. What failed is not kept, and questions that come at once wait for one answer. Answers stay in memory only, under a hash.
 * @param today the day in Europe/Riga
 */
export class CachedRegisters implements Registers {
  private readonly known = new LRUCache<string, Known>({ max: mostAnswers });
  private readonly underWay = new Map<string, Promise<RegisterOutcome>>();
  private day = '';

  constructor(
    private readonly behind: Registers,
    private readonly today: () => string,
  ) {}

  async ask(question: RegisterQuestion): Promise<RegisterOutcome> {
    const day = this.today();
    if (day !== this.day) this.known.clear();
    this.day = day;
    const key = keyOf(question, day);
    const kept = this.known.get(key);
    if (kept) return { ...kept, fromCache: true };
    const before = this.underWay.get(key);
    if (before) return before.then((outcome) => (outcome.kind === 'UNAVAILABLE' ? outcome : { ...outcome, fromCache: true }));
    const asking = this.behind.ask(question).then((outcome) => {
      if (outcome.kind !== 'UNAVAILABLE' && day === this.day) this.known.set(key, outcome);
      return outcome;
    });
    this.underWay.set(key, asking);
    try {
      return await asking;
    } finally {
      this.underWay.delete(key);
    }
  }

  async close(): Promise<void> {
    this.known.clear();
    await this.behind.close();
  }
}

/** What makes two questions the same; who of the town asks, and in which request, does not. */
function keyOf({ register, subject, from, until, basis, purpose, asker }: RegisterQuestion, day: string): string {
  return createHash('sha256')
    .update(JSON.stringify([day, asker.municipality, register, subject, from, until, basis, purpose]))
    .digest('base64');
}
