import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startToyFederation, type ToyFederation } from '../gateway/test/toy-federation.js';

const graphs = [
  ['/graphql', 'staff'],
  ['/regional/graphql', 'regional'],
  ['/partner/graphql', 'partner'],
] as const;

// Every check holds, those that are no more than SHOULD or MAY included.
describe('GraphQL over HTTP, by the audit of graphql-http', () => {
  let toy: ToyFederation;
  beforeAll(async () => {
    toy = await startToyFederation('over HTTP');
  });
  afterAll(() => toy.stop());

  /** With the token of the graph; and where the audit asks by GET, with the header that keeps forged requests out. */
  const asking = (token: string) => (url: string, init?: RequestInit) =>
    fetch(url, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}`, 'apollo-require-preflight': '1' } });

  const checks = graphs.flatMap(([path, token]) => {
    const audits = serverAudits({ url: () => toy.url + path, fetchFn: asking(token) });
    return audits.map((audit) => [path, audit.name, audit.fn] as const);
  });

  it('has 61 checks for each graph', () => {
    expect(checks).toHaveLength(3 * 61);
  });

  it.each(checks)('of %s: %s', async (_path, _name, fn) => {
    expect(await fn()).toMatchObject({ status: 'ok' });
  });
});
