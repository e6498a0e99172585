import { describe, expect, it } from '@jest/globals';
import { titleOf } from './timeline.titles.js';
import { TimelineKind } from './timeline-entry.js';

const bare = { number: null, service_lv: null, service_en: null, code: null, decision: null };

describe('the title of an entry', () => {
  it.each([
    [{ ...bare, kind: TimelineKind.HOME_VISIT }, 'Apmeklējums dzīvesvietā', 'Home visit'],
    [{ ...bare, kind: TimelineKind.CASE_OPENED, number: 'G-000123' }, 'Atvērta lieta G-000123', 'Case opened G-000123'],
    [
      {
        ...bare,
        kind: TimelineKind.SERVICE_DECIDED,
        number: 'PK-000001',
        service_lv: 'Aprūpe mājās',
        service_en: 'Home care',
        decision: 'WAITING',
      },
      'Lēmums par pakalpojumu PK-000001: Aprūpe mājās, rindā',
      'Decision on a service PK-000001: Home care, waiting list',
    ],
    [{ ...bare, kind: TimelineKind.PLACEMENT_BEGAN, code: 'SHELTER' }, 'Uzņemšana: patversme', 'Admitted: shelter'],
    [
      { ...bare, kind: TimelineKind.BENEFIT_DECIDED, code: 'not-known', decision: 'GRANT' },
      'Lēmums par pabalstu: not-known, piešķirts',
      'Decision on a benefit: not-known, granted',
    ],
  ])('says what happened in both languages', (parts, lv, en) => {
    expect(titleOf(parts)).toEqual({ lv, en });
  });
});
