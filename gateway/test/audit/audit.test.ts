import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createExecution } from '../../src/execution/execution.js';
import { createStockExecution } from '../../src/execution/stock.js';
import { Contender } from '../differential/contender.js';
import { type AuditCase, type AuditSuite, callerOf, supergraphOf } from './suite.js';
import { abstractSuites } from './suites/abstract.js';
import { failedByStock } from './suites/failed-by-stock.js';
import { keySuites } from './suites/keys.js';
import { requiresSuites } from './suites/requires.js';
import { sharingSuites } from './suites/sharing.js';

/** Suites of the public federation audit, in cases of our own. What does not hold is said by name, so that the day it does says so too. */
const suites: AuditSuite[] = [...failedByStock, ...keySuites, ...requiresSuites, ...abstractSuites, ...sharingSuites];

describe.each(suites)('$name', (suite) => {
  const contenders: { ours?: Contender; stock?: Contender } = {};
  beforeAll(async () => {
    const supergraph = supergraphOf(suite);
    contenders.ours = await Contender.start(createExecution, supergraph, callerOf(suite));
    contenders.stock = await Contender.start(createStockExecution, supergraph, callerOf(suite));
  });
  afterAll(() => Promise.all([contenders.ours?.stop(), contenders.stock?.stop()]));

  it.each(suite.cases)('$query', async ({ query, variables = {}, data, errors = false, holds }: AuditCase) => {
    const right: string[] = [];
    const answers: Record<string, unknown> = {};
    for (const [name, contender] of Object.entries(contenders)) {
      const answer = await contender.ask({ query, variables, operationName: undefined });
      answers[name] = { ...answer, told: [...contender.unexpected] };
      if (isDeepStrictEqual(answer.data, data) && Boolean(answer.errors) === errors) right.push(name);
    }
    expect({ right, answers }).toEqual({ right: holds, answers });
  });
});

it('counts what holds', () => {
  const cases = suites.flatMap((suite) => suite.cases);
  const holding = (name: 'ours' | 'stock') => cases.filter(({ holds }) => holds.includes(name)).length;
  expect(cases.every(({ holds, why }) => holds.length === 2 || why)).toBe(true);
  // At least what stock answers rightly.
  expect(cases.every(({ holds }) => !holds.includes('stock') || holds.includes('ours'))).toBe(true);
  expect(holding('ours')).toBeGreaterThanOrEqual(holding('stock'));
});
