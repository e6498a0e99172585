import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, inOrder } from '@atbalsts/graphql';
import { childPages } from '../child-pages.js';
import { AssistantContract, AssistantReport } from './assistant.entity.js';

/** Contracts by id; null for one that is not the principal's to see. */
export const assistantContractById: BatchLoad<string, AssistantContract | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(AssistantContract, { id: { $in: idsAmong(ids) } }), (contract) => contract.id);

/** Reports by id; null for one that is not the principal's to see. */
export const assistantReportById: BatchLoad<string, AssistantReport | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(AssistantReport, { id: { $in: idsAmong(ids) } }), (report) => report.id);

/** Pages of reports by contract, the latest month first. */
export const assistantReportsOf = childPages<AssistantReport>({
  table: 'assistant_report',
  parent: 'contract_id',
  order: 'month',
  type: 'date',
  map: (em, row) => em.map(AssistantReport, row),
  valueOf: (report) => report.month,
});
