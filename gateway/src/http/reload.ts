import type { DomainName } from '@atbalsts/database/domains';
import { audienceNames, type GraphAudience, type Supergraphs } from '../audiences/audience.js';
import { subgraphNames, subgraphUrls } from '../audiences/supergraph.js';
import type { Execution } from '../execution/execution.js';

/** An execution whose supergraph can be replaced while it answers. Throws what is wrong with the new one, and goes on with the old. */
export type Reloadable = Execution & { reload(supergraphSdl: string): void | Promise<void> };

/** Supergraphs that are not taken; the ones that were there go on answering. One clear line. */
export class ReloadRefused extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`The supergraphs were not reloaded, the old ones go on answering: ${reason}`, options);
    this.name = 'ReloadRefused';
  }
}

/**
 * Replaces the supergraphs of a running gateway, all that changed or none. Requests under way end on the one they began with. One reload waits for the other.
 * @param current the supergraphs that answer now
 * @param told subgraphs whose addresses are told elsewhere, so that those in the supergraph are not used
 * @returns takes new ones and tells the audiences that changed
 * @throws ReloadRefused
 */
export function reloading(
  current: Supergraphs,
  executions: Readonly<Record<GraphAudience, Execution | Reloadable>>,
  told: Partial<Record<DomainName, string>> = {},
): (next: Supergraphs) => Promise<GraphAudience[]> {
  let under: Promise<unknown> = Promise.resolve();
  const addresses = subgraphUrls(current.STAFF);
  const known = new Set<string>(Object.keys(addresses));

  // Connections are made when the gateway starts: another address would be accepted and never used.
  const movedAmong = (next: Partial<Record<DomainName, string>>) =>
    (Object.keys(next) as DomainName[]).find((name) => told[name] === undefined && next[name] !== addresses[name]);

  const reload = async (next: Supergraphs): Promise<GraphAudience[]> => {
    const changed = audienceNames.filter((audience) => next[audience] !== current[audience]);
    const done: GraphAudience[] = [];
    try {
      const stranger = changed.flatMap((audience) => subgraphNames(next[audience])).find((name) => !known.has(name));
      if (stranger) throw new Error(`the subgraph ${stranger} was not there when the gateway started; start it again`);
      const moved = changed.includes('STAFF') ? movedAmong(subgraphUrls(next.STAFF)) : undefined;
      if (moved) throw new Error(`the address of ${moved} has changed; start the gateway again`);
      for (const audience of changed) {
        await replace(executions[audience], next[audience], audience);
        done.push(audience);
      }
    } catch (error) {
      for (const audience of done) await replace(executions[audience], current[audience], audience);
      throw new ReloadRefused(onOneLine(error), { cause: error });
    }
    current = next;
    return changed;
  };

  return (next) => {
    const result = under.then(() => reload(next));
    under = result.catch(() => undefined);
    return result;
  };
}

async function replace(execution: Execution | Reloadable, supergraphSdl: string, audience: GraphAudience): Promise<void> {
  if (!('reload' in execution)) throw new Error('this execution cannot take another supergraph');
  try {
    await execution.reload(supergraphSdl);
  } catch (error) {
    throw new Error(`${audience}: ${onOneLine(error)}`, { cause: error });
  }
}

/** An error on one line. */
const onOneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim().slice(0, 300);
