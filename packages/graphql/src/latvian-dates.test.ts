import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BadInput, latvianDate, latvianDates, ProblemCode, problem } from './index.js';

describe('a day in Latvian text', () => {
  it.each([
    ['Iestāde ir slēgta no 2026-11-22.', 'Iestāde ir slēgta no 22.11.2026.'],
    ['Projekts maksā no 2026-01-01 līdz 2027-01-01 (neieskaitot).', 'Projekts maksā no 01.01.2026. līdz 01.01.2027. (neieskaitot).'],
    [
      'Spēkā ir vēlāka vienošanās (2026-02-03); agrāka to nevar aizstāt.',
      'Spēkā ir vēlāka vienošanās (03.02.2026.); agrāka to nevar aizstāt.',
    ],
    ['Fails “2026-11-22.csv” jau ir importēts.', 'Fails “2026-11-22.csv” jau ir importēts.'],
    ['Atslēga saulgriezu-2026-11-22-2 ir cita.', 'Atslēga saulgriezu-2026-11-22-2 ir cita.'],
    ['Brīdis 2026-11-22T10:00:00Z.', 'Brīdis 2026-11-22T10:00:00Z.'],
    ['Dienas 2026-13-45 nav.', 'Dienas 2026-13-45 nav.'],
    ['Bez dienas.', 'Bez dienas.'],
  ])('“%s” is “%s”', (text, written) => {
    expect(latvianDates(text)).toBe(written);
  });

  it('is written so once: text that is written already stays', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.constantFrom('', '.', ',', ';', ')'), (one, other, end) => {
        const written = latvianDates(`No ${one} līdz ${other}${end}`);
        expect(written).toBe(`No ${latvianDate(one)} līdz ${latvianDate(other)}${end === '.' ? '' : end}`);
        expect(latvianDates(written)).toBe(written);
      }),
    );
  });

  it('is so in every problem and every error of input, in Latvian alone', () => {
    expect(problem(ProblemCode.INVALID, 'Ne pirms 2026-11-22.', 'Not before 2026-11-22.').text).toEqual({
      lv: 'Ne pirms 22.11.2026.',
      en: 'Not before 2026-11-22.',
    });
    const bad = new BadInput('not before 2026-11-22', 'ne pirms 2026-11-22');
    expect([bad.message, bad.extensions.messageLv]).toEqual(['not before 2026-11-22', 'ne pirms 22.11.2026.']);
  });
});
