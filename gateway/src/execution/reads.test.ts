import type { SubgraphCaller, SubgraphRequest, SubgraphResult } from '@atbalsts/graphql/call';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SubgraphCalls } from './reads.js';

interface Call {
  subgraph: string;
  request: SubgraphRequest;
  answer(result: SubgraphResult): void;
}

/** A caller whose answers come when the test gives them. */
function heldCaller(): SubgraphCaller & { calls: Call[] } {
  const calls: Call[] = [];
  return {
    calls,
    call: (subgraph, request) => new Promise((answer) => calls.push({ subgraph, request, answer })),
    health: async () => 'up',
    close: async () => {},
  };
}

const request = (changes: Partial<SubgraphRequest> = {}): SubgraphRequest => ({
  query: '{ towns { code } }',
  operationName: undefined,
  variables: {},
  token: 'anna',
  requestId: 'one',
  purpose: null,
  emergency: null,
  ...changes,
});

/** Everything of a request that a subgraph sees, save the request id. */
const seen = ({ signal: _, requestId: __, ...rest }: SubgraphRequest) => JSON.stringify(rest);

const anyRequest: fc.Arbitrary<SubgraphRequest> = fc.record({
  query: fc.constantFrom('{ a }', '{ b }', '{ a } #'),
  operationName: fc.constantFrom(undefined, 'A', 'B'),
  variables: fc.constantFrom({}, { id: 1 }, { id: '1' }, { id: null }, { representations: [{ __typename: 'P', id: '1' }] }),
  token: fc.constantFrom('anna', 'berta', null, 'anna '),
  requestId: fc.constantFrom('one', 'two', 'three'),
  purpose: fc.constantFrom(null, undefined, '', 'review', 'anna'),
  emergency: fc.constantFrom(null, undefined, '', 'e1'),
});

describe('reads under way', () => {
  it('are shared only between requests of which the subgraph sees the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('open', 'audited'), anyRequest), { maxLength: 30 }), async (asked) => {
        const caller = heldCaller();
        const calls = new SubgraphCalls(caller, (name) => name === 'open');
        const answers = asked.map(([subgraph, one]) => calls.read(subgraph, one));
        // Each call answers with what its subgraph saw: whoever gets another's answer has got another's data.
        for (const { subgraph, request: got, answer } of caller.calls) answer({ data: { subgraph, seen: seen(got) } });
        const given = await Promise.all(answers);
        expect(given.map(({ data }) => data)).toEqual(asked.map(([subgraph, one]) => ({ subgraph, seen: seen(one) })));
        const audited = asked.filter(([subgraph]) => subgraph === 'audited');
        expect(caller.calls.filter(({ subgraph }) => subgraph === 'audited').map(({ request: got }) => got)).toEqual(
          audited.map(([, one]) => one),
        );
        const open = new Set(asked.filter(([subgraph]) => subgraph === 'open').map(([, one]) => seen(one)));
        expect(caller.calls.filter(({ subgraph }) => subgraph === 'open')).toHaveLength(open.size);
      }),
      { numRuns: 300 },
    );
  });

  it('count whatever a request may come to carry as part of what the subgraph sees', () => {
    const caller = heldCaller();
    const calls = new SubgraphCalls(caller, () => true);
    void calls.read('open', { ...request(), later: 1 } as SubgraphRequest);
    void calls.read('open', { ...request(), later: 2 } as SubgraphRequest);
    void calls.read('open', { ...request({ requestId: 'two' }), later: 2 } as SubgraphRequest);
    expect(caller.calls).toHaveLength(2);
  });

  it('go on for the other when one of two clients leaves, and end when both have', async () => {
    const caller = heldCaller();
    const calls = new SubgraphCalls(caller, () => true);
    const [anna, berta] = [new AbortController(), new AbortController()];
    const one = calls.read('open', request({ signal: anna.signal }));
    const other = calls.read('open', request({ signal: berta.signal, requestId: 'two' }));
    expect(caller.calls).toHaveLength(1);
    anna.abort();
    expect((await one).errors?.[0]?.extensions?.code).toBe('SUBGRAPH_UNAVAILABLE');
    expect(caller.calls[0]?.request.signal?.aborted).toBe(false);
    caller.calls[0]?.answer({ data: { towns: [] } });
    expect(await other).toEqual({ data: { towns: [] } });

    const [vera, zane] = [new AbortController(), new AbortController()];
    const both = [vera, zane].map(({ signal }) => calls.read('open', request({ signal })));
    expect(caller.calls).toHaveLength(2);
    vera.abort();
    zane.abort(new Error('gone'));
    expect(caller.calls[1]?.request.signal?.aborted).toBe(true);
    expect((await Promise.all(both)).map(({ errors }) => errors?.[0]?.extensions?.code)).toEqual([
      'SUBGRAPH_UNAVAILABLE',
      'SUBGRAPH_UNAVAILABLE',
    ]);
    // Who comes now must not wait for a call that has been ended.
    const late = calls.read('open', request({ signal: new AbortController().signal }));
    expect(caller.calls).toHaveLength(3);
    caller.calls[2]?.answer({ data: { towns: ['late'] } });
    expect(await late).toEqual({ data: { towns: ['late'] } });
  });

  it('are kept by one who cannot leave, whoever else does', async () => {
    const caller = heldCaller();
    const calls = new SubgraphCalls(caller, () => true);
    const anna = new AbortController();
    const stays = calls.read('open', request());
    const leaves = calls.read('open', request({ signal: anna.signal }));
    anna.abort();
    await leaves;
    expect(caller.calls[0]?.request.signal?.aborted).toBe(false);
    caller.calls[0]?.answer({ data: {} });
    expect(await stays).toEqual({ data: {} });
  });

  it('are not joined by a read that begins after a change has ended, and changes are never shared', async () => {
    const caller = heldCaller();
    const calls = new SubgraphCalls(caller, () => true);
    void calls.read('open', request());
    const changes = [
      calls.change('open', request({ query: 'mutation { a }' })),
      calls.change('open', request({ query: 'mutation { a }' })),
    ];
    expect(caller.calls).toHaveLength(3);
    caller.calls[1]?.answer({ data: { a: 1 } });
    caller.calls[2]?.answer({ data: { a: 2 } });
    expect(await Promise.all(changes)).toEqual([{ data: { a: 1 } }, { data: { a: 2 } }]);
    void calls.read('open', request());
    expect(caller.calls).toHaveLength(4);
  });

  it('are not joined once they are answered', async () => {
    const caller = heldCaller();
    const calls = new SubgraphCalls(caller, () => true);
    const first = calls.read('open', request());
    caller.calls[0]?.answer({ data: {} });
    await first;
    void calls.read('open', request());
    expect(caller.calls).toHaveLength(2);
  });
});
