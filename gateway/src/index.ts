export { type AudiencePlace, audienceNames, audiences, type GraphAudience, type Supergraphs } from './audiences/audience.js';
export { breakingChanges, type ContractBreak, contractBreaks } from './audiences/breaking.js';
export { banner, CompositionError, composeSupergraphs, type SubgraphSdl } from './audiences/compose.js';
export { type ContractDifference, compareContract, contractAdvice, contractLines, readAllowList } from './audiences/contract.js';
export {
  diffSupergraphs,
  MissingSupergraphError,
  readSupergraphs,
  type SupergraphDifference,
  writeSupergraphs,
} from './audiences/files.js';
export { breakLine, type Released, readDecisions, readReleased, unrecordedBreaks, writeReleased } from './audiences/released.js';
export { audienceSdl, subgraphNames, subgraphUrls } from './audiences/supergraph.js';
export { ConfigError, type GatewayConfig, readConfig, urlVariable } from './config.js';
export {
  additionProblems,
  addTrustedDocument,
  DocumentError,
  documentHash,
  documentProblems,
  readTrustedDocuments,
  type TrustedDocuments,
} from './documents/trusted-documents.js';
export type { GraphContext, RequestScope } from './execution/context.js';
export { createExecution, type Execution, type ExecutionOptions } from './execution/execution.js';
export { createStockExecution } from './execution/stock.js';
export type { Verifier } from './http/audience-guard.js';
export type { Health } from './http/health.js';
export { describeForLog, type Log, type LogEntry, logToStderr, silent } from './http/log.js';
export { type GatewayOptions, PortInUseError, type RunningGateway, startGateway } from './http/start-gateway.js';
export * from './limits/index.js';
export { contractsFolder, explorerFolder, partnerDocumentsFolder, releasedFolder, supergraphFolder } from './paths.js';
