import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Federation, federation } from '../../test/support/federation.js';
import { portalBrowser } from './support/portal.js';

let town: Federation;
const browser = portalBrowser(() => town.url);

/** Opens the portal on the day of the demo. */
async function open(persona: 'social-worker' | 'head-of-services' | 'assistance-organiser', theme: 'light' | 'dark' = 'light') {
  return browser.open({ persona, theme });
}

beforeAll(async () => {
  town = await federation();
});
afterAll(async () => {
  await browser.close();
  await town.stop();
});

describe('cases and services in the portal', () => {
  it('show a social worker the caseload against the norm, and open the case that is longest overdue by keyboard', async () => {
    const portal = await open('social-worker');
    const { page } = portal;
    await portal.go('/cases');
    const { data } = await town.ask(
      'social-worker',
      '{ viewer { employee { caseload { open norm } } } myDay { overdue { number dueOn } } }',
    );
    const { open: count, norm } = data.viewer.employee.caseload;
    expect(await page.getByText(`${count} no ${norm}`).isVisible()).toBe(true);
    expect(await page.locator('tbody tr').count()).toBe(count);
    const first = [...data.myDay.overdue].sort((a: { dueOn: string }, b: { dueOn: string }) => (a.dueOn < b.dueOn ? -1 : 1))[0].number;
    expect(await portal.axe()).toEqual([]);
    await page.locator('tbody tr').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `Lieta ${first}` }).waitFor();
    await portal.settled();

    await page.getByLabel('Jauna piezīme').fill('Klients ieradās pats.\nVienojāmies par nākamo soli.');
    await page.getByRole('button', { name: 'Pievienot piezīmi' }).click();
    await page.getByText('Vienojāmies par nākamo soli.').last().waitFor();
    await page.getByText('Piezīme pievienota').waitFor();
    expect(await page.getByLabel('Jauna piezīme').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Nodot lietu' }).click();
    await page.getByRole('combobox', { name: /Kam/ }).fill('Mežsargs');
    await page.getByRole('option', { name: 'Andris Mežsargs' }).click();
    await page.getByLabel('Kāpēc').fill('Maina rajonu');
    expect(await portal.axe()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Nodot lietu' }).click();
    await page.getByText('Kristīne Vējlauka → Andris Mežsargs: Maina rajonu').waitFor();
    expect(await portal.axe()).toEqual([]);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('take a request from the needs card to a grant by two people, and say why a partner may not be told', async () => {
    const { data } = await town.ask(
      'social-worker',
      '{ socialCases(first: 60, filter: { targetGroup: ELDERLY }) { nodes { person { id reference serviceRequests { state serviceType { code } } } } } }',
    );
    interface Candidate {
      id: string;
      serviceRequests: { state: string; serviceType: { code: string } }[];
    }
    const people: Candidate[] = data.socialCases.nodes.map(({ person }: { person: Candidate }) => person);
    const person = people.find(
      ({ serviceRequests }) => !serviceRequests.some(({ serviceType }) => serviceType.code === 'emergency-button'),
    ) as Candidate;
    const portal = await open('social-worker', 'dark');
    const { page } = portal;
    await portal.go(`/services/new?person=${person.id}&service=emergency-button`);
    await page.getByRole('button', { name: 'Ierakstīt pieprasījumu' }).click();
    await page.getByRole('heading', { level: 2, name: 'Vajadzību novērtēšanas karte' }).waitFor();
    await page.getByRole('button', { name: 'Saglabāt novērtējumu' }).click();
    await page.getByText('Novērtējiet katru rindu un uzrakstiet secinājumus.').first().waitFor();
    for (const line of await page.locator('fieldset input[inputmode]').all()) {
      await line.fill('2');
      await line.blur();
    }
    await page.getByRole('textbox', { name: /Secinājumi/ }).fill('Dzīvo viena, reizēm krīt.');
    expect(await portal.axe()).toEqual([]);
    await page.getByRole('button', { name: 'Saglabāt novērtējumu' }).click();
    await page.getByRole('heading', { level: 2, name: 'Lēmums par pakalpojumu' }).waitFor();
    await page.getByRole('button', { name: 'Sagatavot lēmumu' }).click();
    await page.getByText('Sagatavots: Piešķirt. Kristīne Vējlauka').waitFor();
    await page.getByRole('button', { name: 'Apstiprināt vai mainīt' }).click();
    await page.getByText('apstiprināt drīkst tikai cits darbinieks').waitFor();
    await portal.settled();
    expect(await portal.axe()).toEqual([]);

    await page.getByRole('button', { name: 'Nosūtīt partnerim' }).click();
    await page.getByRole('combobox', { name: /Partneris/ }).fill('Otrais');
    await page.getByRole('option', { name: 'Biedrība "Otrais krasts"' }).click();
    await page.getByLabel(/Nolūks/).fill('Drošības poga');
    await page.getByRole('dialog').getByRole('button', { name: 'Nosūtīt partnerim' }).click();
    await page.getByText('Klients šim partnerim nav devis piekrišanu').waitFor();
    expect(await page.getByLabel(/Nolūks/).inputValue()).toBe('Drošības poga');
    expect(await portal.axe()).toEqual([]);
    const address = new URL(page.url()).pathname;
    expect(portal.faults()).toEqual([]);
    await portal.close();

    const head = await open('head-of-services');
    await head.go(address);
    await head.page.getByRole('button', { name: 'Apstiprināt vai mainīt' }).click();
    await head.page.getByText('Piešķirts', { exact: true }).waitFor();
    await head.settled();
    expect(await head.axe()).toEqual([]);
    expect(head.faults()).toEqual([]);
    await head.close();
  });

  it('show who waits in which position, to whom a free place is offered, and what partners answered', async () => {
    const portal = await open('head-of-services');
    await portal.go('/services?service=home-care');
    const { data } = await town.ask(
      'head-of-services',
      '{ waitingList(serviceType: "home-care") { position request { person { reference } } } }',
    );
    const shown = await portal.page.locator('tbody tr').allTextContents();
    expect(shown).toHaveLength(data.waitingList.length);
    expect(shown[0]).toContain(`1.${data.waitingList[0].request.person.reference}`);
    expect(await portal.axe()).toEqual([]);
    await portal.page.getByRole('tab', { name: 'Nosūtījumi' }).click();
    await portal.page.getByRole('table', { name: 'Nosūtījumi' }).waitFor();
    await portal.settled();
    expect(await portal.axe()).toEqual([]);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('show the head of services what is due of all workers, and lead to the record', async () => {
    const portal = await open('head-of-services');
    await portal.go('/cases?part=due&kind=RISK_ASSESSMENT');
    const { data } = await town.ask('head-of-services', '{ dueWork(first: 1, kind: RISK_ASSESSMENT) { totalCount nodes { number } } }');
    expect(data.dueWork.totalCount).toBeGreaterThan(0);
    expect(await portal.page.getByRole('table').getByText(data.dueWork.nodes[0].number).first().isVisible()).toBe(true);
    expect(await portal.axe()).toEqual([]);
    await portal.page.getByRole('link', { name: 'Jāvērtē ģimenes risks' }).first().click();
    await portal.page.getByRole('heading', { level: 1, name: `Lieta ${data.dueWork.nodes[0].number}` }).waitFor();
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('show an organiser of assistance a request without its needs', async () => {
    const { data } = await town.ask('social-worker', '{ waitingList(serviceType: "home-care") { request { id } } }');
    const portal = await open('assistance-organiser');
    await portal.go(`/requests/${data.waitingList[0].request.id}`);
    expect(await portal.page.getByText('Vajadzību novērtējumu jūsu loma nerāda.').isVisible()).toBe(true);
    expect(await portal.page.getByRole('heading', { name: 'Lēmums par pakalpojumu' }).count()).toBe(0);
    expect(await portal.axe()).toEqual([]);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });
});
