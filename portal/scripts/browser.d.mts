import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Starts Chromium: the one of CHROMIUM_PATH, or the one that the npm package brings. */
export function startBrowser(): Promise<Browser>;
/** The token of a persona, from the demo's issuer. */
export function tokenOf(url: string, persona: string): Promise<string>;
/** A page of the portal, as a persona or nobody; `faults` fills as things go wrong. */
export function openPage(
  browser: Browser,
  url: string,
  options?: { persona?: string | null; language?: string; theme?: string; width?: number; height?: number; scale?: number },
): Promise<{ page: Page; context: BrowserContext; faults: string[] }>;
/** Waits until nothing is on its way any more. */
export function settled(page: Page): Promise<void>;
/** What axe finds on the page as it is now. */
export function axeFindings(page: Page): Promise<string[]>;
