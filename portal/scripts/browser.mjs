// The portal in a real browser, for screenshots and tests: starts Chromium, signs a persona in, gathers what the console and axe have to say.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * Arguments of the package for a server without a graphics card that we do without: one process for everything, and a graphics card in software, which
 * takes more than half of all the time and shows nothing that the portal has.
 */
const unwanted = /^--(single-process|headless|no-zygote|in-process-gpu|ignore-gpu-blocklist|use-gl|use-angle|enable-unsafe-swiftshader)/;

/** Starts Chromium: the one of CHROMIUM_PATH, or the one that the npm package brings. */
export async function startBrowser() {
  const own = process.env.CHROMIUM_PATH;
  if (own && !existsSync(own)) throw new Error(`CHROMIUM_PATH names no file: ${own}`);
  const args = [...(own ? ['--no-sandbox'] : sparticuz.args.filter((arg) => !unwanted.test(arg))), '--disable-gpu'];
  const start = async () => chromium.launch({ executablePath: own ?? (await sparticuz.executablePath()), args, headless: true });
  // On a machine that is short of memory Chromium was seen to crash at its start, and to start the next time.
  return start().catch(start);
}

/** The token of a persona, from the demo's issuer. */
export async function tokenOf(url, persona) {
  const response = await fetch(`${url}/explorer/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!response.ok) throw new Error(`No token for ${persona}: ${response.status} ${await response.text()}`);
  return (await response.json()).token;
}

/**
 * A page of the portal, as a persona (or nobody), in a language and a theme. `faults` fills with every console error, every fault of a script and
 * every breach of the content security policy.
 */
export async function openPage(
  browser,
  url,
  { persona = null, language = 'lv', theme = 'light', width = 1280, height = 800, scale = 1 } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: theme,
    locale: language === 'lv' ? 'lv-LV' : 'en-GB',
    timezoneId: 'Europe/Riga',
    reducedMotion: 'reduce',
  });
  const token = persona ? await tokenOf(url, persona) : null;
  await context.addInitScript(
    ({ token, persona, language, theme }) => {
      if (!sessionStorage.getItem('atbalsts.opened')) {
        sessionStorage.setItem('atbalsts.opened', 'yes');
        localStorage.setItem('atbalsts.language', language);
        localStorage.setItem('atbalsts.theme', theme);
        if (token) sessionStorage.setItem('atbalsts.session', JSON.stringify({ token, persona }));
      }
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`Content security policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      );
    },
    { token, persona, language, theme },
  );
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  return { page, context, faults };
}

/** Waits until nothing is on its way any more: no request, no skeleton, fonts there. */
export async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () =>
      !document.querySelector(
        '#portal [aria-busy="true"], #portal [role="status"][aria-label="Notiek ielāde"], #portal [role="status"][aria-label="Loading"]',
      ),
  );
  await page.evaluate(() => document.fonts.ready.then(() => true));
}

/** What axe finds on the page as it is now, one line each: the rule, its weight, the place, and what is wrong. */
export async function axeFindings(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axeSource());
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap((one) =>
      one.nodes.map(
        (node) =>
          `${one.id} (${one.impact}) ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1, 2).join('').trim() ?? one.help}`,
      ),
    );
  });
}

let source;
async function axeSource() {
  const { readFile } = await import('node:fs/promises');
  source ??= await readFile(axePath, 'utf8');
  return source;
}
