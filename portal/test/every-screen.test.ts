import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Federation, federation, type Persona } from '../../test/support/federation.js';
import { screens } from '../scripts/screens.mjs';
import { type OpenPortal, portalBrowser } from './support/portal.js';

let town: Federation;
const browser = portalBrowser(() => town.url);
const pages = new Map<Persona | null, OpenPortal>();

beforeAll(async () => {
  town = await federation();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await town?.stop();
});

/** One page for each persona: as in life, one goes from screen to screen. */
async function pageOf(persona: Persona | null): Promise<OpenPortal> {
  const known = pages.get(persona);
  if (known) return known;
  const portal = await browser.open(persona ? { persona } : {});
  pages.set(persona, portal);
  return portal;
}

describe('every screen', () => {
  it.each(screens.map((screen) => [screen.name, screen] as const))(
    '%s has a heading, nothing for axe in either theme, and no error in the console',
    async (_name, { persona, path, find, press = [] }) => {
      const portal = await pageOf(persona);
      const ask = async (query: string, variables?: Record<string, unknown>) => (await town.ask(persona as Persona, query, variables)).data;
      await portal.go(find ? await find(ask) : (path as string));
      expect(await portal.page.getByRole('heading', { level: 1 }).count()).toBe(1);
      for (const name of press) {
        await portal.page.getByRole('button', { name, exact: true }).click();
        await portal.page.getByRole('dialog').waitFor();
        await portal.settled();
      }
      expect(await portal.axe()).toEqual([]);
      expect(portal.faults()).toEqual([]);
    },
  );
});
