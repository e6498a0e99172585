import { describe, expect, it } from '@jest/globals';
import { benefitTypes, serviceTypes } from './catalogues.js';

describe('catalogues', () => {
  it('hold the 20 services in the order of the outline', () => {
    expect(serviceTypes.map((each) => each.code)).toEqual(
      `home-care family-assistant day-centre day-care-centre crisis-centre group-apartments shelter night-shelter psychologist
       specialised-transport social-taxi social-house emergency-button rehabilitation-programmes respite-care specialised-workshops
       child-care child-day-care-centre child-day-centre child-crisis-centre`.split(/\s+/),
    );
  });

  it('leave the minimum basket undecided where the programme names no service', () => {
    expect(serviceTypes.every((each) => each.minimumBasket === null)).toBe(true);
  });

  it('hold the 16 benefits in the order of the outline, then the guarantees for orphans', () => {
    expect(benefitTypes.slice(0, 16).map((each) => each.code)).toEqual(
      `gmi housing-allowance health-care large-family crisis child-meals adult-meals funeral school-supplies identity-document
       release-from-prison childbirth anniversary trustee bathhouse politically-repressed`.split(/\s+/),
    );
    const guarantees = benefitTypes.slice(16);
    expect(guarantees).toHaveLength(11);
    for (const each of guarantees) expect([each.orphanGuarantee, each.code.startsWith('orphan-')]).toEqual([true, true]);
    expect(new Set(benefitTypes.map((each) => each.code)).size).toBe(27);
  });

  it('cite a legal basis for every benefit and say which are assumed', () => {
    for (const each of benefitTypes) expect(each.legalBasis).toMatch(/likums|noteikumi/);
    expect(benefitTypes.filter((each) => !each.assumed).map((each) => each.code)).toEqual(['gmi', 'housing-allowance', 'crisis']);
  });
});
