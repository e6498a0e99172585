import { afterEach, describe, expect, it } from '@jest/globals';
import { createExecution, type ExecutionOptions } from '../src/execution/execution.js';
import { ask, startToyFederation, type ToyFederation, toySupergraphs } from './toy-federation.js';

describe('a reload of the supergraphs', () => {
  let toy: ToyFederation;
  afterEach(() => toy.stop());

  /** A gateway whose executions note what they are given, and refuse a supergraph that says it is broken. */
  const start = async () => {
    const taken: string[] = [];
    const executionOf = (options: ExecutionOptions) =>
      Object.assign(Object.create(createExecution(options)), {
        async reload(sdl: string) {
          if (sdl.includes('# broken')) throw new Error('Unknown type "Broken".\n  Twice.');
          taken.push(sdl);
        },
      });
    toy = await startToyFederation('in process', { gateway: { executionOf } });
    return taken;
  };
  const changed = (sdl: string, by: string) => `${sdl}\n# ${by}`;

  it('gives each execution its own new supergraph, and only where it has changed', async () => {
    const taken = await start();
    expect(await toy.gateway.reload({ ...toySupergraphs })).toEqual([]);
    const next = { ...toySupergraphs, STAFF: changed(toySupergraphs.STAFF, '2'), PARTNER: changed(toySupergraphs.PARTNER, '2') };
    expect(await toy.gateway.reload(next)).toEqual(['STAFF', 'PARTNER']);
    expect(taken).toEqual([next.STAFF, next.PARTNER]);
    expect(await toy.gateway.reload(next)).toEqual([]);
    expect((await ask(toy.url, '{ viewer { subject } }')).data).toEqual({ viewer: { subject: 'toy' } });
  });

  it('that one of the graphs refuses changes none, and says why in one line', async () => {
    const taken = await start();
    const next = { ...toySupergraphs, STAFF: changed(toySupergraphs.STAFF, '2'), PARTNER: changed(toySupergraphs.PARTNER, 'broken') };
    await expect(toy.gateway.reload(next)).rejects.toThrow(
      /^The supergraphs were not reloaded, the old ones go on answering: PARTNER: Unknown type "Broken"\. Twice\.$/,
    );
    expect(taken).toEqual([next.STAFF, toySupergraphs.STAFF]);
    expect((await ask(toy.url, '{ viewer { subject } }')).errors).toBeUndefined();
    expect(await toy.gateway.reload({ ...next, PARTNER: toySupergraphs.PARTNER })).toEqual(['STAFF']);
  });

  it('with a subgraph to which there is no way is refused, and so is what is no supergraph at all', async () => {
    const taken = await start();
    const stranger = toySupergraphs.STAFF.replace(/name: "services"/, 'name: "planets"');
    await expect(toy.gateway.reload({ ...toySupergraphs, STAFF: stranger })).rejects.toThrow(/subgraph planets was not there/);
    await expect(toy.gateway.reload({ ...toySupergraphs, STAFF: '{' })).rejects.toThrow(/Syntax Error/);
    expect(taken).toEqual([]);
  });

  it('asked for twice at once is made one after the other', async () => {
    const taken = await start();
    const [second, third] = ['2', '3'].map((by) => ({ ...toySupergraphs, STAFF: changed(toySupergraphs.STAFF, by) }));
    expect(await Promise.all([toy.gateway.reload(second as never), toy.gateway.reload(third as never)])).toEqual([['STAFF'], ['STAFF']]);
    expect(taken).toEqual([second?.STAFF, third?.STAFF]);
  });
});
