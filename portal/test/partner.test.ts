import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Federation, federation } from '../../test/support/federation.js';
import { type OpenPortal, portalBrowser } from './support/portal.js';

let town: Federation;
const browser = portalBrowser(() => town.url);

beforeAll(async () => {
  // As in production: partners may send the agreed documents and no other.
  town = await federation('in process', { trustedDocuments: true });
});
afterAll(async () => {
  await browser.close();
  await town.stop();
});

interface Referred {
  id: string;
  person: { givenName: string; familyName: string; consents: { id: string; scopes: string[] }[] };
  organisation: { id: string };
}

/** What the town itself knows of a referral. */
const known = async (id: string) =>
  (await town.ask('social-worker', 'query($id: ID!) { referral(id: $id) { state deliveries { totalCount nodes { units } } } }', { id }))
    .data.referral;

/** A referral to ngo-a in a state, by a consent that opens everything. */
async function referralIn(state: 'OFFERED' | 'ACCEPTED'): Promise<Referred> {
  const { data } = await town.ask(
    'social-worker',
    `query($state: ReferralState!) { referrals(first: 200, state: $state) { nodes { id organisation { id name } person { givenName familyName consents { id scopes organisation { id } } } } } }`,
    { state },
  );
  const isFull = ({ organisation, person }: Referred & { organisation: { name: string } }) =>
    organisation.name.includes('Saulgriežu') && person.consents.some(({ scopes }) => scopes.length === 5);
  return data.referrals.nodes.find(isFull);
}

/** The partner's page in the demo's own day, whatever day it is here. */
async function opened(): Promise<OpenPortal> {
  return browser.open({ persona: 'ngo-a' });
}

/** What the browser keeps of the queue over a reload. */
const keptIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ key: string; referralId: string | null; state: string }[]>((resolve, reject) => {
        const opening = indexedDB.open('atbalsts-deliveries');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('waiting').objectStore('waiting').getAll();
          all.onsuccess = () => resolve(all.result);
          all.onerror = () => reject(all.error);
        };
      }),
  );

/** Resolves when a delivery that was sent has got no answer. */
const unanswered = (page: Page) =>
  page.waitForEvent('requestfailed', (request) => Boolean(request.postData()?.includes('PartnerRecordDelivery')));

async function record(page: Page, units: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Cik' });
  await field.fill(units);
  await field.press('Enter');
}

describe('a partner', () => {
  it('accepts a referral, records what is delivered without a line, and it is counted once however often it is sent', async () => {
    const referral = await referralIn('OFFERED');
    const name = `${referral.person.givenName} ${referral.person.familyName}`;
    const portal = await opened();
    const { page, context } = portal;
    await portal.go('/');
    expect(new URL(page.url()).pathname).toBe('/referrals');
    expect(await portal.axe()).toEqual([]);
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await portal.settled();
    expect(await page.getByText('atvērts līdz').count()).toBe(5);
    expect(await portal.axe()).toEqual([]);

    await page.getByRole('button', { name: 'Pieņemt' }).click();
    await page.getByRole('heading', { level: 2, name: 'Reģistrēt sniegto' }).waitFor();
    await page.getByRole('button', { name: 'Vienība' }).click();
    await page.getByRole('option', { name: 'apmeklējums' }).click();
    await record(page, '2');
    await page.getByRole('cell', { name: '2 apmeklējumi' }).waitFor();
    await page.getByRole('cell', { name: 'reģistrēts', exact: true }).waitFor();
    expect(await known(referral.id)).toMatchObject({ state: 'ACCEPTED', deliveries: { totalCount: 1 } });
    await portal.settled();
    expect(await portal.axe()).toEqual([]);
    expect(portal.faults()).toEqual([]);

    await context.setOffline(true);
    await page.getByText('Nav savienojuma', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Cik' }).fill('3,5');
    await page.getByRole('button', { name: 'Reģistrēt', exact: true }).dblclick();
    await page.getByText('gaida nosūtīšanu', { exact: true }).waitFor();
    expect(await page.getByText('gaida nosūtīšanu', { exact: true }).count()).toBe(1);
    expect((await keptIn(page)).map(({ state }) => state).sort()).toEqual(['SENT', 'WAITING']);
    expect(JSON.stringify(await keptIn(page))).not.toContain(referral.person.familyName);

    // The line comes back, but every answer to a delivery is lost on its way: the graph has it, the page does not know.
    let lost = 0;
    await context.route('**/partner/graphql', async (route) => {
      if (!route.request().postData()?.includes('PartnerRecordDelivery') || lost >= 2) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    const first = unanswered(page);
    await context.setOffline(false);
    await first;
    const second = unanswered(page);
    await page.reload();
    await second;
    await page.getByRole('link', { name: 'Šīs ierīces ieraksti' }).click();
    const send = page.getByRole('button', { name: 'Sūtīt tagad' });
    await send.waitFor();
    await send.dblclick();
    await page
      .getByText(/^nosūtīts/)
      .first()
      .waitFor();
    expect(lost).toBe(2);
    const { deliveries } = await known(referral.id);
    expect(deliveries.nodes.map(({ units }: { units: number }) => units).sort()).toEqual([2, 3.5]);
    portal.forgive(/Failed to load resource|ERR_/);
    await portal.settled();
    expect(await portal.axe()).toEqual([]);

    // Signing out leaves nothing on the device: the graph has answered everything.
    await page.getByRole('button', { name: 'Iziet' }).click();
    await page.getByRole('button', { name: /Elīna Saulgrieze/ }).waitFor();
    expect(await keptIn(page)).toEqual([]);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('declines a referral with a reason; without one the form says so and stays', async () => {
    const { data } = await town.ask('social-worker', '{ referrals(first: 200, state: OFFERED) { nodes { id organisation { name } } } }');
    const { id } = data.referrals.nodes.find(({ organisation }: Referred & { organisation: { name: string } }) =>
      organisation.name.includes('Saulgriežu'),
    );
    const portal = await opened();
    const { page } = portal;
    await portal.go(`/referrals/${id}`);
    await page.getByRole('button', { name: 'Noraidīt' }).click();
    const dialog = page.getByRole('dialog', { name: 'Noraidīt nosūtījumu' });
    await dialog.getByRole('button', { name: 'Noraidīt' }).click();
    await dialog.getByText('Norādiet atteikuma iemeslu.').waitFor();
    expect(await portal.axe()).toEqual([]);
    await dialog.getByLabel('Iemesls').fill('Speciālistei līdz gada beigām nav brīva laika.');
    await dialog.getByRole('button', { name: 'Noraidīt' }).click();
    await page.getByText('noraidīts', { exact: true }).waitFor();
    expect((await known(id)).state).toBe('DECLINED');
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('sees the client’s data close when the consent is withdrawn while the page is open, and nothing of the client stays', async () => {
    const referral = await referralIn('ACCEPTED');
    const name = `${referral.person.givenName} ${referral.person.familyName}`;
    const portal = await opened();
    const { page, context } = portal;
    let readings = 0;
    page.on('request', (request) => {
      if (request.postData()?.includes('"operationName":"PartnerReferral"')) readings += 1;
    });
    await portal.go(`/referrals/${referral.id}`);
    // A delivery waits on this device when the client withdraws.
    await context.route('**/partner/graphql', (route) =>
      route.request().postData()?.includes('PartnerRecordDelivery') ? route.abort() : route.continue(),
    );
    await record(page, '1');
    await page.getByText('gaida nosūtīšanu', { exact: true }).waitFor();
    expect(await page.getByText(name).count()).toBeGreaterThan(0);
    // A look whether the consent holds is no reading of who the client is.
    const looked = page.waitForResponse((response) => Boolean(response.request().postData()?.includes('PartnerReferralStanding')));
    await page.evaluate(() => void dispatchEvent(new Event('focus')));
    await (await looked).finished();
    expect(readings).toBe(1);
    for (const { id } of referral.person.consents) {
      await town.ask('social-worker', 'mutation($id: ID!) { withdrawConsent(id: $id) { problems { code } } }', { id });
    }
    // Nobody touches the page: it looks by itself, every quarter of a minute.
    await page.getByRole('heading', { level: 1, name: 'Klienta dati ir slēgti' }).waitFor();
    await page.getByText('kamēr šī lapa bija atvērta').waitFor();
    expect(await page.getByText(referral.person.familyName).count()).toBe(0);
    expect(await page.title()).not.toContain(referral.person.familyName);
    expect((await keptIn(page)).filter(({ referralId }) => referralId === referral.id)).toEqual([]);
    await page.getByText('1 ieraksts nav pieņemts').waitFor();
    await portal.settled();
    expect(await portal.axe()).toEqual([]);

    await page.getByRole('link', { name: 'Nosūtījumi' }).click();
    await page.getByRole('heading', { level: 2, name: 'Gaida atbildi' }).waitFor();
    await portal.settled();
    expect(await page.getByText(referral.person.familyName).count()).toBe(0);
    portal.forgive(/Failed to load resource|ERR_/);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });
});
