export const demoDay = '2026-11-22';
export type Federation = any; export type Persona = any;
const url = 'http://127.0.0.1:44869';
export async function federation(): Promise<any> {
  const tokens = new Map<string, string>();
  return { url, stop: async () => {}, ask: async (persona: string, query: string, variables = {}) => {
    if (!tokens.has(persona)) tokens.set(persona, (await (await fetch(url + '/explorer/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ persona }) })).json() as any).token);
    return (await fetch(url + '/graphql', { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer ' + tokens.get(persona) }, body: JSON.stringify({ query, variables }) })).json();
  } };
}
