import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Federation, federation } from '../../test/support/federation.js';
import { portalBrowser } from './support/portal.js';

let town: Federation;
const browser = portalBrowser(() => town.url);

/** Opens the portal on the day of the demo. */
async function open(
  persona: 'assistance-organiser' | 'head-of-assistance' | 'director' | 'social-worker' | 'finance',
  theme: 'light' | 'dark' = 'light',
) {
  return browser.open({ persona, theme });
}

/** Somebody of the town who lives alone and waits for nothing. */
async function somebodyAlone() {
  const { data } = await town.ask(
    'assistance-organiser',
    `{ applications(first: 120, filter: { state: DECIDED, submittedUntil: "2022-06-01" }) { nodes { applicant {
      id reference givenName familyName declaredResidence { municipality { code } } household { members { person { id age } } } applications(first: 5) { nodes { submittedOn } } } } } }`,
  );
  interface Applicant {
    id: string;
    reference: string;
    givenName: string;
    familyName: string;
    declaredResidence: { municipality: { code: string } } | null;
    household: { members: { person: { age: number } }[] } | null;
    applications: { nodes: { submittedOn: string }[] };
  }
  const applicants: Applicant[] = data.applications.nodes.map(({ applicant }: { applicant: Applicant }) => applicant);
  return applicants.find(
    ({ declaredResidence, household, applications }) =>
      declaredResidence?.municipality.code === '0002000' &&
      household?.members.length === 1 &&
      applications.nodes.every(({ submittedOn }) => submittedOn < '2024'),
  ) as Applicant;
}

/** The id of an application that the queue shows in a state and of which something is true. */
async function applicationWhere(
  state: string,
  is: (one: { incomeDifferences: unknown[]; registers: unknown[]; benefitType: { code: string } }) => boolean,
) {
  const { data } = await town.ask(
    'head-of-assistance',
    `query($state: ApplicationState) { applications(first: 60, filter: { state: $state }) { nodes {
      id number benefitType { code } incomeDifferences { month } registers { id } } } }`,
    { state },
  );
  return data.applications.nodes.find(is) as { id: string; number: string };
}

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

beforeAll(async () => {
  town = await federation();
});
afterAll(async () => {
  await browser.close();
  await town.stop();
});

describe('applications in the portal', () => {
  it('go from the counter to an approved decision and its letter, by two people', async () => {
    const person = await somebodyAlone();
    const counter = await open('assistance-organiser');
    const { page } = counter;
    await counter.go('/applications');
    expect(await counter.axe()).toEqual([]);
    await page.getByRole('link', { name: 'Jauns iesniegums' }).click();
    await page.getByRole('searchbox').fill(person.reference);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `Izvēlēties ${person.reference}` }).click();
    await page.getByText(`${person.givenName} ${person.familyName}`).waitFor();
    await page.getByRole('combobox', { name: /Pabalsts/ }).fill('gmi');
    await page.getByRole('option', { name: 'Pabalsts GMI līmeņa nodrošināšanai' }).click();
    await field(page, 'Konts, uz kuru pārskaitīt').fill('LV00 NAV 0');
    // Another day is asked about, and the page changes its language twice: what was typed stays, and names are not asked for again.
    let namesAsked = 0;
    page.on('request', (request) => {
      if (request.postData()?.includes('NewApplicationApplicant')) namesAsked += 1;
    });
    const householdOfDay = page.waitForRequest((request) =>
      /NewApplicationHousehold.*"2026-11-20"|"2026-11-20".*NewApplicationHousehold/s.test(request.postData() ?? ''),
    );
    await page.getByRole('group', { name: 'Iesniegšanas diena' }).getByRole('spinbutton').first().click();
    await page.keyboard.type('20112026');
    await householdOfDay;
    await page.getByRole('button', { name: /switch to English/ }).click();
    await page.getByRole('button', { name: 'Take in the application' }).waitFor();
    await page.getByRole('button', { name: /pārslēgt uz latviešu/ }).click();
    await counter.settled();
    expect(await field(page, 'Konts, uz kuru pārskaitīt').inputValue()).toBe('LV00 NAV 0');
    // The names of the benefits come again in the language, after the page is in it.
    await page.waitForFunction(
      (name) => [...document.querySelectorAll('input')].some((box) => box.value === name),
      'Pabalsts GMI līmeņa nodrošināšanai',
    );
    expect(await page.getByRole('combobox', { name: /Pabalsts/ }).inputValue()).toBe('Pabalsts GMI līmeņa nodrošināšanai');
    expect(namesAsked).toBe(0);
    await page.getByRole('button', { name: 'Pieņemt iesniegumu' }).click();
    await page.getByText('Konta numurs nav derīgs IBAN').waitFor();
    expect(await field(page, 'Konts, uz kuru pārskaitīt').inputValue()).toBe('LV00 NAV 0');
    expect(await counter.axe()).toEqual([]);
    await field(page, 'Konts, uz kuru pārskaitīt').fill('');
    await page.getByRole('button', { name: 'Pieņemt iesniegumu' }).click();

    await page.getByRole('heading', { level: 1, name: 'Iztikas līdzekļu deklarācija' }).waitFor();
    await page.getByRole('button', { name: 'Pievienot ienākumu' }).click();
    await field(page, '2026. gada augusts').fill('100,5');
    await field(page, '2026. gada oktobris').fill('daudz');
    await page.getByRole('button', { name: 'Saglabāt deklarāciju' }).click();
    await page.getByText('Tā nav summa').waitFor();
    expect(await field(page, '2026. gada augusts').inputValue()).toBe('100,50');
    await field(page, '2026. gada oktobris').fill('49,5');
    await counter.settled();
    expect(await counter.axe()).toEqual([]);
    await page.getByRole('button', { name: 'Saglabāt deklarāciju' }).click();

    await page.getByRole('heading', { level: 2, name: 'Aprēķins' }).waitFor();
    // (100.50 + 0.00 + 49.50) / 3 = 50.00 of income; 187.00 − 50.00 = 137.00 of benefit.
    await page.getByText('187,00 − 50,00 = 137,00').waitFor();
    expect(await page.getByText(person.familyName).count()).toBe(0);
    await page.getByRole('button', { name: /^Rādīt vārdus/ }).click();
    await page.getByText(`${person.givenName} ${person.familyName}`).first().waitFor();
    await page.getByRole('button', { name: 'Paslēpt vārdus' }).click();
    await page.getByRole('button', { name: 'Sagatavot lēmumu' }).click();
    await page.getByText('Gaida otra cilvēka apstiprinājumu').waitFor();
    await counter.settled();
    expect(await page.getByText('Jūsu loma neļauj apstiprināt lēmumu').isVisible()).toBe(true);
    expect(await counter.axe()).toEqual([]);
    expect(counter.faults()).toEqual([]);
    const number = /SP-2026-\d+/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';
    await counter.close();

    const head = await open('head-of-assistance', 'dark');
    await head.go('/applications?state=PROPOSED');
    await head.page.keyboard.press('j');
    await head.page.keyboard.press('End');
    await head.page.locator('tbody tr:last-child:focus').waitFor();
    await head.page.keyboard.press('Enter');
    await head.page.getByRole('heading', { level: 2, name: 'Pārbaude' }).waitFor();
    await head.settled();
    expect(await head.page.locator('main').textContent()).toContain(number);
    expect(await head.page.getByText('ir tikai deklarēts, bez dokumenta vai reģistra').isVisible()).toBe(true);
    expect(await head.axe()).toEqual([]);
    await head.page.keyboard.press('a');
    await head.page.getByRole('dialog', { name: /Apstiprināt lēmumu L-2026-/ }).waitFor();
    expect(await head.axe()).toEqual([]);
    await head.page.locator('[role="dialog"] [type="submit"]:focus').waitFor();
    await head.page.keyboard.press('Enter');
    await head.page.getByRole('heading', { level: 2, name: 'Izlemts' }).waitFor();
    await head.page.getByRole('button', { name: 'Rādīt vēstuli' }).click();
    const letter = head.page.getByRole('article', { name: 'Vēstule' });
    await letter.waitFor();
    const text = await letter.textContent();
    expect(text).toMatch(/^Lēmums L-2026-/);
    expect(text).toContain(`${person.givenName} ${person.familyName}`);
    expect(text).toContain('137.00 EUR mēnesī');
    expect(await head.axe()).toEqual([]);
    const [pdf] = await Promise.all([
      head.page.waitForResponse((response) => response.url().includes('/letters/')),
      head.page.getByRole('button', { name: 'Atvērt PDF' }).click(),
    ]);
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await head.page.bringToFront();
    await head.page.getByRole('button', { name: 'Atzīmēt paziņošanu' }).click();
    await head.page.getByRole('dialog').getByRole('button', { name: 'Atzīmēt paziņošanu' }).click();
    await head.page.getByText('Apstrīdams līdz 22.12.2026.').first().waitFor();
    await head.page.getByRole('button', { name: 'Klients apstrīd' }).click();
    await head.page.getByLabel(/Ko klients iebilst/).fill('Ienākumi bija mazāki');
    await head.page.getByRole('dialog').getByRole('button', { name: 'Klients apstrīd' }).click();
    await head.page.getByText('Ienākumi bija mazāki').first().waitFor();
    await head.page.getByRole('button', { name: 'Izlemt apstrīdēšanu' }).waitFor();
    await head.settled();
    expect(await head.axe()).toEqual([]);
    await head.page.keyboard.press('u');
    await head.page.getByRole('heading', { level: 1, name: 'Iesniegumi' }).waitFor();
    await head.settled();
    expect(await head.page.getByText(number).count()).toBe(0);
    expect(head.faults()).toEqual([]);
    await head.close();
  });

  it('are not approved by who proposed them: the graph says why, and a return goes back with its reason', async () => {
    const { id } = await applicationWhere('MEANS_DECLARED', ({ incomeDifferences }) => incomeDifferences.length > 0);
    const portal = await open('director');
    const { page } = portal;
    await portal.go(`/applications/${id}`);
    expect(
      await page
        .getByText(/atšķirīb/)
        .first()
        .isVisible(),
    ).toBe(true);
    await page.getByRole('button', { name: 'Sagatavot lēmumu' }).click();
    await page.getByText('Reģistru ziņas atšķiras no deklarētā').waitFor();
    await page.getByLabel(/Kāpēc piešķirt/).fill('Pārrunāts ar klientu');
    await page.getByRole('button', { name: 'Sagatavot lēmumu' }).click();
    await page.getByRole('heading', { level: 2, name: 'Pārbaude' }).waitFor();
    await page.getByText('Pārrunāts ar klientu').waitFor();
    await page.keyboard.press('a');
    await page.locator('[role="dialog"] [type="submit"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Lēmumu apstiprina cits cilvēks').waitFor();
    expect(await portal.axe()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByRole('button', { name: 'Atdot', exact: true }).click();
    await page.getByText('Uzrakstiet, kas jālabo.').waitFor();
    await page.getByLabel(/Kas jālabo/).fill('Trūkst izziņas par oktobri');
    await page.getByRole('dialog').getByRole('button', { name: 'Atdot', exact: true }).click();
    await page.getByText('Atdots labošanai').first().waitFor();
    await portal.settled();
    expect(await page.getByText('Trūkst izziņas par oktobri').first().isVisible()).toBe(true);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('show both versions when somebody else was faster, and keep what was typed', async () => {
    const { id } = await applicationWhere(
      'MEANS_DECLARED',
      ({ registers, benefitType }) => !registers.length && benefitType.code === 'gmi',
    );
    const portal = await open('assistance-organiser');
    await portal.go(`/applications/${id}`);
    await portal.page.getByLabel('Pamatojums').fill('Mani vārdi');
    const { data } = await town.ask('head-of-assistance', 'query($id: ID!) { application(id: $id) { version } }', { id });
    await town.ask('head-of-assistance', 'mutation($i: DeclareMeansInput!) { declareMeans(input: $i) { problems { code } } }', {
      i: { applicationId: id, version: data.application.version, incomes: [] },
    });
    await portal.page.getByRole('button', { name: 'Sagatavot lēmumu' }).click();
    await portal.page.getByRole('dialog', { name: 'Kāds to jau ir mainījis' }).waitFor();
    expect(await portal.page.getByRole('dialog').getByText('Trūcīga, 0,00 EUR', { exact: true }).isVisible()).toBe(true);
    expect(await portal.axe()).toEqual([]);
    await portal.page.getByRole('button', { name: 'Ņemt sistēmas' }).click();
    expect(await portal.page.getByLabel('Pamatojums').inputValue()).toBe('Mani vārdi');
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('show a social worker what was decided, and neither means nor registers', async () => {
    const { id } = await applicationWhere('PROPOSED', () => true);
    const portal = await open('social-worker');
    await portal.go(`/applications/${id}`);
    expect(await portal.page.getByText('Ienākumus un reģistru ziņas redz sociālās palīdzības darbinieki.').isVisible()).toBe(true);
    expect(await portal.page.getByRole('heading', { name: 'Aprēķins' }).count()).toBe(0);
    expect(await portal.page.locator('[data-hole]').count()).toBe(0);
    expect(await portal.axe()).toEqual([]);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('are paid by a batch that one person prepares, another approves, and the bank gets as a file', async () => {
    const finance = await open('finance', 'dark');
    await finance.go('/payments');
    expect(await finance.axe()).toEqual([]);
    await finance.page.getByRole('button', { name: 'Sagatavot sarakstu' }).click();
    await finance.page.getByRole('button', { name: /Mēnesis/ }).click();
    await finance.page.getByRole('option', { name: '2026. gada decembris' }).click();
    await finance.page.getByRole('dialog').getByRole('button', { name: 'Sagatavot sarakstu' }).click();
    const approve = finance.page.getByRole('button', { name: /^Apstiprināt: IZM-2026-/ });
    await approve.waitFor();
    await approve.click();
    await finance.page.getByRole('dialog').getByRole('button', { name: 'Apstiprināt' }).click();
    await finance.page.getByRole('alert').waitFor();
    expect(await finance.page.getByRole('alert').textContent()).toContain('cits cilvēks');
    expect(await finance.axe()).toEqual([]);

    const director = await open('director');
    await director.go('/payments');
    await director.page.getByRole('button', { name: /^Apstiprināt: IZM-2026-/ }).click();
    await director.page.getByRole('dialog').getByRole('button', { name: 'Apstiprināt' }).click();
    await director.page.getByRole('button', { name: /^Bankas fails: IZM-2026-/ }).click();
    const [file] = await Promise.all([
      director.page.waitForEvent('download'),
      director.page.getByRole('dialog').getByRole('button', { name: 'Saglabāt failu' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^IZM-2026-\d+\.xml$/);
    const parts: Buffer[] = [];
    for await (const part of await file.createReadStream()) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString()).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    await director.page.getByText('Gaida bankas atbildi').first().waitFor();
    await director.settled();
    expect(await director.axe()).toEqual([]);
    expect([...finance.faults(), ...director.faults()]).toEqual([]);
    await finance.close();
    await director.close();
  });
});
