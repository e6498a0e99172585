import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Federation, federation } from '../../test/support/federation.js';
import { portalBrowser } from './support/portal.js';

let town: Federation;
const browser = portalBrowser(() => town.url);

beforeAll(async () => {
  town = await federation();
});
afterAll(async () => {
  await browser.close();
  await town.stop();
});

/** A row of the published report that is withheld, and one that is not; by table and row. */
async function rows() {
  const { data } = await town.ask(
    'region-analyst',
    '{ publishedReport(municipality: "0002000", year: 2022) { tables { id rows { key label(language: EN) value suppressed } } } }',
  );
  const all = data.publishedReport.tables.flatMap(
    (table: { id: string; rows: { key: string; label: string; value: number | null; suppressed: boolean }[] }) =>
      table.rows.map((row) => ({ table: table.id, ...row })),
  );
  const withheld = all.find((row: { suppressed: boolean }) => row.suppressed);
  const shelter = all.find(({ table, key }: { table: string; key: string }) => table === 'shelter' && key === 'total');
  return { withheld, shelter };
}

describe('the region', () => {
  it('compares its towns in English: a withheld figure is explained, what is not published is no zero, and the report is exported', async () => {
    const { withheld, shelter } = await rows();
    const portal = await browser.open({ persona: 'region-analyst', language: 'en' });
    const { page } = portal;
    await portal.go('/');
    expect(new URL(page.url()).pathname).toBe('/comparison');
    await page.getByRole('heading', { level: 1, name: 'Comparison of towns' }).waitFor();
    expect(await page.getByText('1 of 9 municipalities has published a report').isVisible()).toBe(true);
    expect(await portal.axe()).toEqual([]);

    await portal.go(`/comparison?table=${withheld.table}&row=${withheld.key}&year=2022`);
    await page
      .getByRole('heading', { level: 2 })
      .filter({ hasText: `${withheld.label}, 2022` })
      .waitFor();
    expect(await page.getByText('Counts from 1 to 4 are not published').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: /^Daugavpils withheld/ }).isVisible()).toBe(true);
    expect(await page.getByRole('cell', { name: 'withheld' }).count()).toBeGreaterThan(0);
    expect(
      await page
        .getByRole('row', { name: /^Rēzekne / })
        .getByText('not published')
        .count(),
    ).toBeGreaterThan(0);
    expect(await portal.axe()).toEqual([]);

    // By keyboard alone: another table, another figure, for each thousand inhabitants.
    await portal.go('/comparison?table=shelter&row=total&year=2022');
    const known = await town.ask(
      'region-analyst',
      '{ regionFigures(table: "shelter", row: "total", fromYear: 2022, untilYear: 2022) { towns { figures { perThousand } } } }',
    );
    const { perThousand } = known.data.regionFigures.towns[0].figures[0];
    expect(await page.getByRole('link', { name: `Daugavpils ${shelter.value}` }).isVisible()).toBe(true);
    await page.getByRole('checkbox', { name: 'per 1,000 inhabitants' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('link', { name: `Daugavpils ${perThousand}` }).waitFor();

    await page.getByRole('link', { name: `Daugavpils ${perThousand}` }).click();
    await page.getByRole('heading', { level: 1, name: 'Daugavpils' }).waitFor();
    await page.getByRole('link', { name: '2022' }).click();
    await page.getByRole('heading', { level: 1, name: 'Daugavpils, 2022' }).waitFor();
    await portal.settled();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download: CSV' }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    expect(await readFile(await download.path(), 'utf8')).toContain('withheld');
    expect(await portal.axe()).toEqual([]);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('says of services, years and registers what is not known, and keeps what is typed when an entry is refused', async () => {
    const portal = await browser.open({ persona: 'region-analyst' });
    const { page } = portal;
    // One of nine towns has published 2022, none 2021: what nobody told is not "no".
    await portal.go('/coverage?year=2021');
    expect(await page.getByText('Nezināms nav “nav”').first().isVisible()).toBe(true);
    expect(await page.getByRole('cell', { name: 'nezināms' }).count()).toBe(180);
    await portal.go('/coverage?year=2022');
    expect(await page.getByText('Nezināms nav “nav”').count()).toBe(0);
    expect(await page.getByRole('cell', { name: 'nezināms' }).count()).toBe(160);
    expect(await portal.axe()).toEqual([]);

    await portal.go('/monitoring?from=2020');
    // The year's own answer, and the evaluation of the first three years that the demo holds.
    expect(await page.getByRole('cell', { name: '1 no 9' }).count()).toBe(2);
    expect(
      await page
        .getByRole('row', { name: /Cik tas maksāja/ })
        .first()
        .getByText('nav zināms')
        .count(),
    ).toBe(2);
    expect(await portal.axe()).toEqual([]);

    await portal.go('/registers?register=PARTNER');
    await page.getByRole('button', { name: 'Pievienot partneri' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nosaukums').fill('Biedrība “Ezermala” (izdomāta)');
    await dialog.getByRole('button', { name: 'Saglabāt' }).click();
    await dialog.locator('[data-invalid]').first().waitFor();
    expect(await dialog.getByLabel('Nosaukums').inputValue()).toBe('Biedrība “Ezermala” (izdomāta)');
    await dialog.getByLabel('Pamats').fill('Vēstule');
    await dialog.getByLabel('Pamats').press('Enter');
    await page.getByRole('cell', { name: 'Biedrība “Ezermala” (izdomāta)', exact: true }).waitFor();
    await portal.settled();
    expect(await portal.axe()).toEqual([]);

    await portal.go('/calls');
    await page
      .getByRole('link', { name: /Latgales reģiona/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 2, name: 'Noteikumi' }).waitFor();
    await portal.settled();
    expect(await portal.axe()).toEqual([]);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });
});
