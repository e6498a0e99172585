import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { type Cost, costOf } from './cost.js';
import type { CostModel } from './cost-model.js';

/** Costs kept of one operation, one for each set of page sizes that came with it. */
const mostPerOperation = 50;

/**
 * Costs of operations that were counted before. A cost depends on the document, and of the variables on their numbers alone: a parsed document is the
 * same object for every request that Apollo Server finds it for, so its cost is kept with it and goes when it goes.
 */
export class KnownCosts {
  private readonly byModel = new WeakMap<CostModel, WeakMap<OperationDefinitionNode, Map<string, Cost>>>();

  /** What `costOf` says. */
  of(model: CostModel, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Cost {
    let byOperation = this.byModel.get(model);
    if (!byOperation) {
      byOperation = new WeakMap();
      this.byModel.set(model, byOperation);
    }
    let costs = byOperation.get(operation);
    if (!costs) {
      costs = new Map();
      byOperation.set(operation, costs);
    }
    const key = numbersOf(operation, variables);
    let cost = costs.get(key);
    if (!cost) {
      cost = costOf(model, document, operation, variables);
      if (costs.size < mostPerOperation) costs.set(key, cost);
    }
    return cost;
  }
}

/** All that a cost can depend on besides the document: the numbers among the variables, and which are given at all (else their defaults count). */
function numbersOf(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): string {
  let key = '';
  for (const { variable } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    key += typeof value === 'number' ? `${value} ` : value === undefined ? '- ' : 'x ';
  }
  return key;
}
