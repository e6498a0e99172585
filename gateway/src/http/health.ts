import type { DomainName } from '@atbalsts/database/domains';
import type { SubgraphCaller, SubgraphState } from '@atbalsts/graphql/call';
import type { RequestHandler } from 'express';

/** What `/health` answers. The gateway is up while it can serve: a domain that is down empties its own fields and nothing else. */
export interface Health {
  status: 'up' | 'degraded' | 'stopping';
  gateway: 'up' | 'stopping';
  subgraphs: Partial<Record<DomainName, SubgraphState>>;
}

/** 200 while the gateway can serve, with the state of each subgraph; 503 from the moment it stops, so that a balancer turns away. */
export function health(subgraphs: readonly DomainName[], caller: SubgraphCaller, isStopping: () => boolean): RequestHandler {
  return async (_req, res) => {
    const states = await Promise.all(subgraphs.map(async (name) => [name, await caller.health(name)] as const));
    const stopping = isStopping();
    const allUp = states.every(([, state]) => state === 'up');
    const body: Health = {
      status: stopping ? 'stopping' : allUp ? 'up' : 'degraded',
      gateway: stopping ? 'stopping' : 'up',
      subgraphs: Object.fromEntries(states),
    };
    res.status(stopping ? 503 : 200).json(body);
  };
}
