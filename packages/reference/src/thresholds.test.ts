import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { demoMunicipalities } from './municipalities.js';
import {
  type DatedRule,
  housingCoefficients,
  housingCoefficientsOn,
  ruleOn,
  rulesOf,
  type ThresholdRule,
  thresholdCodes,
  thresholdOn,
  thresholds,
} from './thresholds.js';
import { dayAfter, holdsOn } from './values.js';

const [daugavpils = ''] = demoMunicipalities;

/** Every pair of rules that hold on one day for one municipality. */
function overlaps(rules: readonly DatedRule[]): [DatedRule, DatedRule][] {
  return rules.flatMap((a, at) =>
    rules
      .slice(at + 1)
      .filter((b) => a.municipality === b.municipality && (holdsOn(a, b.validFrom) || holdsOn(b, a.validFrom)))
      .map((b): [DatedRule, DatedRule] => [a, b]),
  );
}

function daysBetween(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = from; day < until; day = dayAfter(day)) days.push(day);
  return days;
}

describe('thresholds as data', () => {
  it('has no two rules of one code that hold on the same day for the same municipality', () => {
    for (const code of thresholdCodes) expect(overlaps(rulesOf(code))).toEqual([]);
    expect(overlaps(housingCoefficients)).toEqual([]);
  });

  it('gives the demo towns a rule of every code for every day from 2019 on', () => {
    for (const municipality of demoMunicipalities) {
      const missing = daysBetween('2019-01-01', '2027-02-01').filter(
        (on) => thresholdCodes.some((code) => !thresholdOn(code, { municipality, on })) || !housingCoefficientsOn({ municipality, on }),
      );
      expect(missing).toEqual([]);
    }
  });

  it('knows no rule before 2019 and none of the printed gaps for other towns', () => {
    for (const code of thresholdCodes) expect(thresholdOn(code, { municipality: daugavpils, on: '2018-12-31' })).toBeUndefined();
    expect(housingCoefficientsOn({ municipality: daugavpils, on: '2018-12-31' })).toBeUndefined();
    expect(thresholdOn('LOW_INCOME', { municipality: '0001000', on: '2026-01-01' })).toBeUndefined();
    expect(thresholdOn('GMI', { municipality: '0001000', on: '2020-12-31' })).toBeUndefined();
    expect(housingCoefficientsOn({ municipality: '0001000', on: '2023-05-15' })).toBeUndefined();
  });

  it.each([
    ['GMI', '2022-06-01', 10900, 7600],
    ['NEEDY', '2022-06-01', 27200, 19000],
    ['LOW_INCOME', '2022-06-01', 43600, 30500],
    ['GMI', '2023-06-30', 10900, 7600],
    ['GMI', '2023-07-01', 12500, 8750],
    ['GMI', '2025-02-01', 16600, 11600],
    ['NEEDY', '2025-12-31', 37700, 26400],
    ['GMI', '2026-01-01', 18700, 13100],
  ] as const)('%s on %s is %i and %i cents, national and not assumed', (code, on, firstPerson, nextPerson) => {
    expect(thresholdOn(code, { municipality: daugavpils, on })).toMatchObject({
      firstPerson,
      nextPerson,
      municipality: null,
      assumed: false,
    });
  });

  it('marks as assumed exactly what the source text calls so, and nothing national', () => {
    for (const rule of [...thresholds, ...housingCoefficients]) {
      if (rule.municipality === null) expect(rule.assumed).toBe(false);
      expect(rule.source.includes('pieņēmums')).toBe(rule.assumed);
    }
  });

  it('keeps the printed last day inclusive and the computed end half-open', () => {
    expect(rulesOf('GMI')[1]).toMatchObject({ validFrom: '2021-01-01', validTo: '2023-06-30', validUntil: '2023-07-01' });
    for (const rule of thresholds) expect(rule.validUntil).toBe(rule.validTo === null ? null : dayAfter(rule.validTo));
  });

  it('holds the housing coefficients in hundredths', () => {
    expect(housingCoefficientsOn({ municipality: daugavpils, on: '2022-06-01' })?.hundredths).toEqual({
      LONE_PENSIONER_OR_DISABLED: 250,
      ONLY_PENSIONERS_OR_DISABLED: 200,
      ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN: 150,
      OTHER: 150,
    });
    expect(housingCoefficientsOn({ municipality: daugavpils, on: '2022-09-01' })?.hundredths.OTHER).toBe(300);
    expect(housingCoefficientsOn({ municipality: daugavpils, on: '2023-05-31' })).toMatchObject({
      municipality: daugavpils,
      assumed: true,
    });
    expect(housingCoefficientsOn({ municipality: daugavpils, on: '2023-06-01' })).toMatchObject({ municipality: null, assumed: false });
  });

  it('orders GMI below NEEDY below LOW_INCOME on any day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...demoMunicipalities),
        fc.constantFrom(...daysBetween('2019-01-01', '2027-01-01')),
        (municipality, on) => {
          const [gmi, needy, low] = thresholdCodes.map((code) => thresholdOn(code, { municipality, on })?.firstPerson ?? Number.NaN);
          expect(Number(gmi)).toBeLessThan(Number(needy));
          expect(Number(needy)).toBeLessThan(Number(low));
        },
      ),
    );
  });
});

describe('which rule applies', () => {
  const base: ThresholdRule = {
    code: 'LOW_INCOME',
    municipality: null,
    validFrom: '2022-01-01',
    validTo: '2022-12-31',
    validUntil: '2023-01-01',
    annulledFrom: null,
    firstPerson: 43600,
    nextPerson: 30500,
    source: 'valsts',
    assumed: false,
    isMaximum: true,
    verified: true,
  };
  const own: ThresholdRule = { ...base, municipality: '0002000', firstPerson: 40000, source: 'pilsēta' };
  const ask = (rules: readonly ThresholdRule[], on = '2022-06-01') => ruleOn(rules, { municipality: '0002000', on });

  it("lets the municipality's own low-income threshold win over the national maximum", () => {
    expect(ask([base, own])).toBe(own);
    expect(ask([base, { ...own, municipality: '0025000' }])).toBe(base);
  });

  it('lets a municipal rule of another code hold only where no national one does', () => {
    const national = { ...base, code: 'GMI' as const };
    const municipal = { ...own, code: 'GMI' as const };
    expect(ask([national, municipal])).toBe(national);
    expect(ask([municipal])).toBe(municipal);
  });

  it('ends a rule on the day it is annulled', () => {
    const annulled = { ...base, annulledFrom: '2022-06-01' };
    expect(ask([annulled], '2022-05-31')).toBe(annulled);
    expect(ask([annulled], '2022-06-01')).toBeUndefined();
  });

  it('falls back to the national rule when the own one is annulled', () => {
    expect(ask([base, { ...own, annulledFrom: '2022-03-01' }])).toBe(base);
  });

  it('holds on the first day and no longer on the day after the last', () => {
    expect(ask([base], '2021-12-31')).toBeUndefined();
    expect(ask([base], '2022-01-01')).toBe(base);
    expect(ask([base], '2022-12-31')).toBe(base);
    expect(ask([base], '2023-01-01')).toBeUndefined();
  });
});
