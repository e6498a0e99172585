import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoDay, type Persona } from '../../../test/support/federation.js';
import { axeFindings, openPage, settled, startBrowser } from '../../scripts/browser.mjs';

/** How a page is opened. */
export interface Opening {
  /** Nobody is signed in without one. */
  persona?: Persona;
  language?: 'lv' | 'en';
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** The page lives in the day of the demo, as the graph does, whatever day it is here; `real` where a token is judged by its time. */
  clock?: 'demo' | 'real';
}

/** A page of the portal in a real browser. */
export interface OpenPortal {
  page: Page;
  context: BrowserContext;
  /** Goes to an address of the portal and waits until everything is there. */
  go(path: string): Promise<void>;
  /** Waits until nothing is on its way any more. */
  settled(): Promise<void>;
  /** What axe finds in the theme the page is in, and in the other one; the page is left as it was. */
  axe(): Promise<string[]>;
  /** Errors of the console, faults of scripts, breaches of the policy: a test expects none. Those a test causes itself it takes out with `forgive`. */
  faults(): readonly string[];
  /** Takes faults that a test caused on purpose (an outage) out of the list. */
  forgive(pattern: RegExp): void;
  close(): Promise<void>;
}

/** The browser of a test file; started with the first page. */
export interface PortalBrowser {
  open(opening?: Opening): Promise<OpenPortal>;
  close(): Promise<void>;
}

const built = fileURLToPath(new URL('../../dist/index.html', import.meta.url));

/** A browser over a federation that serves the built portal. Throws where the portal has not been built. */
export function portalBrowser(url: () => string): PortalBrowser {
  if (!existsSync(built)) throw new Error('The portal is not built: run npm run build');
  let browser: Promise<Browser> | null = null;
  return {
    async open({ persona, language = 'lv', theme = 'light', width, height, clock = 'demo' } = {}) {
      browser ??= startBrowser();
      const { page, context, faults } = await openPage(await browser, url(), { persona: persona ?? null, language, theme, width, height });
      if (clock === 'demo') await context.clock.setFixedTime(`${demoDay}T10:00:00Z`);
      const wait = () => settled(page);
      return {
        page,
        context,
        settled: wait,
        async go(path) {
          await page.goto(url() + path);
          await wait();
        },
        async axe() {
          const found: string[] = [];
          for (const one of [theme === 'light' ? 'dark' : 'light', theme]) {
            await page.evaluate(async (name) => {
              document.documentElement.dataset.theme = name;
              // Two frames, and what then passes from one colour to another: the other theme is drawn before it is measured.
              for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
              const under = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
              await Promise.allSettled(under.map((transition) => transition.finished));
            }, one);
            found.push(...(await axeFindings(page)).map((line) => `${one}: ${line}`));
          }
          return found;
        },
        faults: () => faults,
        forgive(pattern) {
          for (let i = faults.length - 1; i >= 0; i -= 1) if (pattern.test(faults[i] as string)) faults.splice(i, 1);
        },
        close: () => context.close(),
      };
    },
    async close() {
      await (await browser)?.close();
    },
  };
}
