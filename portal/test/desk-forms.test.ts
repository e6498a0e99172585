import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type Federation, federation, type Persona } from '../../test/support/federation.js';
import { portalBrowser } from './support/portal.js';

let town: Federation;
const browser = portalBrowser(() => town.url);

beforeAll(async () => {
  town = await federation();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

/** What the graph says, which must go well. */
async function ask(persona: Persona, query: string, variables?: Record<string, unknown>) {
  const { data, errors } = await town.ask(persona, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

/** Types a day, as eight digits, into a field for days. */
async function day(page: Page, name: RegExp, digits: string): Promise<void> {
  await page.getByRole('group', { name }).getByRole('spinbutton').first().click();
  await page.keyboard.type(digits);
}

/** What stands in a field: its name, its hint, and what is wrong with it. */
const fieldOf = (control: Locator) => control.locator('xpath=ancestor-or-self::div[contains(@class, "field")][1]');

/** Chooses somebody in a field that is searched. */
async function choose(page: Page, field: RegExp, name: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(name);
  await page.getByRole('option', { name }).click();
}

/** A file of the bank on a batch: all of it paid but one. */
const report = (number: string, ids: readonly string[], rejected: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-11-22T12:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${number}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>${number}</OrgnlPmtInfId>${ids
    .map((id) =>
      id === rejected
        ? `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Account closed</AddtlInf></StsRsnInf></TxInfAndSts>`
        : `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>`,
    )
    .join('\n')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;

/** A file as a person chooses it. */
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

interface Paid {
  id: string;
  decisions: { payments: { id: string; state: string; month: string; batch: { id: string } | null }[] }[];
}

describe("the bank's answer", () => {
  it('is read in by finance: what is wrong with a file stands at it, what came back is told, put into a new batch, and shown at the decision', async () => {
    const { preparePaymentBatch } = await ask(
      'finance',
      'mutation { preparePaymentBatch(month: "2026-11-01") { batch { id number version } } }',
    );
    const { id, number, version } = preparePaymentBatch.batch;
    const variables = { id, version };
    const { approvePaymentBatch } = await ask(
      'director',
      'mutation($id: ID!, $version: Int!) { approvePaymentBatch(id: $id, version: $version) { batch { version } } }',
      variables,
    );
    const { exportPaymentBatch } = await ask(
      'finance',
      'mutation($id: ID!, $version: Int!) { exportPaymentBatch(id: $id, version: $version) { file } }',
      { id, version: approvePaymentBatch.batch.version },
    );
    const ids = [...exportPaymentBatch.file.matchAll(/<EndToEndId>(\w+)</g)].map(([, one]) => one as string);
    const { applications } = await ask(
      'finance',
      '{ applications(first: 200, filter: { state: DECIDED }) { nodes { id decisions { payments { id state month batch { id } } } } } }',
    );
    const sent = (one: Paid) => one.decisions.flatMap(({ payments }) => payments).find(({ batch }) => batch?.id === id);
    const application = applications.nodes.find((one: Paid) => ids.includes(sent(one)?.id.replaceAll('-', '') ?? ''));
    const rejected = (sent(application)?.id ?? '').replaceAll('-', '');

    const portal = await browser.open({ persona: 'finance' });
    const { page } = portal;
    await portal.go('/payments');
    await page.getByRole('button', { name: `Bankas atbilde: ${number}` }).click();
    const dialog = page.getByRole('dialog');
    const read = dialog.getByRole('button', { name: 'Nolasīt atbildi' });
    const chooser = dialog.getByRole('group', { name: 'Bankas atbildes fails' });
    await read.click();
    expect(await chooser.getByRole('alert').textContent()).toContain('Fails nav izvēlēts.');
    const wrong = `endToEndId;status;date\n${'f'.repeat(32)};PAID;2026-11-22\n${ids[0]};PAID;2026-11-22\n${ids[0]};PAID;2026-11-22\n`;
    await dialog.locator('input[type=file]').setInputFiles(file('atbilde.csv', wrong));
    await chooser.getByText('atbilde.csv (CSV)').waitFor();
    await read.click();
    await chooser.getByRole('alert').getByText('šāda maksājuma sarakstā nav').waitFor();
    expect(await dialog.getByText('maksājums norādīts divreiz').isVisible()).toBe(true);
    expect(await dialog.getByText('No faila nekas nav ieskaitīts.').isVisible()).toBe(true);
    expect(await portal.axe()).toEqual([]);

    await dialog.locator('input[type=file]').setInputFiles(file('atbilde.xml', report(number, ids, rejected)));
    await chooser.getByText('atbilde.xml (pain.002)').waitFor();
    await read.click();
    const row = dialog.getByRole('table', { name: 'Ko banka atteica' }).locator('tbody tr');
    await row.waitFor();
    expect(await row.textContent()).toContain('konts ir slēgts; banka raksta: “Account closed”');
    expect(await row.textContent()).toContain(rejected);
    expect(await portal.axe()).toEqual([]);
    await dialog.getByRole('button', { name: 'Sagatavot jaunu sarakstu: 2026. gada novembris' }).click();
    await page.getByRole('button', { name: /^Bankas atbilde/ }).waitFor({ state: 'detached' });
    await dialog.waitFor({ state: 'detached' });
    await portal.settled();
    const { paymentBatches } = await ask('finance', '{ paymentBatches(first: 3) { nodes { id number month state count } } }');
    const again = paymentBatches.nodes.find((one: { state: string }) => one.state === 'PREPARED');
    expect(again).toMatchObject({ month: '2026-11-01', count: 1 });
    expect(paymentBatches.nodes.find((one: { id: string }) => one.id === id)).toMatchObject({ state: 'RECONCILED' });
    await page.getByText(again.number, { exact: true }).waitFor();
    expect(portal.faults()).toEqual([]);
    await portal.close();

    const head = await browser.open({ persona: 'head-of-assistance', theme: 'dark' });
    await head.go(`/applications/${application.id}`);
    const told = head.page.getByRole('status').filter({ hasText: 'Banka maksājumu neizpildīja' });
    await told.waitFor();
    expect(await told.textContent()).toContain('AC04, konts ir slēgts');
    expect(await told.textContent()).toContain(`jaunā sarakstā ${again.number}`);
    await head.page
      .locator('summary')
      .filter({ hasText: /maksājum/ })
      .first()
      .click();
    await head.page.getByRole('table', { name: 'Maksājumi pēc lēmuma' }).getByText(again.number).waitFor();
    expect(await head.axe()).toEqual([]);
    expect(head.faults()).toEqual([]);
    await head.close();
  });

  it('comes after what was kept back: overpayments by state, each with its months and the ledger', async () => {
    const { recoveries } = await ask(
      'finance',
      '{ recoveries { nodes { balance state person { reference } deductions { payment { batch { number } } } } } }',
    );
    const [first] = recoveries.nodes;
    expect(first.deductions).toHaveLength(1);
    const portal = await browser.open({ persona: 'finance' });
    const { page } = portal;
    await portal.go('/payments');
    await page.getByRole('tab', { name: 'Pārmaksas' }).click();
    await page.getByRole('button', { name: `Atvērt: ${first.person.reference}` }).click();
    const ledger = page.getByRole('table', { name: 'Kas ieturēts' });
    expect(await ledger.textContent()).toContain(first.deductions[0].payment.batch.number);
    expect(await portal.axe()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Rādīt/ }).click();
    await page.getByRole('option', { name: 'atceltās' }).click();
    await page.getByText('Šādu pārmaksu nav').waitFor();
    expect(page.url()).toMatch(/\/payments\?part=recoveries&state=CANCELLED$/);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });
});

describe('a house', () => {
  it('keeps the bed of who goes away, says at the field what is wrong, and takes the return', async () => {
    const { facilities } = await ask(
      'shelter-manager',
      '{ facilities(kind: SHELTER) { id board { name absence { id } placement { id from person { id reference } } } } }',
    );
    interface Bed {
      name: string;
      absence: { id: string } | null;
      placement: { id: string; from: string; person: { id: string; reference: string } } | null;
    }
    const [{ id, board }] = facilities as [{ id: string; board: Bed[] }];
    const bed = board.find(({ absence, placement }) => placement && !absence && placement.from < '2026-11-01');
    const { reference } = bed?.placement?.person ?? { reference: '' };
    const portal = await browser.open({ persona: 'shelter-manager' });
    const { page } = portal;
    await portal.go(`/institutions/${id}`);
    const tile = page.getByRole('button', { name: new RegExp(reference) });
    await tile.click();
    await page.getByRole('button', { name: 'Ierakstīt prombūtni' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await dialog.getByText('Aizpildiet šo lauku.').waitFor();
    await dialog.getByText('slimnīcā').click();
    await day(page, /Pirmā prombūtnes diena/, '23112026');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    const from = fieldOf(dialog.getByRole('group', { name: /Pirmā prombūtnes diena/ }));
    await from.getByText('Diena ir nākotnē.').waitFor();
    expect(await portal.axe()).toEqual([]);
    await day(page, /Pirmā prombūtnes diena/, '20112026');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await dialog.waitFor({ state: 'detached' });
    await tile.getByText('prom, gaida līdz 19.01.2027.').waitFor();

    await tile.click();
    await page.getByRole('button', { name: 'Atgriezās vai turēt ilgāk' }).click();
    await dialog.getByText('vietu turēt ilgāk').click();
    await day(page, /Vietu tur līdz/, '01092027');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await fieldOf(dialog.getByRole('group', { name: /Vietu tur līdz/ }))
      .getByText('vietu tur ne ilgāk par 60 dienām')
      .waitFor();
    await dialog.getByText('ir atgriezies').click();
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await dialog.waitFor({ state: 'detached' });
    await tile.getByText('prom, gaida').waitFor({ state: 'detached' });
    await tile.click();
    await page.getByRole('list', { name: 'Bijis prom' }).getByText('20.11.2026.–22.11.2026. slimnīcā').waitFor();
    expect(await portal.axe()).toEqual([]);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('puts a night on record with one press, once, and not before it has begun', async () => {
    const { facilities } = await ask('shelter-manager', '{ facilities(kind: NIGHT_SHELTER) { id } }');
    const portal = await browser.open({ persona: 'shelter-manager', theme: 'dark', width: 820 });
    const { page } = portal;
    await portal.go(`/institutions/${facilities[0].id}`);
    await page.getByRole('button', { name: 'Nakts uzskaite' }).click();
    const dialog = page.getByRole('dialog');
    const residents = dialog.getByRole('list', { name: 'Kam šeit ir gulta pēc vienošanās' });
    const someone = residents.getByRole('listitem').first();
    await day(page, /Nakts, kas sākas/, '23112026');
    await someone.getByRole('button').click();
    await fieldOf(dialog.getByRole('group', { name: /Nakts, kas sākas/ }))
      .getByText('Nakts vēl nav sākusies.')
      .waitFor();
    await day(page, /Nakts, kas sākas/, '22112026');
    await someone.getByRole('button').click();
    await someone.getByText('nakts ierakstīta', { exact: true }).waitFor();
    // Lives in the social house: sleeps in one place a night.
    const { away, there } = await ask(
      'shelter-manager',
      `{ away: persons(search: "P-001598", first: 1) { nodes { reference givenName familyName } }
         there: persons(search: "Anna", first: 6) { nodes { reference givenName familyName currentPlacement { id } } } }`,
    );
    const [resident] = away.nodes;
    const guest = there.nodes.find((one: { currentPlacement: object | null }) => !one.currentPlacement);
    const search = dialog.getByRole('searchbox', { name: /Kas nakšņo bez vienošanās/ });
    await search.fill(resident.reference);
    await dialog.getByText(`${resident.givenName} ${resident.familyName}`).click();
    await dialog.getByRole('button', { name: 'Ierakstīt nakti', exact: true }).click();
    await fieldOf(search).getByText('Šajā naktī personai ir vieta citā iestādē.').waitFor();
    await search.fill(guest.reference);
    await dialog.getByText(`${guest.givenName} ${guest.familyName}`).click();
    await dialog.getByRole('button', { name: 'Ierakstīt nakti', exact: true }).click();
    await dialog.getByRole('list', { name: 'Ierakstīti bez vienošanās' }).getByText(`${guest.givenName} ${guest.familyName}`).waitFor();
    await portal.settled();
    expect(await portal.axe()).toEqual([]);
    expect(page.url()).toBe(`${town.url}/institutions/${facilities[0].id}`);
    await dialog.getByRole('button', { name: 'Aizvērt' }).last().click();
    await page.getByRole('button', { name: 'Nakts uzskaite' }).click();
    await someone.getByRole('button').click();
    await someone.getByText('jau bija ierakstīta').waitFor();
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });
});

describe('an employee', () => {
  it('is not away without somebody who stands in, and of two changes at once both are shown', async () => {
    const { employees } = await ask('director', '{ employees(search: "Kristīne Vējlauka") { nodes { id } } }');
    const [{ id }] = employees.nodes;
    const portal = await browser.open({ persona: 'head-of-services' });
    const { page } = portal;
    await portal.go(`/people/${id}`);
    await page.getByRole('button', { name: 'Ierakstīt prombūtni' }).click();
    const dialog = page.getByRole('dialog');
    await day(page, /Pirmā prombūtnes diena/, '07122026');
    await day(page, /Pirmā darba diena pēc tās/, '21122026');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await fieldOf(dialog.getByRole('combobox', { name: /Kas aizvieto/ }))
      .getByText('Norādiet, kurš aizvieto.')
      .waitFor();
    expect(await portal.axe()).toEqual([]);
    await choose(page, /Kas aizvieto/, 'Andris Mežsargs');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('07.12.2026.–20.12.2026. atvaļinājums').waitFor();

    await page.getByRole('button', { name: 'Mainīt: 07.12.2026.' }).click();
    await day(page, /Pirmā darba diena pēc tās/, '18122026');
    const { employee } = await ask('hr', 'query($id: ID!) { employee(id: $id) { absences { id version from } } }', { id });
    const absence = employee.absences.find((one: { from: string }) => one.from === '2026-12-07');
    await ask('hr', 'mutation($input: ChangeEmployeeAbsenceInput!) { changeEmployeeAbsence(input: $input) { problems { code } } }', {
      input: { id: absence.id, version: absence.version, until: '2026-12-23' },
    });
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    const both = page.getByRole('dialog', { name: 'Kāds to jau ir mainījis' });
    await both.getByText('23.12.2026.').waitFor();
    expect(await both.getByText('18.12.2026.').isVisible()).toBe(true);
    expect(await portal.axe()).toEqual([]);
    await both.getByRole('button', { name: 'Turpināt ar manu' }).click();
    await page.getByText('07.12.2026.–17.12.2026. atvaļinājums').waitFor();
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('is evaluated by one and confirmed by another, and who evaluated is told so', async () => {
    const { employees } = await ask('director', '{ employees(search: "Andris Mežsargs") { nodes { id } } }');
    const [{ id }] = employees.nodes;
    const director = await browser.open({ persona: 'director', theme: 'dark' });
    const { page } = director;
    await director.go(`/people/${id}`);
    await page.getByRole('button', { name: 'Novērtēt' }).click();
    const dialog = page.getByRole('dialog');
    await day(page, /Perioda pirmā diena/, '01092026');
    await day(page, /Perioda pēdējā diena/, '30112026');
    await dialog.getByText('pārsniedz prasīto').click();
    await dialog.getByRole('textbox', { name: /Kas bija labi/ }).fill('Iestrādāja jauno kolēģi.');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await fieldOf(dialog.getByRole('group', { name: /Perioda pēdējā diena/ }))
      .getByText('Periods vēl nav beidzies.')
      .waitFor();
    await day(page, /Perioda pēdējā diena/, '31102026');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('01.09.2026.–31.10.2026.').waitFor();
    await page.getByRole('button', { name: 'Apstiprināt', exact: true }).click();
    await page.getByRole('alert').getByText('Apstiprina cits, nevis tas, kurš vērtēja.').waitFor();
    expect(await director.axe()).toEqual([]);
    expect(director.faults()).toEqual([]);
    await director.close();

    const hr = await browser.open({ persona: 'hr' });
    await hr.go(`/people/${id}`);
    await hr.page.getByRole('button', { name: 'Apstiprināt', exact: true }).click();
    await hr.page.getByText('Ierakstīts 22.11.2026., apstiprināts 22.11.2026.').waitFor();
    await hr.settled();
    expect(await hr.axe()).toEqual([]);
    expect(hr.faults()).toEqual([]);
    await hr.close();
  });
});
