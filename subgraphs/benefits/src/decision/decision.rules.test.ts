import { describe, expect, it } from '@jest/globals';
import { type DecisionFacts, grantHoldsOn, reasonsOf } from './decision.rules.js';

const granted: DecisionFacts = {
  outcome: 'GRANT',
  state: 'NOTIFIED',
  from: '2022-03-01',
  until: '2022-06-01',
  revokedFrom: null,
  challengeUntil: '2022-03-20',
  statedReasons: null,
};
const benefit = { label: { lv: 'GMI pabalsts', en: 'GMI benefit' }, legalBasis: 'SPSPL 35. pants' };

describe('a granted benefit', () => {
  it.each([
    ['2022-02-28', false],
    ['2022-03-01', true],
    ['2022-05-31', true],
    ['2022-06-01', false],
  ])('on %s holds: %s', (on, holds) => {
    expect(grantHoldsOn(granted, on)).toBe(holds);
  });

  it('no longer holds from the day from which it is revoked', () => {
    const revoked = { ...granted, state: 'REVOKED', revokedFrom: '2022-05-01' };
    expect(grantHoldsOn(revoked, '2022-04-30')).toBe(true);
    expect(grantHoldsOn(revoked, '2022-05-01')).toBe(false);
  });

  it.each(['PROPOSED', 'RETURNED'])('does not hold while it is %s', (state) => {
    expect(grantHoldsOn({ ...granted, state }, '2022-04-01')).toBe(false);
  });

  it('holds on no day when it is paid once, or refused', () => {
    expect(grantHoldsOn({ ...granted, from: null, until: null }, '2022-04-01')).toBe(false);
    expect(grantHoldsOn({ ...granted, outcome: 'REFUSE' }, '2022-04-01')).toBe(false);
  });
});

describe('the reasons of a decision', () => {
  it('name the benefit, the basis, the officer’s own words, the term and the place of a challenge', () => {
    const { lv, en } = reasonsOf({ ...granted, outcome: 'REFUSE', statedReasons: 'Ienākumi pārsniedz slieksni.' }, benefit);
    expect(lv).toBe(
      'Atteikts: GMI pabalsts. Pamats: SPSPL 35. pants. Ienākumi pārsniedz slieksni. Lēmumu var apstrīdēt līdz 20.03.2022., iesniedzot iesniegumu pašvaldības sociālajā dienestā.',
    );
    expect(en).toContain('by 2022-03-20');
  });

  it('give the term of one month while it is not notified', () => {
    expect(reasonsOf({ ...granted, challengeUntil: null }, benefit).lv).toContain('viena mēneša laikā');
  });
});
