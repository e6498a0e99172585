import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ageOn,
  birthDateOfCode,
  checkDigit,
  codeHoldsSince,
  codeProblems,
  isDatelessCode,
  plainName,
  registrationProblems,
} from './person.rules.js';

const day = fc
  .date({ min: new Date('1860-01-01'), max: new Date('2017-06-30'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

/** A right code for a birth date, put together without the functions under test: the last digit is found by trying. */
function codeFor(birthDate: string, serial: number): string | null {
  const [year, month, dayOfMonth] = birthDate.split('-') as [string, string, string];
  const century = { '18': '0', '19': '1', '20': '2' }[year.slice(0, 2)] as string;
  const start = `${dayOfMonth}${month}${year.slice(2)}-${century}${String(serial).padStart(3, '0')}`;
  const digits = [...start.replace('-', '')].map(Number);
  const sum = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, i) => total + weight * (digits[i] as number), 0);
  for (let last = 0; last < 10; last++) if (((1101 - sum) % 11) % 10 === last) return `${start}${last}`;
  return null;
}

describe('a personal code', () => {
  it.each([
    ['161175-19997', '1975-11-16', []],
    ['161175-19990', '1975-11-16', ['personalCode']],
    ['161175-19997', '1975-11-17', ['birthDate']],
    ['311175-10000', '1975-11-30', ['personalCode']],
    ['320001-12345', '1999-01-01', []],
    ['399999-99999', '1860-01-01', []],
  ])('%s of somebody born on %s has problems in %j', (code, born, fields) => {
    expect(codeProblems(code, born).map((p) => p.field)).toEqual(fields);
  });

  it('that is right for its date is accepted, and refused with any other last digit', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 999 }), (born, serial) => {
        const code = codeFor(born, serial);
        fc.pre(code !== null);
        expect(codeProblems(code as string, born)).toEqual([]);
        expect(birthDateOfCode(code as string)).toBe(born);
        const wrong = `${code?.slice(0, -1)}${(Number(code?.at(-1)) + 1) % 10}`;
        expect(codeProblems(wrong, born).map((p) => p.code)).toEqual(['INVALID']);
        expect(checkDigit(wrong)).toBe(Number(code?.at(-1)));
      }),
    );
  });

  it('of the form since 2017 starts 32 to 39 and carries no date', () => {
    for (const start of ['32', '35', '39']) expect(isDatelessCode(`${start}0001-00000`)).toBe(true);
    for (const start of ['30', '31', '40']) expect(isDatelessCode(`${start}0001-00000`)).toBe(false);
    expect(birthDateOfCode('320001-00000')).toBeNull();
  });
});

describe('a name', () => {
  it.each([
    ['  Anna   Marija ', 'Anna Marija'],
    ['An\u200bna', 'Anna'],
    ['Anna\tMarija', 'Anna Marija'],
    ['Be\u0304rzin\u0327a', 'B\u0113rzi\u0146a'],
  ])('%j is kept as %j', (entered, kept) => {
    expect(plainName(entered)).toBe(kept);
  });
});

describe('the first day of a code', () => {
  it.each([
    ['320001-12345', '1990-01-01', '2017-07-01'],
    ['320001-12345', '2020-02-02', '2020-02-02'],
    ['161175-19997', '1975-11-16', '1975-11-16'],
  ])('%s of somebody born on %s is %s', (code, born, since) => {
    expect(codeHoldsSince(code, born)).toBe(since);
  });
});

describe('an age', () => {
  it.each([
    ['2000-02-29', '2023-02-28', 22],
    ['2000-02-29', '2023-03-01', 23],
    ['1990-05-05', '2022-05-04', 31],
    ['1990-05-05', '2022-05-05', 32],
    ['1990-05-05', '1990-05-04', null],
  ])('of somebody born on %s is on %s %p', (born, on, age) => {
    expect(ageOn(born, on)).toBe(age);
  });

  it('never falls as time passes', () => {
    fc.assert(fc.property(day, day, day, (born, a, b) => (ageOn(born, a < b ? a : b) ?? -1) <= (ageOn(born, a < b ? b : a) ?? -1)));
  });
});

describe('a registration', () => {
  const right = {
    identityBasis: 'PERSONAL_CODE',
    personalCode: '320001-12345',
    givenName: 'Anna',
    familyName: 'Paraugs',
    birthDate: '1990-01-01',
  };
  const today = '2026-11-22';

  it.each([
    [{}, []],
    [{ givenName: '  ' }, ['givenName']],
    [{ familyName: '' }, ['familyName']],
    [{ givenName: '\u200b\u00ad' }, ['givenName']],
    [{ givenName: '12345', familyName: '-' }, ['givenName', 'familyName']],
    [{ familyName: '320001-12345' }, ['familyName']],
    [{ familyName: 'kods 32000112345' }, ['familyName']],
    [{ familyName: '3200\u200b01-12345 k' }, ['familyName']],
    [{ givenName: 'Anna 2', familyName: "O'Paraugs-Ābele" }, []],
    [{ birthDate: '2026-11-23' }, ['birthDate']],
    [{ birthDate: '1890-01-01' }, ['birthDate']],
    [{ personalCode: null }, ['personalCode']],
    [{ identityBasis: 'OWN_STATEMENT' }, ['identityBasis']],
    [{ identityBasis: 'OWN_STATEMENT', personalCode: null }, []],
    [{ phone: 'zvaniet vakarā' }, ['phone']],
    [{ address: 'Dārza iela 1' }, ['residenceSince']],
    [{ residenceSince: '2000-01-01' }, ['address']],
    [{ address: 'Dārza iela 1', residenceSince: '2026-11-23' }, ['residenceSince']],
    [{ address: 'Dārza iela 1', residenceSince: '1989-12-31' }, ['residenceSince']],
    [{ address: 'Dārza iela 1', residenceSince: '1990-01-01' }, []],
  ])('with %j has problems in %j', (change, fields) => {
    expect(registrationProblems({ ...right, ...change }, today).map((p) => p.field)).toEqual(fields);
  });
});
