import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type Federation, federation, type Persona } from '../../test/support/federation.js';
import { type OpenPortal, portalBrowser } from './support/portal.js';

let town: Federation;
const browser = portalBrowser(() => town.url);

beforeAll(async () => {
  town = await federation();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await town?.stop();
});

/** Asks the graph and expects no refusal. */
async function ask(persona: Persona, query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await town.ask(persona, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

/** Types a day, `DDMMYYYY`, into a field of days. */
async function typeDay(page: Page, within: Locator, label: string | RegExp, digits: string) {
  await within.getByRole('group', { name: label }).getByRole('spinbutton').first().click();
  await page.keyboard.type(digits);
}

/** Goes by Tab to the next place that a selector names. */
async function tabTo(page: Page, selector: string) {
  for (let step = 0; step < 10; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`The keyboard does not reach: ${selector}`);
}

/** Ends with an open page that has had no fault and in which axe finds nothing. */
async function clean(portal: OpenPortal) {
  await portal.settled();
  expect(await portal.axe()).toEqual([]);
  expect(portal.faults()).toEqual([]);
}

/** A client of the town with a granted service that is to be reviewed. */
async function reviewed() {
  const { dueWork } = await ask(
    'head-of-services',
    '{ dueWork(first: 1, kind: SERVICE_REVIEW, until: "2027-12-01") { nodes { objectId person { id } } } }',
  );
  return dueWork.nodes[0] as { objectId: string; person: { id: string } };
}

describe('forms at the counter', () => {
  it('tell of a change while a benefit runs: wrong sums and a wrong day stay at their fields, the change waits for its decision', async () => {
    const { applications } = await ask(
      'assistance-organiser',
      '{ applications(first: 60, filter: { state: DECIDED }) { nodes { id number submittedOn benefitType { meansTested } incomes { monthly } decisions { state outcome from } } } }',
    );
    interface Candidate {
      id: string;
      number: string;
      benefitType: { meansTested: boolean };
      incomes: unknown[];
      decisions: { state: string; outcome: string; from: string | null }[];
    }
    const { id, number } = applications.nodes.find(({ benefitType, incomes, decisions }: Candidate) => {
      const last = decisions.at(-1);
      return benefitType.meansTested && incomes.length === 1 && last?.state === 'NOTIFIED' && last.outcome === 'GRANT' && last.from;
    });
    const portal = await browser.open({ persona: 'assistance-organiser' });
    const { page } = portal;
    await portal.go(`/applications/${id}`);
    await page.getByRole('link', { name: 'Klients ziņo par izmaiņām' }).click();
    await page.getByRole('heading', { level: 1, name: 'Izmaiņas pabalsta laikā' }).waitFor();
    await portal.settled();
    expect(await portal.axe()).toEqual([]);
    const send = page.getByRole('button', { name: 'Reģistrēt izmaiņas' });
    await page.getByLabel('1. mēnesis').fill('daudz');
    await send.click();
    await page.getByText('Izlabojiet atzīmētos ienākumus').waitFor();
    for (const month of ['1.', '2.', '3.']) await page.getByLabel(`${month} mēnesis`).fill('20,50');
    await typeDay(page, page.locator('form, main').first(), /Kurā dienā mainījās/, '01012026');
    await portal.settled();
    await send.click();
    await page.getByText('Izmaiņu diena ir pirms iesnieguma vai nākotnē.').waitFor();
    expect(await page.getByLabel('3. mēnesis').inputValue()).toBe('20,50');
    await typeDay(page, page.locator('form, main').first(), /Kurā dienā mainījās/, '22112026');
    await portal.settled();
    await send.click();
    await page.getByText('Izmaiņas no').waitFor();
    await portal.settled();
    expect(await page.getByText('Trīs mēneši kopš izmaiņām').isVisible()).toBe(true);
    const change = new URL(page.url()).pathname.split('/').at(-1);
    const { application } = await ask(
      'assistance-organiser',
      'query($id: ID!) { application(id: $id) { number effectiveFrom incomes { monthly } changes { application { id } } } }',
      { id: change },
    );
    expect(application).toMatchObject({
      effectiveFrom: '2026-12-01',
      incomes: [{ monthly: ['20.50', '20.50', '20.50'] }],
      changes: { application: { id } },
    });
    await page.goBack();
    await page.goBack();
    await page.getByRole('link', { name: `Par tām vēl jālemj: ${application.number}.` }).waitFor();
    expect(await page.getByText(number).first().isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'Klients ziņo par izmaiņām' }).count()).toBe(0);
    await clean(portal);
    await portal.close();
  });

  it('make a care plan that somebody crosses, review the service, and record by keyboard alone how the client felt', async () => {
    const { objectId } = await reviewed();
    const portal = await browser.open({ persona: 'social-worker', theme: 'dark' });
    const { page } = portal;
    await portal.go(`/requests/${objectId}`);
    await page.getByRole('button', { name: /^Sastādīt/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Plāna mērķis').fill('Pats tiek galā ar mājas darbiem.');
    await dialog.getByRole('button', { name: 'Pievienot uzdevumu' }).click();
    await dialog.getByRole('button', { name: 'Saglabāt plānu' }).click();
    expect(await dialog.getByText('Aizpildiet šo lauku.').count()).toBe(3);
    const task = dialog.getByRole('group', { name: '2. uzdevums' });
    await task.getByLabel('Kas jādara').fill('Pusdienu gatavošana');
    await task.getByLabel('Cik reižu nedēļā').fill('3');
    await task.getByLabel('Ilgums vienā reizē').fill('40');
    await dialog.getByRole('button', { name: 'Saglabāt plānu' }).click();
    await task.getByText('Norādiet darbinieku vai kas cits to dara').waitFor();
    expect(await portal.axe()).toEqual([]);
    await task.getByLabel('Vai kāds cits').fill('Meita');
    const { serviceRequest } = await ask('social-worker', 'query($id: ID!) { serviceRequest(id: $id) { version } }', { id: objectId });
    const crossed = await ask(
      'social-worker-2',
      'mutation($i: ReviewServiceInput!) { reviewService(input: $i) { problems { code message } } }',
      {
        i: {
          requestId: objectId,
          version: serviceRequest.version,
          on: '2026-11-20',
          findings: 'Apmeklēts mājās.',
          outcome: 'PLAN_CHANGES',
        },
      },
    );
    expect(crossed.reviewService.problems).toEqual([]);
    await dialog.getByRole('button', { name: 'Saglabāt plānu' }).click();
    await dialog.getByText('Kāds šo ierakstu tikmēr mainīja.').waitFor();
    await page.getByText('Pēdējā pārskatīšana: plāns jāmaina.').waitFor();
    expect(await task.getByLabel('Vai kāds cits').inputValue()).toBe('Meita');
    await portal.settled();
    await dialog.getByRole('button', { name: 'Saglabāt plānu' }).click();
    await page.getByText('Pusdienu gatavošana').waitFor();
    expect(await page.getByText('3 reizes nedēļā').isVisible()).toBe(true);

    await page.getByRole('button', { name: 'Ierakstīt vērtējumu' }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await tabTo(page, 'input[type="radio"]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'textarea');
    await page.keyboard.type('Meitenes ir jaukas.');
    await tabTo(page, 'button[type="submit"]');
    await page.keyboard.press('Enter');
    await page.getByText('4, labi').waitFor();
    await page.getByText('Meitenes ir jaukas.').waitFor();

    await page.getByRole('button', { name: 'Izbeigt pakalpojumu' }).click();
    await dialog.getByRole('button', { name: /Iemesls/ }).click();
    await page.getByRole('option', { name: 'Cits iemesls' }).click();
    await dialog.getByRole('button', { name: 'Izbeigt pakalpojumu' }).click();
    await dialog.getByText('Uzrakstiet, kāds ir iemesls.').waitFor();
    await dialog.getByRole('button', { name: 'Atcelt' }).click();
    await clean(portal);
    await portal.close();
  });

  it('take in a complaint at the client and answer it, report violence and record what was done', async () => {
    const { socialCases } = await ask('social-worker', '{ socialCases(first: 1) { nodes { number person { id reference } } } }');
    const { person, number: caseNumber } = socialCases.nodes[0];
    const portal = await browser.open({ persona: 'social-worker' });
    const { page } = portal;
    await portal.go(`/clients/${person.id}`);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Pieņemt sūdzību' }).click();
    await dialog.getByRole('button', { name: 'Reģistrēt' }).click();
    await dialog.getByText('Aizpildiet šo lauku.').waitFor();
    await dialog.getByLabel('Saturs').fill('Divas reizes neviens neatnāca.');
    await dialog.getByRole('button', { name: 'Reģistrēt' }).click();
    await page.getByText(/reģistrēts; jāatbild līdz/).waitFor();

    await page.getByRole('button', { name: 'Ziņot par vardarbību' }).click();
    await dialog.getByLabel('Kas stāstīts').fill('Stāsta, ka dēls atņem pensiju.');
    await dialog.getByRole('radio', { name: 'Pieaugušais' }).press('Space');
    await dialog.getByRole('button', { name: 'Reģistrēt ziņojumu' }).click();
    await dialog.getByText('Aizpildiet šo lauku.').waitFor();
    await dialog.getByRole('button', { name: /Kas ziņo/ }).click();
    await page.getByRole('option', { name: 'Cietušais' }).click();
    await dialog.getByText('Ekonomiska').click();
    await dialog.getByRole('button', { name: 'Reģistrēt ziņojumu' }).click();
    await page.getByText(/reģistrēts; jāizskata līdz/).waitFor();

    await page.getByRole('link', { name: 'Vardarbība' }).click();
    const report = page.getByRole('listitem').filter({ hasText: 'Stāsta, ka dēls atņem pensiju.' });
    await report.getByRole('button', { name: 'Izskatīt' }).click();
    await dialog.getByRole('button', { name: 'Saglabāt konstatēto' }).click();
    expect(await dialog.getByText('Aizpildiet šo lauku.').count()).toBe(2);
    await dialog.getByRole('radio', { name: 'Vardarbība apstiprinās' }).press('Space');
    await dialog.getByLabel('Kas konstatēts').fill('Runāts divatā, apstiprina.');
    expect(await portal.axe()).toEqual([]);
    await dialog.getByRole('button', { name: 'Saglabāt konstatēto' }).click();
    await report.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Izskatītie' }).click();
    await report.getByRole('button', { name: 'Pierakstīt, kas darīts' }).click();
    await dialog.getByRole('button', { name: /Kas/ }).click();
    await page.getByRole('option', { name: 'Sociālā darba lieta' }).click();
    await dialog.getByRole('radio', { name: new RegExp(caseNumber) }).press('Space');
    await dialog.getByRole('button', { name: 'Pierakstīt' }).click();
    await report.getByText('Sociālā darba lieta').waitFor();
    await clean(portal);
    await portal.close();

    const head = await browser.open({ persona: 'head-of-services', language: 'en' });
    await head.go('/submissions');
    const complaint = head.page.getByRole('listitem').filter({ hasText: 'Divas reizes neviens neatnāca.' });
    expect(await complaint.getByRole('link', { name: person.reference }).isVisible()).toBe(true);
    await complaint.getByRole('button', { name: 'Answer' }).click();
    await head.page.getByRole('dialog').getByLabel('Answer', { exact: false }).last().fill('Atvainojamies, maiņa ir sakārtota.');
    await head.page.getByRole('dialog').getByRole('button', { name: 'Answer', exact: true }).click();
    await complaint.waitFor({ state: 'detached' });
    await head.go('/submissions?show=answered');
    await head.page.getByText('Atvainojamies, maiņa ir sakārtota.').waitFor();
    await clean(head);
    await head.close();
  });

  it('book a free time that somebody takes meanwhile, take the next one, and say what came of it', async () => {
    const { socialCases } = await ask('social-worker', '{ socialCases(first: 2) { nodes { person { id reference } } } }');
    const [client, other] = socialCases.nodes.map(({ person }: { person: { id: string; reference: string } }) => person);
    const { viewer } = await ask('social-worker', '{ viewer { employee { id } } }');
    const employeeId = viewer.employee.id as string;
    const { freeTimes } = await ask('social-worker', 'query($e: ID!) { freeTimes(employeeId: $e, on: "2026-11-22") { startsAt } }', {
      e: employeeId,
    });
    const portal = await browser.open({ persona: 'social-worker' });
    const { page } = portal;
    await portal.go(`/clients/${client.id}`);
    await page.getByRole('button', { name: 'Pierakstīt pie darbinieka' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().waitFor();
    await dialog.getByRole('radio').first().press('Space');
    await dialog.getByLabel('Par ko').fill('Dokumenti invaliditātei');
    const taken = await ask('social-worker-2', 'mutation($i: BookAppointmentInput!) { bookAppointment(input: $i) { problems { code } } }', {
      i: { employeeId, personId: other.id, startsAt: freeTimes[0].startsAt, purpose: 'Konsultācija' },
    });
    expect(taken.bookAppointment.problems).toEqual([]);
    await dialog.getByRole('button', { name: 'Pierakstīt', exact: true }).click();
    await dialog.getByText('Šis laiks jau ir aizņemts.').waitFor();
    expect(await dialog.getByLabel('Par ko').inputValue()).toBe('Dokumenti invaliditātei');
    await portal.settled();
    expect(await dialog.getByRole('radio').count()).toBe(freeTimes.length - 1);
    expect(await portal.axe()).toEqual([]);
    await dialog.getByRole('radio').first().press('Space');
    await dialog.getByRole('button', { name: 'Pierakstīt', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Pieraksts' }).click();
    const booked = page.getByRole('listitem').filter({ hasText: 'Dokumenti invaliditātei' });
    await booked.getByRole('button', { name: 'Kas notika' }).click();
    await dialog.getByRole('radio', { name: /Atcelts/ }).press('Space');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await dialog.getByText('Nav norādīts iemesls.').waitFor();
    await dialog.getByLabel('Kāpēc atcelts').fill('Klients saslimis');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await booked.getByText('Atcelts: Klients saslimis').waitFor();

    await page.getByRole('button', { name: 'Norādīt pieņemšanu' }).click();
    await dialog.getByLabel('No plkst.').fill('rīts');
    await dialog.getByLabel('Līdz plkst.').fill('17:00');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await dialog.getByText('Tas nav laiks').waitFor();
    await dialog.getByLabel('No plkst.').fill('16:00');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await page.getByText('16:30–17:00').waitFor();
    await clean(portal);
    await portal.close();
  });

  it('add a goal to a case', async () => {
    const { socialCases } = await ask('social-worker', '{ viewer { employee { id } } socialCases(first: 1) { nodes { id } } }');
    const portal = await browser.open({ persona: 'social-worker' });
    const { page } = portal;
    await portal.go(`/cases/${socialCases.nodes[0].id}`);
    await page.getByRole('button', { name: 'Pievienot mērķi' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Pievienot mērķi' }).click();
    await dialog.getByText('Aizpildiet šo lauku.').waitFor();
    await dialog.getByLabel('Kas beigās būs labāk').fill('Bērni iet uz bērnudārzu katru dienu');
    await dialog.getByLabel('Kas tā labā jādara').fill('Rīta režīms\nSaruna ar audzinātāju');
    await dialog.getByRole('button', { name: 'Pievienot mērķi' }).click();
    await page.getByText('Rīta režīms; Saruna ar audzinātāju').waitFor();
    await clean(portal);
    await portal.close();
  });

  it('prolong statuses with benefits: whom it touches is seen beforehand, and another person approves', async () => {
    const portal = await browser.open({ persona: 'head-of-assistance' });
    const { page } = portal;
    await portal.go('/applications');
    await page.getByRole('link', { name: 'Pagarināšana' }).click();
    await page.getByRole('button', { name: 'Pagarināt' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tiesību akts').fill('MK 2026. gada 20. novembra rīkojums Nr. 800');
    await dialog.getByText('Pagarināt arī ikmēneša pabalstus').click();
    await typeDay(page, dialog, /Beidzas līdz/, '02122026');
    await typeDay(page, dialog, /Pagarināt līdz/, '15012027');
    await portal.settled();
    await dialog.getByRole('button', { name: 'Nodot apstiprināšanai' }).click();
    await dialog.getByText('Pagarina līdz mēneša pirmajai dienai').first().waitFor();
    await typeDay(page, dialog, /Pagarināt līdz/, '01012027');
    await dialog.getByText(/^Skar \d/).waitFor();
    await portal.settled();
    expect(await portal.axe()).toEqual([]);
    await dialog.getByRole('button', { name: 'Nodot apstiprināšanai' }).click();
    const made = page.getByRole('listitem').filter({ hasText: 'rīkojums Nr. 800' });
    await made.getByText('Gaida apstiprinājumu').waitFor();
    await made.getByRole('button', { name: 'Apstiprināt' }).click();
    await dialog.getByRole('button', { name: 'Apstiprināt' }).click();
    await dialog.getByText('apstiprina cits cilvēks').waitFor();
    // The day that is no first of a month the preview refused as well.
    portal.forgive(/400/);
    await clean(portal);
    await portal.close();

    const director = await browser.open({ persona: 'director' });
    await director.go('/prolongations');
    const waiting = director.page.getByRole('listitem').filter({ hasText: 'rīkojums Nr. 800' });
    await waiting.getByRole('button', { name: 'Apstiprināt' }).click();
    await director.page.getByRole('dialog').getByRole('button', { name: 'Apstiprināt' }).click();
    await waiting.getByText('Izdarīts').waitFor();
    await waiting.getByText('Kurus skar').click();
    await waiting
      .getByText(/Trūcīga|Maznodrošināta/)
      .nth(1)
      .waitFor();
    await clean(director);
    await director.close();
  });
});
