import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Federation, federation } from '../../test/support/federation.js';
import { portalBrowser } from './support/portal.js';

let town: Federation;
const browser = portalBrowser(() => town.url);

// The first file of a run fills the demo; beside other work that takes longer than a test may.
const fillMs = 300_000;

beforeAll(async () => {
  town = await federation();
}, fillMs);
afterAll(async () => {
  await browser.close();
  await town?.stop();
});

describe('the portal', () => {
  it('lets one pick a persona of the demo and opens the day of a social worker, in Latvian', async () => {
    const portal = await browser.open();
    await portal.go('/');
    expect(await portal.page.getByRole('heading', { level: 1 }).textContent()).toBe('Atbalsts');
    expect(await portal.page.getByText('Demonstrācija').isVisible()).toBe(true);
    expect(await portal.axe()).toEqual([]);
    const sent: string[] = [];
    portal.page.on('request', (request) => sent.push(request.postData() ?? ''));
    await portal.page.getByRole('button', { name: /Kristīne Vējlauka/ }).click();
    await portal.page.getByRole('heading', { level: 1, name: 'Mana diena' }).waitFor();
    await portal.settled();
    expect(new URL(portal.page.url()).pathname).toBe('/day');
    // Who looks at their day looks at no identity: clients stand there by reference, linked.
    expect(sent.some((body) => body.includes('DueTableItem'))).toBe(true);
    expect(sent.filter((body) => /givenName|familyName/.test(body))).toEqual([]);
    expect(await portal.page.locator('tbody a[href^="/clients/"]').count()).toBeGreaterThan(0);
    expect(await portal.page.locator('html').getAttribute('lang')).toBe('lv');
    expect(await portal.page.getByText('Daugavpils').isVisible()).toBe(true);
    expect(await portal.page.getByText('svētdiena, 2026. gada 22. novembris').isVisible()).toBe(true);
    expect(await portal.axe()).toEqual([]);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('finds a client by a name without diacritics, with one key and no mouse', async () => {
    const portal = await browser.open({ persona: 'social-worker' });
    const { data } = await town.ask('social-worker', '{ persons(first: 200) { nodes { id givenName familyName } } }');
    const person = data.persons.nodes.find((one: { familyName: string }) => /[āčēģīķļņšūž]/.test(one.familyName));
    await portal.go('/');
    await portal.page.keyboard.press('/');
    await portal.page.keyboard.type(person.familyName.normalize('NFD').replace(/\p{Diacritic}/gu, ''));
    const option = portal.page.getByRole('option', { name: `${person.givenName} ${person.familyName}` }).first();
    await option.waitFor();
    expect(await portal.axe()).toEqual([]);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('explains a part that is missing because a subgraph is down, and shows it when it is back', async () => {
    const portal = await browser.open({ persona: 'social-worker' });
    await town.takeDown('services');
    await portal.go('/');
    const hole = portal.page.locator('[data-hole]');
    expect(await hole.textContent()).toContain('pašlaik nav pieejama');
    await town.bringUp('services');
    await hole.getByRole('button', { name: 'Mēģināt vēlreiz' }).click();
    await portal.page.getByRole('heading', { level: 2, name: 'Nokavēts' }).waitFor();
    await portal.settled();
    expect(await hole.count()).toBe(0);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('asks to sign in again in place when the token has ended, and goes on with what was asked', async () => {
    const portal = await browser.open({ persona: 'social-worker' });
    let refused = 0;
    await portal.page.route('**/graphql', async (route) => {
      refused += 1;
      if (refused > 1) return route.continue();
      await route.fulfill({
        status: 401,
        contentType: 'application/json',
        body: JSON.stringify({ errors: [{ message: 'The token has expired', extensions: { code: 'UNAUTHENTICATED' } }] }),
      });
    });
    await portal.page.goto(`${town.url}/day`);
    await portal.page.getByRole('heading', { name: 'Pieslēguma laiks ir beidzies' }).waitFor();
    await portal.page.getByRole('button', { name: 'Pieslēgties' }).click();
    await portal.page.getByRole('heading', { level: 2, name: 'Nokavēts' }).waitFor();
    await portal.settled();
    expect(await portal.page.getByRole('dialog').count()).toBe(0);
    portal.forgive(/401/);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('speaks English to who asks for it, and remembers it', async () => {
    const portal = await browser.open({ persona: 'social-worker' });
    await portal.go('/');
    await portal.page.getByRole('button', { name: /switch to English/ }).click();
    expect(await portal.page.getByRole('heading', { level: 1 }).textContent()).toBe('My day');
    await portal.page.reload();
    await portal.settled();
    expect(await portal.page.getByRole('heading', { level: 1 }).textContent()).toBe('My day');
    await portal.close();
  });
});
