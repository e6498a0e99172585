import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Principal } from '@atbalsts/auth';
import { composeSupergraphs, type GatewayOptions, limits, type Supergraphs } from '@atbalsts/gateway';

/** The domains of the small federation: persons of `registry`, with fields of the two others. */
export const troubled = ['registry', 'services', 'benefits'] as const;
export type Troubled = (typeof troubled)[number];

/** How a subgraph behaves: it answers; holds its answers back until it behaves again; answers nonsense; answers 100 MB. */
export type Behaviour = 'well' | 'hold' | 'garbage' | 'flood';

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The supergraphs of the small federation. */
export const troubledSupergraphs = (): Supergraphs =>
  composeSupergraphs(
    troubled.map((name) => ({ name, url: `http://${name}.invalid/graphql`, sdl: readFileSync(script(`${name}.graphql`), 'utf8') })),
  );

/** The limits of the house, but for the rate: these tests are one client. */
export const manyRequests: GatewayOptions['limits'] = Object.fromEntries(
  Object.entries(limits).map(([audience, values]) => [audience, { ...values, requestsPerMinute: 1_000_000 }]),
) as unknown as GatewayOptions['limits'];

/** Everybody is staff. */
export const everybody = {
  verify: async (token: string | null | undefined) =>
    ({ subject: 'test', audience: 'STAFF', roles: ['director'], token: token ?? '', expiresAt: 4_102_444_800 }) as unknown as Principal,
};

/** The question of these tests: a root field of one domain, entities of two others. */
export const everything = '{ persons { id name cases applications } }';

/** Its answer when everybody is well. */
export const allWell = {
  persons: ['p1', 'p2', 'p3'].map((id) => ({
    id,
    name: `name of ${id}`,
    cases: [`case of ${id}`],
    applications: [`application of ${id}`],
  })),
};

/** What a subgraph says of itself. */
export interface SubgraphCounts {
  /** Requests whose answers it holds back. */
  held: number;
  /** Bytes of floods. */
  sent: number;
  requests: number;
  connections: number;
}

/** A script as a child process with which one speaks by messages. */
export class Child {
  readonly process: ChildProcess;
  private messages = 0;

  constructor(file: string, args: string[], execArgv: string[] = []) {
    this.process = fork(script(file), args, { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { PATH: process.env.PATH } });
  }

  /** The first message. Throws when the process ends before it. */
  async hello<T>(): Promise<T> {
    return this.next<T>(() => true);
  }

  /** Says something and waits for the answer. */
  async says<T>(message: object): Promise<T> {
    const id = ++this.messages;
    const answer = this.next<{ id: number; state: T }>((heard) => (heard as { id?: number }).id === id);
    this.process.send({ ...message, id });
    return (await answer).state;
  }

  /** Sends a signal. */
  signal(name: NodeJS.Signals): void {
    this.process.kill(name);
  }

  /** Ends it at once, and waits until it has gone. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }

  private next<T>(wanted: (message: unknown) => boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = () => {
        this.process.off('message', heard);
        this.process.off('exit', gone);
      };
      const heard = (message: unknown) => {
        if (!wanted(message)) return;
        done();
        resolve(message as T);
      };
      const gone = () => {
        done();
        reject(new Error('the process ended'));
      };
      this.process.on('message', heard);
      this.process.on('exit', gone);
    });
  }
}

/** A subgraph of the small federation as a process; it may be ended and started again where it stood. */
export class SubgraphProcess {
  private child: Child | null = null;
  private port = 0;

  constructor(readonly domain: Troubled) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  async start(): Promise<void> {
    this.child = new Child('subgraph.mjs', [this.domain, String(this.port)]);
    this.port = (await this.child.hello<{ port: number }>()).port;
  }

  /** Tells it how to behave; gives its counts. */
  behave(behaviour?: Behaviour): Promise<SubgraphCounts> {
    return (this.child as Child).says<SubgraphCounts>({ behave: behaviour });
  }

  /** Stops its process without ending it, and lets it go on. */
  freeze(): void {
    this.child?.signal('SIGSTOP');
  }

  thaw(): void {
    this.child?.signal('SIGCONT');
  }

  async kill(): Promise<void> {
    await this.child?.kill();
  }
}

/** Waits for a condition; the test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await setImmediate();
}

/** An answer of the gateway. */
export interface Answer {
  data?: typeof allWell | null | Record<string, unknown>;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; subgraph?: string; messageLv?: string } }[];
}

/** Asks the staff graph. */
export async function ask(url: string, query: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer staff' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
}

/** What is wrong with an answer: null where it is right, or where what it lacks has a coded error. */
export function wrongWith(answer: Answer, lost: readonly string[]): string | null {
  const persons = (answer.data as Partial<typeof allWell> | null | undefined)?.persons;
  const codes = new Set((answer.errors ?? []).map(({ extensions }) => extensions.code));
  for (const code of codes) if (!lost.includes(code)) return `the code ${code}`;
  if (!persons) return codes.size ? null : 'nothing, without an error';
  for (const [index, person] of persons.entries()) {
    const right = allWell.persons[index] as Record<string, unknown>;
    for (const [field, value] of Object.entries(person)) {
      if (value === null ? !codes.size : JSON.stringify(value) !== JSON.stringify(right[field]))
        return `${field} is ${JSON.stringify(value)}`;
    }
  }
  return persons.length === 3 ? null : `${persons.length} persons`;
}
