import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type Federation, federation } from '../../test/support/federation.js';
import { tabTo } from './support/keyboard.js';
import { portalBrowser } from './support/portal.js';

let town: Federation;
const browser = portalBrowser(() => town.url);

/** Opens the portal as one of those who plan. */
const open = (persona: 'director' | 'head-of-services' | 'finance' | 'hr' | 'shelter-manager') => browser.open({ persona });

/** Drags one thing onto another, as the browser tells of it: the headless browser does not carry a drag by the pointer itself. */
async function drag(from: Locator, to: Locator): Promise<void> {
  const target = await to.elementHandle();
  await from.evaluate((element, onto) => {
    const dataTransfer = new DataTransfer();
    const fire = (on: Element, type: string) => {
      const { x, y, width, height } = on.getBoundingClientRect();
      on.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, clientX: x + width / 2, clientY: y + height / 2 }),
      );
    };
    const dragged = element.closest('[draggable=true]');
    if (!dragged || !onto) throw new Error('There is nothing to drag');
    fire(dragged, 'dragstart');
    for (const type of ['dragenter', 'dragover', 'drop']) fire(onto as Element, type);
    fire(dragged, 'dragend');
  }, target);
}

beforeAll(async () => {
  town = await federation();
});
afterAll(async () => {
  await browser.close();
  await town.stop();
});

describe('the annual report', () => {
  it('leads the director from a figure to its records, whose number is the figure, with the keyboard alone', async () => {
    const { data } = await town.ask(
      'director',
      `{ annualReport(municipality: "0002000", year: 2022) {
        institutions { id rows { key value previous rule { text } } }
        institutionsRecords(table: "shelter", row: "total", first: 1) { totalCount }
      } }`,
    );
    const rows = data.annualReport.institutions.find(({ id }: { id: string }) => id === 'shelter').rows;
    const total = rows.find(({ key }: { key: string }) => key === 'total');
    const portal = await open('director');
    const { page } = portal;

    // the day of a director starts at the last published report
    await portal.go('/');
    expect(new URL(page.url()).pathname).toBe('/report/2022');
    await tabTo(page, /^Kopsavilkums$/);
    for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'Patversme', exact: true }).waitFor();
    expect(await portal.axe()).toEqual([]);

    await tabTo(page, /^Kopējais klientu skaits, t\.sk\..*Atvērt ierakstus/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kopējais klientu skaits, t.sk.' }).waitFor();
    await portal.settled();
    expect(new URL(page.url()).pathname).toBe('/report/2022/shelter/total');
    expect(await page.locator('[data-figure]').getAttribute('data-figure')).toBe(String(total.value));
    expect(await page.getByText(total.rule.text).isVisible()).toBe(true);
    expect(await page.getByText('Par šo skaitli saskaņošanā iebildumu nav.').isVisible()).toBe(true);

    // as many records as the figure says, and every one of them can be had
    expect(total.value).toBe(data.annualReport.institutionsRecords.totalCount);
    expect(await page.locator('[data-tally="same"]').textContent()).toBe(
      `Ierakstu skaits ${total.value} sakrīt ar pārskata skaitli ${total.value}.`,
    );
    const records = page.getByRole('table', { name: /ieraksti$/ });
    const rowCount = () => records.getAttribute('aria-rowcount');
    expect(await rowCount()).toBe('51');
    for (let loaded = 50; loaded < total.value; loaded += 50) {
      await page.getByRole('button', { name: 'Rādīt vēl' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        (least) => Number(document.querySelector('table[aria-rowcount]')?.getAttribute('aria-rowcount')) > least,
        loaded + 1,
      );
    }
    expect(await rowCount()).toBe(String(total.value + 1));
    expect(await portal.axe()).toEqual([]);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('sums the records of money to the figure, to the cent', async () => {
    const portal = await open('director');
    await portal.go('/report/2022/funding-sources/interreg-lli-550');
    const figure = Number(await portal.page.locator('[data-figure]').getAttribute('data-figure'));
    expect(figure).toBe(34000);
    expect(await portal.page.locator('[data-tally]').textContent()).toMatch(/^Ierakstu summa 34\u00a0000 sakrīt/);
    expect(await portal.page.getByRole('heading', { name: 'Straujas izmaiņas pret iepriekšējo gadu' }).isVisible()).toBe(true);
    // a figure of thousands of records is summed when somebody asks for it, and can be stopped
    await portal.go('/report/2022/benefits-dynamics/gmi-paid');
    expect(await portal.page.locator('[data-tally]').count()).toBe(0);
    await portal.page.getByRole('button', { name: 'Saskaitīt visus ierakstus' }).click();
    await portal.page.getByRole('button', { name: 'Apturēt' }).click();
    await portal.page.getByRole('button', { name: 'Saskaitīt visus ierakstus' }).waitFor();
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('shows the reconciliation in words and leads from a difference to its figure', async () => {
    const portal = await open('director');
    const { page } = portal;
    await portal.go('/report/2022?part=reconciliation');
    const section = page.getByRole('region', { name: 'Daļas nesaskan ar kopskaitu' });
    expect(await section.getByRole('listitem').count()).toBe(3);
    expect(await portal.axe()).toEqual([]);
    await section.getByRole('link', { name: 'Kopējais klientu skaits' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kopējais klientu skaits' }).waitFor();
    await portal.settled();
    const beside = page.getByRole('region', { name: 'Saskaņošana' });
    const text = (await beside.textContent()) ?? '';
    expect(text).toContain('publicēts606');
    expect(text).toContain('daļu summa613');
    expect(text).toContain('starpība\u22127');
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('shows an accountant the figures but not the records behind them', async () => {
    const portal = await open('finance');
    await portal.go('/report/2022/funding-sources/benefits');
    expect(await portal.page.getByText('Jūsu loma neļauj skatīt ierakstus aiz pārskata skaitļa.').isVisible()).toBe(true);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('is published by two persons: who prepared it is refused, another confirms', async () => {
    const director = await open('director');
    await director.go('/report/2025');
    await director.page.getByRole('button', { name: 'Sagatavot publicēšanai' }).click();
    await director.page.getByRole('dialog').getByRole('button', { name: 'Sagatavot publicēšanai' }).click();
    const confirm = director.page.getByRole('button', { name: 'Apstiprināt un publicēt' });
    await confirm.click();
    await director.page.getByRole('dialog').getByRole('button', { name: 'Apstiprināt un publicēt' }).click();
    await director.page.getByRole('dialog').getByRole('alert').waitFor();
    expect(director.faults()).toEqual([]);
    await director.close();

    const head = await open('head-of-services');
    await head.go('/report/2025');
    await head.page.getByRole('button', { name: 'Apstiprināt un publicēt' }).click();
    await head.page.getByRole('dialog').getByRole('button', { name: 'Apstiprināt un publicēt' }).click();
    await head.page.getByText('2025. gada pārskats ir publicēts.').waitFor();
    const { data } = await town.ask('director', '{ publishedReport(municipality: "0002000", year: 2025) { state } }');
    expect(data.publishedReport.state).toBe('PUBLISHED');
    expect(head.faults()).toEqual([]);
    await head.close();
  });
});

describe('plans and people', () => {
  it('change a task on evidence, and show both versions where somebody else was faster', async () => {
    const ask = '{ strategies { id fromYear goals { tasks { id code state version } } } }';
    const { data } = await town.ask('director', ask);
    const plan = data.strategies.find(({ fromYear }: { fromYear: number }) => fromYear === 2023);
    const task = plan.goals
      .flatMap(({ tasks }: { tasks: { state: string }[] }) => tasks)
      .find(({ state }: { state: string }) => state === 'LATE');
    const portal = await open('director');
    const { page } = portal;
    await portal.go(`/strategy/${plan.id}?task=${task.id}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Mainīt uzdevumu' }).click();
    await page.getByRole('textbox', { name: 'Pamatojums' }).fill('Domes lēmums Nr. 12');
    await page.getByRole('textbox', { name: 'Atbildīgais' }).fill('Personāla sektors');

    const meanwhile = `mutation($input: UpdateTaskInput!) { updateTask(input: $input) { task { id } problems { message } } }`;
    const input = { taskId: task.id, version: task.version, responsible: 'Vadība', evidence: 'Rīkojums' };
    expect((await town.ask('head-of-services', meanwhile, { input })).data.updateTask.problems).toEqual([]);
    await page.getByRole('button', { name: 'Saglabāt' }).click();
    await page.getByRole('dialog', { name: 'Kāds to jau ir mainījis' }).waitFor();
    expect(await page.getByText('Vadība', { exact: true }).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Turpināt ar manu' }).click();
    await page.getByText(`Uzdevums ${task.code} ir mainīts.`).waitFor();
    const after = await town.ask('director', `{ strategy(id: "${plan.id}") { goals { tasks { id responsible } } } }`);
    const now = after.data.strategy.goals
      .flatMap(({ tasks }: { tasks: { id: string }[] }) => tasks)
      .find(({ id }: { id: string }) => id === task.id);
    expect(now.responsible).toBe('Personāla sektors');
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('record the training of who lacks hours, and the hours are there', async () => {
    const { data } = await town.ask('hr', '{ units { obligations(year: 2026) { employees { employee { id } training { hours met } } } } }');
    const owing = data.units
      .flatMap(({ obligations }: { obligations: { employees: { training: { met: boolean } | null }[] } }) => obligations.employees)
      .find(({ training }: { training: { met: boolean } | null }) => training && !training.met);
    const portal = await open('hr');
    const { page } = portal;
    await portal.go('/people?part=obligations');
    expect(await portal.axe()).toEqual([]);
    await portal.go(`/people/${owing.employee.id}`);
    await page.getByRole('button', { name: 'Ierakstīt mācības' }).click();
    await page.getByRole('textbox', { name: 'Par ko' }).fill('Saruna krīzē');
    await page.getByRole('textbox', { name: 'Stundas' }).fill('2');
    await page.keyboard.press('Enter');
    await page.getByText('Mācības ierakstītas.').waitFor();
    const after = await town.ask('hr', `{ employee(id: "${owing.employee.id}") { training(year: 2026) { hours } } }`);
    expect(after.data.employee.training.hours).toBe(owing.training.hours + 2);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });
});

describe('a bed in the night', () => {
  it('is given with the keyboard alone, confirmed by another person, changed by drag, and free again after the discharge', async () => {
    const ask = '{ facilities(kind: SHELTER) { id board { name placement { id person { reference } } } } }';
    interface Place {
      name: string;
      placement: { id: string; person: { reference: string } } | null;
    }
    const boardNow = async (): Promise<Place[]> => (await town.ask('shelter-manager', ask)).data.facilities[0].board;
    const { data } = await town.ask(
      'shelter-manager',
      '{ facilities(kind: SHELTER) { id } persons(search: "Kalniņ", first: 8) { nodes { reference familyName givenName birthDate currentPlacement { id } } } }',
    );
    const shelter = data.facilities[0].id;
    const person = data.persons.nodes.find(
      (one: { birthDate: string; currentPlacement: object | null }) => one.birthDate < '2005' && !one.currentPlacement,
    );
    const [first, second] = (await boardNow()).filter(({ placement }) => !placement);

    const night = await open('shelter-manager');
    await night.go(`/institutions/${shelter}`);
    expect(await night.axe()).toEqual([]);
    await night.page.getByRole('button', { name: `Gulta ${first?.name} brīva Uzņemt` }).focus();
    await night.page.keyboard.press('Enter');
    await night.page.keyboard.type('Kalnin');
    await night.page.getByRole('radio', { name: person.reference }).waitFor();
    // The radio button has no words of its own.
    await tabTo(night.page, /^$/);
    for (let step = 0; step < 8 && !(await night.page.getByRole('radio', { name: person.reference }).isChecked()); step += 1)
      await night.page.keyboard.press(step === 0 ? 'Space' : 'ArrowDown');
    await night.page.getByRole('textbox', { name: 'Steidzamības iemesls' }).focus();
    await night.page.keyboard.type('Naktī nav kur palikt');
    await night.page.keyboard.press('Enter');
    await night.page.getByText(/^Uzņemts:/).waitFor();
    const bed = (name: string | undefined) => night.page.getByRole('button', { name: new RegExp(`^Gulta ${name} `) });
    await night.page.getByRole('button', { name: new RegExp(`^Gulta ${first?.name} ${person.reference}`) }).waitFor();
    expect(await bed(first?.name).textContent()).toContain('jāapstiprina');

    const head = await open('head-of-services');
    await head.go('/institutions');
    await head.page
      .getByRole('row', { name: new RegExp(person.reference) })
      .getByRole('button', { name: 'Apstiprināt' })
      .click();
    await head.page.getByText('Uzņemšana apstiprināta.').waitFor();
    expect(head.faults()).toEqual([]);
    await head.close();

    await night.go(`/institutions/${shelter}`);
    await drag(bed(first?.name), bed(second?.name));
    const transfer = night.page.getByRole('dialog', { name: `Pārcelt: ${person.reference}` });
    await transfer.getByRole('button', { name: 'Pārcelt' }).click();
    await night.page.getByText(`Pārcelts: ${person.reference}.`).waitFor();
    expect((await boardNow()).find(({ name }) => name === second?.name)?.placement?.person.reference).toBe(person.reference);

    await night.page.getByRole('button', { name: new RegExp(`^Gulta ${second?.name} ${person.reference}`) }).focus();
    await night.page.keyboard.press('Enter');
    await night.page.getByRole('button', { name: 'Izrakstīt' }).focus();
    await night.page.keyboard.press('Enter');
    await night.page.getByRole('button', { name: /Kurp/ }).focus();
    await night.page.keyboard.press('Enter');
    await night.page.keyboard.press('Enter');
    await night.page.getByRole('dialog').getByRole('button', { name: 'Izrakstīt' }).focus();
    await night.page.keyboard.press('Enter');
    await night.page.getByText(`Izrakstīts: ${person.reference}.`).waitFor();
    expect((await boardNow()).find(({ name }) => name === second?.name)?.placement).toBeNull();
    expect(night.faults()).toEqual([]);
    await night.close();
  });
});
