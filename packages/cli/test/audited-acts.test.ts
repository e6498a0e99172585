import { readdirSync, readFileSync } from 'node:fs';
import { actionNames, isAction, isOperatorAct, operatorActs } from '@atbalsts/auth';
import { describe, expect, it } from '@jest/globals';

const root = new URL('../../../', import.meta.url);

/** The sources of all packages and domains, without their tests. */
const sources = ['packages', 'subgraphs'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root)).flatMap((name) =>
    readdirSync(new URL(`${folder}/${name}/src/`, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
      .map((file) => readFileSync(new URL(`${folder}/${name}/src/${file}`, root), 'utf8')),
  ),
);

/** Words that the program writes as the action of an entry: by the recorder, or in the SQL of an act of an operator. */
const written = new Set(
  sources.flatMap((text) => [
    ...[...text.matchAll(/action: '([a-z][A-Za-z]*(?:\.[A-Za-z]+)+)'/g)].map(([, word]) => word as string),
    ...[...text.matchAll(/'operator', '([a-zA-Z.]+)'/g)].map(([, word]) => word as string),
    ...[...text.matchAll(/audit\.read\([^)]*?'([a-z][A-Za-z]*(?:\.[A-Za-z]+)+)'/g)].map(([, word]) => word as string),
  ]),
);

describe('what stands in the audit', () => {
  it('is named by an action of the table, or by an act of an operator, and by no third word', () => {
    expect(written.size).toBeGreaterThan(60);
    expect([...written].filter((word) => !isAction(word) && !isOperatorAct(word))).toEqual([]);
  });

  it('has no act of an operator that nothing writes, and none that a role holds', () => {
    for (const act of Object.keys(operatorActs)) {
      expect(written).toContain(act);
      expect(actionNames).not.toContain(act);
    }
  });
});
