import { describe, expect, it } from '@jest/globals';
import { audienceNames, type GraphAudience, type Supergraphs } from '../audiences/audience.js';
import { reloading } from './reload.js';

const supergraph = (port: number) =>
  `enum join__Graph { REGISTRY @join__graph(name: "registry", url: "http://127.0.0.1:${port}/graphql") } type Query { a: Int }`;
const each = <T>(value: T) => Object.fromEntries(audienceNames.map((audience) => [audience, value])) as Record<GraphAudience, T>;
const all = (port: number): Supergraphs => each(supergraph(port));
const started = (told = {}) => reloading(all(1), each({ reload: () => {} } as never), told);

describe('supergraphs in which a subgraph has another address', () => {
  it('are refused: the connections were made at the start', async () => {
    await expect(started()(all(2))).rejects.toThrow(/the address of registry has changed; start the gateway again$/);
  });

  it('are taken where the address is told elsewhere', async () => {
    expect(await started({ registry: 'http://registry' })(all(2))).toEqual([...audienceNames]);
  });
});
