// Writes src/shell/actions.json anew from the built action table. Not part of the build: the portal imports nothing of the house.
import { writeFileSync } from 'node:fs';

const { actionNames, actions } = await import(new URL('../../packages/auth/dist/index.js', import.meta.url));
const lines = actionNames.map((name) => {
  const { roles, text, textLv } = actions[name];
  return `  ${JSON.stringify(name)}: ${JSON.stringify({ roles, en: text, lv: textLv })}`;
});
writeFileSync(new URL('../src/shell/actions.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`);
