// npm run -w portal screenshots [-- --api http://127.0.0.1:4000] [--only staff]: a picture of every screen in both themes, into the ignored
// folder portal/screenshots, with what the console and axe say. Ends with 1 where they say anything.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { axeFindings, openPage, settled, startBrowser, tokenOf } from './browser.mjs';
import { serveBuilt } from './built.mjs';
import { screens } from './screens.mjs';

const { values } = parseArgs({
  options: {
    api: { type: 'string', default: process.env.PORTAL_API ?? 'http://127.0.0.1:4000' },
    only: { type: 'string', default: '' },
    'no-build': { type: 'boolean', default: false },
    direct: { type: 'boolean', default: false },
  },
});
const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });
const served = values.direct
  ? { url: values.api, stop: async () => {} }
  : await serveBuilt({ api: values.api, build: !values['no-build'] });
const browser = await startBrowser();
let bad = 0;

/** Asks the staff graph, or another one, as a persona. */
const asker =
  (persona) =>
  async (query, variables = {}, path = '/graphql') => {
    const response = await fetch(served.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(served.url, persona)}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()).data;
  };

try {
  for (const { name, persona, path, find, press = [] } of screens.filter((screen) => screen.name.includes(values.only))) {
    const address = find ? await find(asker(persona)) : path;
    for (const theme of ['light', 'dark']) {
      const { page, context, faults } = await openPage(browser, served.url, { persona, theme });
      await page.goto(served.url + address);
      await settled(page);
      for (const button of press) {
        await page.getByRole('button', { name: button, exact: true }).click();
        await settled(page);
      }
      await page.screenshot({ path: `${folder}${name}-${theme}.png`, fullPage: true });
      const lines = [...faults, ...(await axeFindings(page)).map((finding) => `axe: ${finding}`)];
      for (const line of lines) console.log(`${name} ${theme}: ${line}`);
      bad += lines.length;
      await context.close();
    }
    console.log(`${name}: done`);
  }
} finally {
  await browser.close();
  await served.stop();
}
process.exitCode = bad ? 1 : 0;
