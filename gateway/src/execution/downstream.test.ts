import { failedResult } from '@atbalsts/graphql/call';
import { describe, expect, it, jest } from '@jest/globals';
import { downstreamErrors } from './downstream.js';

const timeout = { message: 'took too long', extensions: { code: 'TIMEOUT', messageLv: 'pārāk ilgi' } };
const query = 'mutation { first: openCase { id } second: closeCase { id } }';

describe('the errors of a subgraph', () => {
  it('keep to the one field of a mutation that ran out of time: the other was done', () => {
    const result = { data: { first: null, second: { id: '1' } }, errors: [{ ...timeout, path: ['first'] }] };
    expect(downstreamErrors('services', { query }, result, jest.fn())).toEqual([
      { message: 'took too long', path: ['first'], extensions: { ...timeout.extensions, subgraph: 'services' } },
    ]);
  });

  it('stand on every field where the whole call ran out of time, or the domain is down', () => {
    const paths = (result: Parameters<typeof downstreamErrors>[2]) =>
      downstreamErrors('services', { query }, result, jest.fn()).map(({ path, extensions }) => [path, extensions?.code]);
    expect(paths({ data: null, errors: [timeout] })).toEqual([
      [['first'], 'TIMEOUT'],
      [['second'], 'TIMEOUT'],
    ]);
    expect(paths(failedResult('services', 'SUBGRAPH_UNAVAILABLE'))).toEqual([
      [['first'], 'SUBGRAPH_UNAVAILABLE'],
      [['second'], 'SUBGRAPH_UNAVAILABLE'],
    ]);
  });
});
