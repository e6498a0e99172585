import { describe, expect, it } from '@jest/globals';
import { type LetterQuestion, letterOf } from './letter.rules.js';

const refusal: LetterQuestion = {
  decision: {
    number: 'L-2025-000001',
    outcome: 'REFUSE',
    state: 'PROPOSED',
    from: null,
    until: null,
    revokedFrom: null,
    challengeUntil: null,
    statedReasons: 'Ienākumi *pārsniedz* slieksni.\n# Nav virsraksts',
    approvedOn: null,
    monthlyAmount: null,
    amount: null,
    months: null,
  },
  applicationNumber: 'SP-2025-000001',
  submittedOn: '2025-06-10',
  municipality: { lv: 'Daugavpils', en: 'Daugavpils' },
  challengeAt: { lv: 'Daugavpils valstspilsētas pašvaldības sociālajā dienestā', en: 'the social service of the municipality' },
  benefit: { label: { lv: 'GMI pabalsts', en: 'GMI benefit' }, legalBasis: 'SPSPL 35. pants' },
  addressee: { givenName: 'Līga', familyName: 'Bērziņa', reference: 'P-000001' },
  steps: [],
};

describe('a letter', () => {
  it('of a refusal has the reasons and how to challenge it, and no sum', () => {
    const letter = letterOf(refusal, 'LV');
    expect(letter).toMatch(/Atteikt: \*\*GMI pabalsts\*\*\.\n/);
    expect(letter).toContain('viena mēneša laikā no tā paziņošanas');
    expect(letter).toContain('(projekts)');
    expect(letter).not.toContain('Apmērs');
    expect(letter).not.toContain('Aprēķins');
  });

  it('takes nothing that people wrote for markup', () => {
    expect(letterOf(refusal, 'LV')).toContain('Ienākumi \\*pārsniedz\\* slieksni. \\# Nav virsraksts');
  });

  it('of what is paid once says so', () => {
    const grant = { ...refusal, decision: { ...refusal.decision, outcome: 'GRANT' as const, amount: 25_000, approvedOn: '2025-06-20' } };
    expect(letterOf(grant, 'LV')).toContain('Apmērs: 250.00 EUR, vienreiz.');
    expect(letterOf(grant, 'EN')).toMatch(/social service, 2025-06-20\n[\s\S]*Amount: 250\.00 EUR, once\./);
  });
});
