import type { SubgraphCaller, SubgraphResult } from '@atbalsts/graphql/call';
import type { Metrics } from '../http/metrics.js';
import { currentScope } from '../http/request-scope.js';

/**
 * A caller that is counted: every call with its subgraph, its first error code and its time; and, where the request is traced, with a span of its own
 * whose trace context goes to the subgraph. Without tracing a client's own trace context goes along as it came.
 */
export function observedCaller(caller: SubgraphCaller, metrics: Metrics): SubgraphCaller {
  return {
    async call(subgraph, request) {
      const scope = currentScope.getStore();
      const span = scope?.span?.call(subgraph);
      const traceparent = span?.traceparent ?? scope?.traceparent;
      const answered = metrics.calling(subgraph);
      let code = 'THROWN';
      try {
        const result = await caller.call(subgraph, traceparent ? { ...request, traceparent } : request);
        code = codeOf(result);
        return result;
      } finally {
        answered(code);
        span?.end(code);
      }
    },
    health: (subgraph) => caller.health(subgraph),
    close: () => caller.close(),
    ...(caller.file ? { file: caller.file.bind(caller) } : {}),
    ...(caller.condition ? { condition: caller.condition.bind(caller) } : {}),
  };
}

/** The first error's code, OK where there is none. */
const codeOf = ({ errors }: SubgraphResult): string => (errors?.length ? String(errors[0]?.extensions?.code ?? 'NONE') : 'OK');
