// One screenshot of one address as one persona, with what the console and axe say of it.
// node portal/scripts/shot.mjs --persona social-worker --path /day [--theme dark] [--language en] [--width 1280] [--height 800] [--full]
//   [--api http://127.0.0.1:4000] [--no-build] [--direct] [--press /,a,Enter] [--click "text"] out.png
// --direct opens the graph's own portal (the gateway serves it, with its content security policy) instead of building this one.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { axeFindings, openPage, settled, startBrowser } from './browser.mjs';
import { serveBuilt } from './built.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    persona: { type: 'string' },
    path: { type: 'string', default: '/' },
    theme: { type: 'string', default: 'light' },
    language: { type: 'string', default: 'lv' },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    full: { type: 'boolean', default: false },
    api: { type: 'string', default: process.env.PORTAL_API ?? 'http://127.0.0.1:4000' },
    'no-build': { type: 'boolean', default: false },
    direct: { type: 'boolean', default: false },
    click: { type: 'string', multiple: true, default: [] },
    press: { type: 'string', default: '' },
  },
});
const out = resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0] ?? 'shot.png');
const served = values.direct
  ? { url: values.api, stop: async () => {} }
  : await serveBuilt({ api: values.api, build: !values['no-build'] });
const browser = await startBrowser();
try {
  const { page, faults } = await openPage(browser, served.url, {
    persona: values.persona ?? null,
    theme: values.theme,
    language: values.language,
    width: Number(values.width),
    height: Number(values.height),
  });
  await page.goto(served.url + values.path);
  await settled(page);
  for (const text of values.click) {
    await page.getByText(text, { exact: true }).first().click();
    await settled(page);
  }
  for (const key of values.press ? values.press.split(',') : []) await page.keyboard.press(key);
  if (values.press) await settled(page);
  await page.screenshot({ path: out, fullPage: values.full });
  const findings = await axeFindings(page);
  for (const line of [...faults, ...findings.map((finding) => `axe: ${finding}`)]) console.log(line);
  console.log(`${out}: ${faults.length} console errors, ${findings.length} axe findings`);
} finally {
  await browser.close();
  await served.stop();
}
