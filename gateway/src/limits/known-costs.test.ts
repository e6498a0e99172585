import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { composeSupergraphs } from '../audiences/compose.js';
import { costOf } from './cost.js';
import { readCostModel } from './cost-model.js';
import { KnownCosts } from './known-costs.js';

const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
type Query { things(first: Int, word: String): [Thing!] one: Thing @tag(name: "regional") @tag(name: "partner") }
type Thing { id: ID! @tag(name: "regional") @tag(name: "partner") things(first: Int): [Thing!] }`;
const { STAFF } = composeSupergraphs([{ name: 'registry', sdl, url: 'http://registry.invalid' }]);

describe('costs counted before', () => {
  it('are what counting them again would give, whatever the variables', () => {
    const model = readCostModel(STAFF);
    const document = parse(
      'query A($n: Int = 3, $w: String) { things(first: $n, word: $w) { things(first: 4) { id } } } query B($n: Int) { one { things(first: $n) { id } } }',
    );
    const operations = document.definitions as readonly OperationDefinitionNode[];
    const known = new KnownCosts();
    const value = fc.constantFrom(undefined, null, 0, -1, 1, 2, 50, '7', true);
    fc.assert(
      fc.property(fc.constantFrom(...operations), fc.record({ n: value, w: value }, { requiredKeys: [] }), (operation, variables) => {
        expect(known.of(model, document, operation, variables)).toEqual(costOf(model, document, operation, variables));
      }),
      { numRuns: 500 },
    );
  });

  it('are counted anew for another schema', () => {
    const document = parse('{ things { id } }');
    const operation = getOperationAST(document) as OperationDefinitionNode;
    const known = new KnownCosts();
    const [plain, dear] = [readCostModel(STAFF), { ...readCostModel(STAFF), costOf: () => null }];
    expect(known.of(plain, document, operation, {}).cost).toBe(10);
    expect(known.of(dear, document, operation, {}).cost).toBe(0);
    expect(known.of(plain, document, operation, {}).cost).toBe(10);
  });
});
