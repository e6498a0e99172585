import { DevIssuer, localKeys, remoteKeys, TokenVerifier } from '@atbalsts/auth/identity';
import { HttpCaller } from '@atbalsts/graphql/call';
import { readSupergraphs } from './audiences/files.js';
import { subgraphUrls } from './audiences/supergraph.js';
import { readConfig } from './config.js';
import { describeForLog, logToStderr } from './http/log.js';
import { startGateway } from './http/start-gateway.js';
import { openTracing } from './observe/tracing.js';
import { supergraphFolder } from './paths.js';

/** The gateway on its own, in the distributed form: checked-in supergraphs, subgraphs over HTTP. Starts whether or not they are up. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const supergraphs = await readSupergraphs(config.supergraphFolder ?? supergraphFolder);
  const caller = new HttpCaller(
    { ...subgraphUrls(supergraphs.STAFF), ...config.subgraphUrls },
    {
      timeoutMs: config.subgraphTimeoutMs,
      connections: config.subgraphConnections,
      compressed: config.subgraphCompression,
      onFailure: ({ subgraph, requestId, code, cause }) =>
        logToStderr({ level: 'error', requestId, subgraph, code, text: describeForLog(cause) }),
    },
  );
  const devIssuer = config.oidcIssuer ? undefined : await DevIssuer.open(config.dataFolder);
  const onKeyFault = (fault: Error) => logToStderr({ level: 'error', text: describeForLog(fault) });
  const verifier = devIssuer
    ? new TokenVerifier(localKeys(devIssuer.jwks()), { issuer: devIssuer.issuer })
    : new TokenVerifier(remoteKeys(config.oidcIssuer as string), {
        issuer: config.oidcIssuer as string,
        audience: config.oidcAudience,
        onKeyFault,
      });
  const gateway = await startGateway({ config, supergraphs, caller, verifier, devIssuer, tracing: await openTracing(process.env) });
  process.on('SIGHUP', () => {
    readSupergraphs(config.supergraphFolder ?? supergraphFolder)
      .then((next) => gateway.reload(next))
      .then(
        (changed) =>
          logToStderr({ level: 'info', supergraphs: changed.length ? `reloaded: ${changed.join(', ')}` : 'reloaded: nothing has changed' }),
        (error: Error) => logToStderr({ level: 'error', supergraphs: error.message.split('\n')[0] ?? '' }),
      );
  });
  const stop = () => {
    gateway.stop().then(
      () => caller.close(),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Said last: whoever reads it may send signals.
  process.stderr.write(`The gateway answers at ${gateway.url}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
