import { actionNames, actions } from './actions.js';
import { roles } from './roles.js';

/** The action table as Markdown: action, what it lets somebody do, and who holds it. The README holds a copy; a test compares. */
export function actionMatrix(): string {
  const lines = actionNames.map((action) => {
    const { kind, roles: holders, text } = actions[action];
    const names = roles.filter((role) => holders.includes(role)).join(', ');
    return `| \`${action}\` | ${kind} | ${text} | ${names} |`;
  });
  return ['| action | kind | lets | roles |', '|---|---|---|---|', ...lines].join('\n');
}
