import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Federation, federation } from '../../test/support/federation.js';
import { tabTo } from './support/keyboard.js';
import { portalBrowser } from './support/portal.js';

interface Found {
  id: string;
  reference: string;
  givenName: string;
  familyName: string;
  birthDate: string;
  sex: string;
}

let town: Federation;
let client: Found;
const browser = portalBrowser(() => town.url);
const fillMs = 300_000;

/** A client with a case, a benefit, an agreement and a place: every part of the page has something to say. */
async function someClient(): Promise<Found> {
  const { data } = await town.ask(
    'director',
    `{ socialCases(first: 150) { nodes { closedOn person {
      id reference givenName familyName birthDate sex participationAgreement { id } benefits { id } currentPlacement { endedOn } household { members { relation } }
    } } } }`,
  );
  const found = data.socialCases.nodes.find(
    // biome-ignore lint/suspicious/noExplicitAny: an answer of the graph
    ({ closedOn, person }: any) =>
      !closedOn && person.participationAgreement && person.benefits.length && person.household?.members.length > 1,
  );
  return found.person;
}

beforeAll(async () => {
  town = await federation();
  client = await someClient();
}, fillMs);
afterAll(async () => {
  await browser.close();
  await town?.stop();
});

describe("a client's page", () => {
  it('is found by one key, tells the story, and shows who it is only when asked, with the reason in the audit: without a mouse', async () => {
    const portal = await browser.open({ persona: 'social-worker' });
    await portal.go('/');
    const { page } = portal;
    await page.keyboard.press('/');
    await page.keyboard.type(client.reference);
    await page.getByRole('option', { name: `${client.givenName} ${client.familyName}` }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: client.reference }).waitFor();
    await portal.settled();
    for (const part of ['Pašlaik', 'Līdzdarbības vienošanās', 'Notikumu gaita', 'Mājsaimniecība', 'Aprūpes komanda'])
      expect(await page.getByRole('heading', { level: 2, name: part }).isVisible()).toBe(true);
    expect(await page.getByText('Vārds, personas kods un adrese ir aizklāti.').isVisible()).toBe(true);
    expect(await page.locator('#portal').textContent()).not.toContain(client.familyName);

    await tabTo(page, 'Strādāju ar lietu');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `${client.givenName} ${client.familyName}` }).waitFor();
    expect(await page.getByText('Apskate ierakstīta auditā: strādāju ar lietu.').isVisible()).toBe(true);
    expect(await portal.axe()).toEqual([]);
    const { data } = await town.ask(
      'auditor',
      'query($id: ID!) { auditTrail(personId: $id) { registry(first: 20) { nodes { action purpose subject fields } } } }',
      { id: client.id },
    );
    expect(data.auditTrail.registry.nodes).toContainEqual({
      action: 'person.identity.read',
      purpose: 'Strādāju ar lietu',
      subject: 'demo:social-worker',
      fields: expect.arrayContaining(['familyName', 'personalCode']),
    });
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('stays when a part of the system goes while it is open: the hole is explained, what is done is done, and the part comes back', async () => {
    const portal = await browser.open({ persona: 'social-worker' });
    await portal.go(`/clients/${client.id}`);
    const { page } = portal;
    await town.takeDown('benefits');
    await tabTo(page, 'Reģistrēt apstākli');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Reģistrēt apstākli' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    expect(await dialog.getByText('Aizpildiet šo lauku.').count()).toBe(3);
    await dialog.getByRole('combobox').fill('Politiski');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.getByRole('group', { name: 'No', exact: true }).getByRole('spinbutton').first().click();
    await page.keyboard.type('01112026');
    await dialog.getByRole('textbox', { name: 'Pamats' }).fill('Apliecība Nr. 17');
    expect(await portal.axe()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Politiski represētais').waitFor();
    await portal.settled();

    const holes = page.locator('[data-hole="SUBGRAPH_UNAVAILABLE"]');
    expect(await holes.count()).toBeGreaterThan(0);
    expect(await holes.first().textContent()).toContain('pašlaik nav pieejama; pārējais ir. Nekas nav zudis.');
    expect(await page.getByRole('heading', { level: 2, name: 'Notikumu gaita' }).isVisible()).toBe(true);
    expect(await page.getByRole('definition').filter({ hasText: 'G-' }).first().isVisible()).toBe(true);
    expect(await portal.axe()).toEqual([]);
    await town.bringUp('benefits');
    await holes.first().getByRole('button', { name: 'Mēģināt vēlreiz' }).click();
    await page.getByText('EUR mēnesī').first().waitFor();
    await portal.settled();
    expect(await holes.count()).toBe(0);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('opens to another role in an emergency, says so, and closes again; the auditor sees who, why and what', async () => {
    const portal = await browser.open({ persona: 'assistance-organiser' });
    await portal.go(`/clients/${client.id}`);
    const { page } = portal;
    expect(await page.getByText('Jūsu lomai šajā lapā nav redzams: lietas.').isVisible()).toBe(true);
    expect(await page.getByText('Jūsu loma neļauj atvērt lietu.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Atvērt ārkārtas gadījumā' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Kāpēc nevar gaidīt/ }).fill('Īss');
    await dialog.getByRole('button', { name: 'Atvērt lietu lasīšanai' }).click();
    await dialog.locator('[slot="errorMessage"]').first().waitFor();
    await dialog.getByRole('textbox', { name: /Kāpēc nevar gaidīt/ }).fill('Kliente bez samaņas, mediķi jautā');
    await dialog.getByRole('button', { name: 'Atvērt lietu lasīšanai' }).click();
    await page.getByText(/Ārkārtas piekļuve līdz/).waitFor();
    await portal.settled();
    expect(await page.getByRole('definition').filter({ hasText: 'G-' }).first().isVisible()).toBe(true);
    expect(await portal.axe()).toEqual([]);
    await page.getByRole('button', { name: 'Beigt piekļuvi' }).click();
    await page.getByText('Jūsu lomai šajā lapā nav redzams: lietas.').waitFor();
    expect(portal.faults()).toEqual([]);
    await portal.close();

    const audit = await browser.open({ persona: 'auditor' });
    await audit.go('/');
    await audit.page.getByText('Kliente bez samaņas, mediķi jautā').waitFor();
    expect(await audit.axe()).toEqual([]);
    await audit.page.getByRole('link', { name: client.reference }).click();
    await audit.page.getByRole('heading', { level: 1, name: `Skatījumi un darbības: ${client.reference}` }).waitFor();
    await audit.settled();
    expect(await audit.page.getByText('skatīt ziņas par ārkārtas piekļuvi').first().isVisible()).toBe(true);
    expect(await audit.page.locator('#portal').textContent()).not.toContain(client.familyName);
    expect(await audit.axe()).toEqual([]);
    expect(audit.faults()).toEqual([]);
    await audit.close();
  });

  it('shows who is registered already instead of registering twice', async () => {
    const portal = await browser.open({ persona: 'assistance-organiser' });
    await portal.go('/clients/new');
    const { page } = portal;
    await page.getByRole('button', { name: /Identitātes pamats/ }).click();
    await page.getByRole('option', { name: 'Paša teiktais' }).click();
    await page.getByRole('textbox', { name: /^Vārds/ }).fill(client.givenName);
    await page.getByRole('textbox', { name: /^Uzvārds/ }).fill(client.familyName);
    const [year, month, day] = client.birthDate.split('-');
    await page
      .getByRole('group', { name: /Dzimšanas datums/ })
      .getByRole('spinbutton')
      .first()
      .click();
    await page.keyboard.type(`${day}${month}${year}`);
    await page.getByRole('button', { name: /Dzimums/ }).click();
    await page.getByRole('option', { name: client.sex === 'FEMALE' ? 'Sieviete' : 'Vīrietis' }).click();
    await page.getByRole('button', { name: 'Reģistrēt klientu' }).click();
    await page.getByText('Tāds cilvēks jau ir reģistrēts').waitFor();
    expect(await portal.axe()).toEqual([]);
    await page.getByRole('link', { name: `Atvērt ${client.reference}` }).click();
    await page.getByRole('heading', { level: 1, name: client.reference }).waitFor();
    await portal.settled();
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });
});
