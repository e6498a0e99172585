import { describe, expect, it } from '@jest/globals';
import { agreedOnOf, type Extendable, type ExtensionAsked, extensionProblems } from './extension.rules.js';

const today = '2026-11-22';
const stay: Extendable = { from: '2026-10-01', until: '2026-12-01', endedOn: null };

describe('an extension', () => {
  it.each<[string, Partial<Extendable>, ExtensionAsked, string[]]>([
    ['reaches past the agreed end', {}, { until: '2026-12-02' }, []],
    ['may not reach to the agreed end', {}, { until: '2026-12-01' }, ['INVALID until']],
    ['may not shorten', {}, { until: '2026-11-30' }, ['INVALID until']],
    ['agrees an end where there was none', { until: null }, { until: '2026-11-23' }, []],
    ['of a stay without an end may not reach to its first day', { until: null }, { until: '2026-10-01' }, ['INVALID until']],
    ['comes late, for a time that has passed', { until: '2026-10-20' }, { until: '2026-11-10' }, []],
    ['may have been agreed earlier', {}, { until: '2027-01-01', agreedOn: '2026-11-01' }, []],
    ['may not be agreed tomorrow', {}, { until: '2027-01-01', agreedOn: '2026-11-23' }, ['INVALID agreedOn']],
    ['may not be agreed before the stay', {}, { until: '2027-01-01', agreedOn: '2026-09-30' }, ['INVALID agreedOn']],
    ['may not end on the day it is agreed', { until: '2026-11-01' }, { until: today, agreedOn: today }, ['INVALID until']],
    ['is not for a stay that has ended', { endedOn: '2026-11-20' }, { until: '2027-01-01' }, ['WRONG_STATE placementId']],
    ['is not for a reservation', { from: '2026-11-23' }, { until: '2027-01-01' }, ['WRONG_STATE placementId']],
  ])('%s', (_, change, asked, expected) => {
    expect(extensionProblems({ ...stay, ...change }, asked, today).map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
  });

  it('is agreed today, unless told otherwise or over already', () => {
    expect(agreedOnOf(stay, { until: '2026-12-24' }, today)).toBe(today);
    expect(agreedOnOf(stay, { until: '2026-12-24', agreedOn: '2026-11-01' }, today)).toBe('2026-11-01');
    expect(agreedOnOf({ ...stay, until: '2026-10-20' }, { until: '2026-11-10' }, today)).toBe('2026-10-20');
    expect(agreedOnOf({ ...stay, until: null }, { until: '2026-11-10' }, today)).toBe('2026-10-01');
  });
});
