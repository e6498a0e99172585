import { describe, expect, it } from '@jest/globals';
import { entryChangeProblems, entryProblems } from './region-entry.rules.js';

describe('an entry of a register of Vidzeme', () => {
  const good = {
    kind: 'SERVICE',
    name: 'Aprūpe',
    serviceType: 'home-care',
    municipality: '0038000',
    source: 'Vēstule',
    from: '2026-01-01',
  } as const;
  it.each([
    [{}, []],
    [{ municipality: null }, []],
    [{ municipality: '0055000' }, ['municipality']],
    [{ municipality: '0055000', from: '2025-06-30' }, []],
    [{ municipality: '0002000' }, ['municipality']],
    [{ municipality: '9999999' }, ['municipality']],
    [{ name: ' ', source: '', from: '1989-12-31' }, ['name', 'source', 'from']],
    [{ from: '2027-11-23' }, ['from']],
    [{ serviceType: null }, ['serviceType']],
    [{ kind: 'PARTNER' }, ['serviceType']],
    [{ kind: 'PARTNER', serviceType: null, projectId: 'x' }, ['projectId']],
    [{ kind: 'PROJECT', serviceType: null, projectId: 'x' }, []],
  ] as const)('with %j is refused at %j', (change, fields) => {
    expect(entryProblems({ ...good, ...change }, 'vidzeme', '2026-11-22').map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    [{}, null, []],
    [{ until: '2026-12-01' }, null, []],
    [{ until: '2026-01-01' }, null, ['INVALID until']],
    [{ name: '' }, null, ['INVALID name']],
    [{ source: ' ' }, null, ['INVALID source']],
    [{}, '2026-11-22', ['WRONG_STATE id']],
    [{}, '2026-11-23', []],
  ] as const)('changed by %j, ending %p, is refused at %j', (change, until, refused) => {
    const found = entryChangeProblems({ source: 'Vēstule', ...change }, { from: '2026-01-01', until }, '2026-11-22');
    expect(found.map(({ code, field }) => `${code} ${field}`)).toEqual(refused);
  });
});
