import { daugavpils, publishedFigure, reportTables } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MadeUpRow, madeUp } from '../../test/made-up.js';
import { againstQuotients, isShare } from './shares.rules.js';

const percent = (change: MadeUpRow): MadeUpRow => ({ label: { lv: 'Vīrieši, %', en: 'Men, %' }, measure: 'OTHER', ...change });
const table = (rows: Readonly<Record<string, MadeUpRow>>, year = 2022) => {
  const given = madeUp(year, { clients: rows });
  return againstQuotients(given, given.tables[0] as (typeof given.tables)[number]);
};
const total = { figures: { 2021: 137, 2022: 200 } };
const men = { parent: 'total', figures: { 2021: 98, 2022: 152 } };

describe('a share below a part, which is below its whole', () => {
  it.each([
    [76, null],
    [76.0, null],
    [75, 76],
    [0.76, 76],
    [77.1, 76],
  ])('printed as %d %%: found %p', (share, expected) => {
    const found = table({ total, men, share: percent({ parent: 'men', figures: { 2022: share } }) });
    expect(found.map(({ kind, row, derived }) => [kind, row, Math.round(derived ?? 0)])).toEqual(
      expected === null ? [] : [['SHARE_IS_NOT_QUOTIENT', 'share', share === 0.76 ? 76 : expected]],
    );
  });

  it('is right as exactly as it is printed', () => {
    const of = (share: number) => table({ total, men, share: percent({ parent: 'men', figures: { 2021: share } }) }, 2021);
    // 98 : 137 is 71.5328... %
    for (const right of [72, 71.5, 71.53, 71.533]) expect(of(right)).toEqual([]);
    for (const [wrong, expected] of [
      [71, 72],
      [71.6, 71.5],
      [71.52, 71.53],
    ] as const)
      expect(of(wrong)).toMatchObject([{ published: wrong, derived: expected }]);
  });

  it('may be printed as a fraction of one', () => {
    const share = (figure: number) => ({
      label: { lv: 'Vīriešu īpatsvars', en: 'Share of men' },
      measure: 'OTHER' as const,
      parent: 'men',
      figures: { 2022: figure },
    });
    expect(table({ total, men, share: share(0.76) })).toEqual([]);
    expect(table({ total, men, share: share(0.67) })).toMatchObject([{ derived: 0.76 }]);
  });
});

describe('a share of which the file says what it is of', () => {
  it('is held to these two rows, wherever they stand', () => {
    const share = (figure: number): MadeUpRow => ({
      share: { part: 'women', whole: 'total' },
      measure: 'OTHER',
      label: { lv: '%', en: '%' },
      figures: { 2022: figure },
    });
    const women = { figures: { 2022: 48 } };
    expect(table({ share: share(24), women, total })).toEqual([]);
    expect(table({ share: share(76), women, total })).toMatchObject([{ row: 'share', published: 76, derived: 24 }]);
  });

  it('says nothing where one of them is not printed, or the whole is nought', () => {
    const share: MadeUpRow = { share: { part: 'women', whole: 'total' }, figures: { 2022: 24 } };
    expect(table({ share, women: {}, total })).toEqual([]);
    expect(table({ share, women: { figures: { 2022: 0 } }, total: { figures: { 2022: 0 } } })).toEqual([]);
  });
});

describe('a share that nobody says what it is of', () => {
  const others = { other: { figures: { 2021: 61, 2022: 77 } }, men: { figures: men.figures } };
  it('is accused where its row before gave it in another year, and nothing gives it now', () => {
    const before = percent({ figures: { 2021: 71.5, 2022: 70 } });
    expect(table({ total, ...others, share: before })).toMatchObject([{ row: 'share', published: 70, derived: 76 }]);
    expect(table({ total, ...others, share: percent({ figures: { 2021: 71.5, 2022: 76 } }) })).toEqual([]);
    expect(table({ total, ...others, share: percent({ figures: { 2021: 70, 2022: 70 } }) })).toEqual([]);
    expect(table({ total, ...others, share: percent({ figures: { 2022: 70 } }) })).toEqual([]);
  });
});

describe('what is no share', () => {
  it('is never asked: counts, money, whatever words they bear, and no row of the printed results', () => {
    const of = (change: MadeUpRow) =>
      isShare(madeUp(2022, { clients: { row: change } }).tables[0]?.rows[0] as Parameters<typeof isShare>[0]);
    expect(of({ label: { lv: 'Personas ar 70 % invaliditāti', en: 'x' }, measure: 'PERSONS' })).toBe(false);
    expect(of({ label: { lv: 'Projekta daļa, %', en: 'x' }, measure: 'EUR' })).toBe(false);
    expect(of({ label: { lv: 'Īpatsvars', en: 'Share' }, measure: 'OTHER' })).toBe(true);
    const given = {
      year: 2022,
      tables: reportTables,
      years: [2021, 2022],
      published: (t: string, r: string, y: number) => publishedFigure(daugavpils, t, r, y),
    };
    expect(reportTables.flatMap((one) => againstQuotients(given, one))).toEqual([]);
  });
});

describe('a share', () => {
  it('that was reckoned from its parts is never accused, with however many digits, and one that is off by a unit always is', () => {
    const digits = fc.integer({ min: 0, max: 3 });
    const whole = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), digits, fc.boolean(), (of, portion, places, off) => {
        const part = Math.floor(of * portion);
        const right = Number(((part / of) * 100).toFixed(places));
        const figure = off ? Number((right + 2 * 10 ** -places).toFixed(places)) : right;
        fc.pre(String(figure).split('.')[1]?.length === (places || undefined));
        const found = table({
          total: { figures: { 2022: of } },
          men: { parent: 'total', figures: { 2022: part } },
          share: percent({ parent: 'men', figures: { 2022: figure } }),
        });
        expect(found).toHaveLength(off ? 1 : 0);
      }),
    );
  });
});
