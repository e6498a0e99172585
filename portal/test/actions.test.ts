import { readFileSync } from 'node:fs';
import { actionNames, actions, emergencyOpens } from '@atbalsts/auth';
import { expect, it } from '@jest/globals';

it("the portal's copy of the action table is the action table", () => {
  const copy = JSON.parse(readFileSync(new URL('../src/shell/actions.json', import.meta.url), 'utf8'));
  const table = Object.fromEntries(
    actionNames.map((name) => [name, { roles: actions[name].roles, en: actions[name].text, lv: actions[name].textLv }]),
  );
  // To bring it up to date: node portal/scripts/actions.mjs after npm run build.
  expect(copy).toEqual(table);
});

it("the portal's copy of what an emergency access opens is the list of the graph", () => {
  const copy = JSON.parse(readFileSync(new URL('../src/shell/emergency-opens.json', import.meta.url), 'utf8'));
  expect(copy).toEqual([...emergencyOpens]);
});
