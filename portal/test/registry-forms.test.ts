import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { demoDay, type Federation, federation } from '../../test/support/federation.js';
import { type OpenPortal, portalBrowser } from './support/portal.js';

interface Member {
  relation: string;
  person: { id: string; reference: string; givenName: string; familyName: string; age: number };
}

interface Benefit {
  id: string;
  until: string;
}

interface Family {
  id: string;
  version: number;
  head: Member;
  /** A child with nobody recorded who acts for it. */
  child: Member;
  /** Somebody else of the household. */
  third: Member;
  members: Member[];
  /** Somebody of another household, who lives alone and has a benefit. */
  alone: Member & { household: string; benefits: Benefit[] };
}

let town: Federation;
let family: Family;
const browser = portalBrowser(() => town.url);
const fillMs = 300_000;

/** A family of a client: a head, a child whom nobody represents, and somebody more. */
async function someFamily(): Promise<Family> {
  const { data } = await town.ask(
    'director',
    `{ socialCases(first: 150) { nodes { person { benefits { id until } household { id reference version members {
      relation since person { id reference givenName familyName age representatives { id } }
    } } } } } }`,
  );
  const single = data.socialCases.nodes.find(
    ({ person }: { person: { benefits: Benefit[]; household: { members: { since: string; person: { age: number } }[] } | null } }) =>
      person.benefits.length > 0 &&
      person.household?.members.length === 1 &&
      person.household.members.every((one) => one.since < '2026-01-01' && one.person.age >= 18),
  ).person;
  const alone = { ...single.household.members[0], household: single.household.reference, benefits: single.benefits };
  for (const { person } of data.socialCases.nodes) {
    const members: (Member & { since: string; person: { representatives: unknown[] } })[] = person.household?.members ?? [];
    const head = members.find(({ relation }) => relation === 'HEAD');
    const child = members.find(({ relation, person: one }) => relation === 'CHILD' && one.age < 17 && !one.representatives.length);
    const third = members.find((one) => one !== head && one !== child);
    if (head && child && third && members.every(({ since }) => since < '2026-01-01'))
      return { id: person.household.id, version: person.household.version, head, child, third, members, alone };
  }
  throw new Error('The demo has no such family');
}

const nameOf = ({ person }: Member) => `${person.givenName} ${person.familyName}`;

/** Types a day into a field, as `DDMMYYYY`. */
async function typeDay(portal: OpenPortal, dialog: Locator, name: string | RegExp, digits: string) {
  await dialog.getByRole('group', { name, exact: true }).getByRole('spinbutton').first().click();
  await portal.page.keyboard.type(digits);
}

/** Presses Tab until a button has the focus, as somebody without a mouse does, and presses it. */
async function pressByKeyboard(portal: OpenPortal, name: string) {
  for (let step = 0; step < 80; step += 1) {
    await portal.page.keyboard.press('Tab');
    const label = await portal.page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '',
    );
    if (label === name) return portal.page.keyboard.press('Enter');
  }
  throw new Error(`The keyboard does not reach: ${name}`);
}

/** The part of the page under a heading. */
const part = (portal: OpenPortal, name: string) => portal.page.getByRole('region', { name, exact: true });

const today = demoDay.split('-').reverse().join('');

beforeAll(async () => {
  town = await federation();
  family = await someFamily();
}, fillMs);
afterAll(async () => {
  await browser.close();
  await town?.stop();
});

describe('what a registry records of a client', () => {
  it('a household changes: without a mouse, with the problem at its field, and beside what somebody else has done meanwhile', async () => {
    const { head, child, third } = family;
    const portal = await browser.open({ persona: 'social-worker' });
    await portal.go(`/clients/${head.person.id}`);
    const { page } = portal;
    await pressByKeyboard(portal, 'Mainīt sastāvu');
    const dialog = page.getByRole('dialog').filter({ hasText: 'sastāvs' }).first();
    await dialog.getByText(nameOf(third), { exact: true }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Saglabāt' }).isDisabled()).toBe(true);
    await pressByKeyboard(portal, `Izstājas: ${nameOf(third)}`);
    expect(await dialog.getByText('izstājas', { exact: true }).isVisible()).toBe(true);
    await typeDay(portal, dialog, /^No kuras dienas/, '01012001');
    await pressByKeyboard(portal, 'Saglabāt');
    await dialog
      .getByRole('listitem')
      .filter({ hasText: nameOf(child) })
      .getByText('Diena ir pirms personas dzimšanas.')
      .waitFor();
    expect(await dialog.getByText(nameOf(third), { exact: true }).isVisible()).toBe(true);
    expect(await portal.axe()).toEqual([]);

    const { data } = await town.ask(
      'director',
      'mutation($input: ChangeHouseholdInput!) { changeHousehold(input: $input) { problems { message } } }',
      {
        input: {
          householdId: family.id,
          since: '2026-11-20',
          members: family.members.map((one) => ({ personId: one.person.id, relation: one === child ? 'OTHER' : one.relation })),
        },
      },
    );
    expect(data.changeHousehold.problems).toEqual([]);
    await typeDay(portal, dialog, /^No kuras dienas/, today);
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    const versions = page.getByRole('dialog', { name: 'Kāds to jau ir mainījis' });
    await versions.waitFor();
    expect(await versions.getByText('Cita saikne').count()).toBe(1);
    expect(await versions.getByText('nav mājsaimniecībā').count()).toBe(1);
    expect(await portal.axe()).toEqual([]);
    await versions.getByRole('button', { name: 'Turpināt ar manu' }).click();
    await page.getByText('Mājsaimniecības sastāvs reģistrēts').waitFor();
    await portal.settled();
    const household = part(portal, 'Mājsaimniecība');
    await household.getByRole('link', { name: third.person.reference }).waitFor({ state: 'detached' });
    expect(await household.getByRole('link', { name: child.person.reference }).count()).toBe(1);

    await household.getByRole('button', { name: 'Agrākais sastāvs' }).click();
    const past = page.getByRole('dialog', { name: 'Kā bija agrāk' });
    await past.getByRole('button', { name: 'Vakar' }).click();
    await past.getByRole('link', { name: third.person.reference }).waitFor();
    expect(await portal.axe()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(page.url()).toBe(`${town.url}/clients/${head.person.id}`);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('who was taken out makes a household of their own, and who is in another one is named with it', async () => {
    const { head, third } = family;
    const portal = await browser.open({ persona: 'social-worker', theme: 'dark' });
    await portal.go(`/clients/${third.person.id}`);
    const { page } = portal;
    await page.getByRole('button', { name: 'Izveidot mājsaimniecību' }).click();
    const dialog = page.getByRole('dialog', { name: 'Izveidot mājsaimniecību' });
    await dialog.getByRole('searchbox', { name: 'Pievienot cilvēku' }).fill(head.person.reference);
    await dialog.getByRole('button', { name: `Pievienot: ${nameOf(head)}` }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByText(`${nameOf(head)} pašlaik ir mājsaimniecībā`).waitFor();
    await dialog.getByText(`Ja pie viņiem pārceļas ${nameOf(third)}, atveriet ${nameOf(head)} un pievienojiet tur.`).waitFor();
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await dialog.getByText('Aizpildiet šo lauku.').waitFor();
    await dialog.getByRole('button', { name: `Saikne: ${nameOf(head)}` }).click();
    await page.getByRole('option', { name: 'Vecāks', exact: true }).click();
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await dialog.getByText(/Kāds no locekļiem tajā laikā ir citā mājsaimniecībā/).waitFor();
    expect(await portal.axe()).toEqual([]);
    await dialog.getByRole('button', { name: `Noņemt: ${nameOf(head)}` }).click();
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await page.getByRole('button', { name: 'Mainīt sastāvu' }).waitFor();
    expect(await part(portal, 'Mājsaimniecība').getByText(third.person.reference).count()).toBe(1);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('who lives alone moves in: the form says that their own household ends that day, and its past can be seen', async () => {
    const { third, alone } = family;
    const portal = await browser.open({ persona: 'social-worker' });
    await portal.go(`/clients/${third.person.id}`);
    const { page } = portal;
    await page.getByRole('button', { name: 'Mainīt sastāvu' }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: 'sastāvs' }).first();
    await dialog.getByRole('searchbox', { name: 'Pievienot cilvēku' }).fill(alone.person.reference);
    await dialog.getByRole('button', { name: `Pievienot: ${nameOf(alone)}` }).click();
    const day = demoDay.split('-').reverse().join('.');
    await dialog
      .getByText(`Mājsaimniecībā ${alone.household} dzīvo tikai ${nameOf(alone)}. Pievienojot šeit, tā ${day}. beidzas`)
      .waitFor();
    await dialog.getByRole('button', { name: `Saikne: ${nameOf(alone)}` }).click();
    await page.getByRole('option', { name: 'Vecāks', exact: true }).click();
    expect(await portal.axe()).toEqual([]);
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await page.getByText('Mājsaimniecības sastāvs reģistrēts').waitFor();
    await part(portal, 'Mājsaimniecība').getByRole('link', { name: alone.person.reference }).click();

    const household = part(portal, 'Mājsaimniecība');
    await household.getByRole('link', { name: third.person.reference }).waitFor();
    await household.getByRole('button', { name: 'Agrākais sastāvs' }).click();
    const past = page.getByRole('dialog', { name: 'Kā bija agrāk' });
    await past.getByRole('button', { name: 'Vakar' }).click();
    await past.getByText(alone.household).waitFor();
    expect(await past.getByText(third.person.reference).count()).toBe(0);
    const { data } = await town.ask('director', 'query($id: ID!) { person(id: $id) { benefits { id until } } }', { id: alone.person.id });
    expect(data.person.benefits).toEqual(alone.benefits);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('a representative is chosen from the household, recorded, and ended again; both ends stay to be seen', async () => {
    const { head, child } = family;
    const portal = await browser.open({ persona: 'assistance-organiser' });
    await portal.go(`/clients/${child.person.id}`);
    const { page } = portal;
    const representation = part(portal, 'Pārstāvība');
    await representation.getByRole('button', { name: 'Reģistrēt pārstāvi' }).click();
    const dialog = page.getByRole('dialog', { name: 'Reģistrēt pārstāvi' });
    await dialog.getByRole('button', { name: `Izvēlēties: ${nameOf(head)}` }).click();
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    expect(await dialog.getByText('Aizpildiet šo lauku.').count()).toBe(3);
    await dialog.getByRole('radio', { name: /^Aizgādnis/ }).press('Space');
    await typeDay(portal, dialog, 'No', '01092026');
    await dialog.getByRole('textbox', { name: /^Pamats/ }).fill('Dzimšanas ieraksts Nr. 17');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await dialog.getByText('Aizgādni ieceļ pilngadīgai personai; bērnam ir vecāki vai aizbildnis.').waitFor();
    expect(await portal.axe()).toEqual([]);
    await dialog.getByRole('radio', { name: /^Vecāks/ }).press('Space');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await representation.getByText('no 01.09.2026. · Dzimšanas ieraksts Nr. 17').waitFor();
    expect(await representation.getByRole('link', { name: head.person.reference }).isVisible()).toBe(true);

    await representation.getByRole('button', { name: `Izbeigt: Vecāks ${head.person.reference}` }).click();
    const end = page.getByRole('dialog', { name: 'Izbeigt pārstāvību' });
    await typeDay(portal, end, /^Pirmā diena/, '01082026');
    await end.getByRole('textbox', { name: /^Uz kā balstās/ }).fill('Bāriņtiesas lēmums Nr. 3');
    await page.keyboard.press('Enter');
    await end.getByText('Beigu diena nav pēc sākuma.').waitFor();
    expect(await portal.axe()).toEqual([]);
    await typeDay(portal, end, /^Pirmā diena/, today);
    await end.getByRole('button', { name: 'Izbeigt pārstāvību' }).click();
    await representation.getByText('Pārstāvība nav reģistrēta').waitFor();
    await representation.getByRole('button', { name: 'Agrākā pārstāvība' }).click();
    const past = page.getByRole('dialog', { name: 'Kā bija agrāk' });
    await past.getByText('Dzimšanas ieraksts Nr. 17 → Bāriņtiesas lēmums Nr. 3').waitFor();
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('an identity is put right with its reason, what was stays, and nothing of it is in the address', async () => {
    const { child } = family;
    const portal = await browser.open({ persona: 'social-worker' });
    await portal.go(`/clients/${child.person.id}`);
    const { page } = portal;
    await page.getByRole('button', { name: 'Klients ir klāt' }).click();
    await page.getByRole('heading', { level: 1, name: nameOf(child) }).waitFor();
    await page.getByRole('button', { name: 'Labot identitāti' }).click();
    const dialog = page.getByRole('dialog', { name: 'Labot vai mainīt identitāti' });
    const given = dialog.getByRole('textbox', { name: /^Vārds/ });
    await given.waitFor();
    expect(await given.inputValue()).toBe(child.person.givenName);
    expect(await dialog.getByRole('button', { name: 'Saglabāt' }).isDisabled()).toBe(true);
    await given.fill('Zilonīte');
    await dialog.getByRole('radio', { name: /^Kļūda/ }).press('Space');
    await dialog.getByRole('textbox', { name: /^Pamats/ }).fill('Dzimšanas apliecība Nr. 8');
    await typeDay(portal, dialog, /^No kuras dienas/, '01012030');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await dialog.getByText('Diena ir nākotnē.').waitFor();
    expect(await given.inputValue()).toBe('Zilonīte');
    expect(await portal.axe()).toEqual([]);
    await typeDay(portal, dialog, /^No kuras dienas/, today);
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await page.getByRole('heading', { level: 1, name: `Zilonīte ${child.person.familyName}` }).waitFor();
    const who = part(portal, 'Kas tas ir');
    await who.getByText(`Vārds: ${child.person.givenName} → Zilonīte`).waitFor();
    expect(await who.getByText(/^Pamats: Dzimšanas apliecība Nr. 8/).isVisible()).toBe(true);

    await who.getByRole('button', { name: 'Jauns personas kods' }).click();
    const code = page.getByRole('dialog', { name: 'Reģistrēt jaunu personas kodu' });
    await code.getByRole('textbox', { name: /^Jaunais kods/ }).fill('12x');
    await code.getByRole('textbox', { name: /^Pamats/ }).fill('Reģistra paziņojums');
    await page.keyboard.press('Enter');
    await code.getByText(/^Personas kodam jābūt formā/).waitFor();
    expect(await portal.axe()).toEqual([]);
    await code.getByRole('textbox', { name: /^Jaunais kods/ }).fill('391234-56789');
    await code.getByRole('button', { name: 'Saglabāt' }).click();
    await who.getByText('391234-56789').waitFor();
    expect(await who.getByText('Agrākie kodi').isVisible()).toBe(true);
    expect(page.url()).toBe(`${town.url}/clients/${child.person.id}`);
    // The browser itself writes down that a request was refused as a whole: the code could not be read.
    portal.forgive(/status of 400/);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('none of it is offered to a role that may not: the household is there to be read', async () => {
    const portal = await browser.open({ persona: 'shelter-manager' });
    await portal.go(`/clients/${family.head.person.id}`);
    const household = part(portal, 'Mājsaimniecība');
    expect(await household.getByRole('link', { name: family.child.person.reference }).isVisible()).toBe(true);
    expect(await household.getByRole('button', { name: 'Agrākais sastāvs' }).isVisible()).toBe(true);
    for (const name of ['Mainīt sastāvu', 'Reģistrēt pārstāvi', 'Labot identitāti', 'Jauns personas kods'])
      expect(await portal.page.getByRole('button', { name }).count()).toBe(0);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });
});
