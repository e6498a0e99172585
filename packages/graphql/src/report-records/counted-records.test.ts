import { describe, expect, it } from '@jest/globals';
import { countedRecords, UnreadableRule } from './counted-records.js';

const of = (sql: string, sources = {}) => countedRecords({ table: 't', row: 'r', sql }, sources);
const shown = (sql: string, sources = {}) =>
  of(sql, sources).sql.replace(
    /jsonb_agg\(jsonb_build_object\([\s\S]*?'amount', [^)]*?(?:\([^)]*\) \/ [\d.]+|null::numeric)\)\)/,
    'RECORDS',
  );

describe('the records of a counting rule', () => {
  it.each([
    ['select count(*) from a where x', 'select RECORDS from a where x', false],
    ['select count(distinct s.person_id) from stay s', 'select RECORDS from stay s', true],
    [
      'select case when exists (select from facility f) then (select count(*) from stay s where s.x) end',
      'select case when exists (select from facility f) then (select RECORDS from stay s where s.x) end',
      false,
    ],
    ['select case when :year >= 2022 then count(*) end from a', 'select case when :year >= 2022 then RECORDS end from a', false],
    ['select coalesce(sum(p.amount), 0) / 100.0 from p', 'select RECORDS from p', false],
    ['select nullif(count(distinct employee_id), 0) from e', 'select RECORDS from e', true],
    [
      "select case when count(*) > 0 then count(distinct employee_id) filter (where kind in ('A')) end from e where y",
      "select case when count(*) > 0 then RECORDS filter (where kind in ('A')) end from e where y",
      true,
    ],
    [
      'select count(*) from (select count(distinct r.x) as n from r group by r.y) f where n > 1',
      'select RECORDS from (select count(distinct r.x) as n from r group by r.y) f where n > 1',
      false,
    ],
  ])('of %s are found by its own statement', (sql, expected, once) => {
    expect(shown(sql).replace(/\s+/g, ' ')).toBe(expected.replace(/\s+/g, ' '));
    expect(of(sql).once).toBe(once);
  });

  it('keep the subselect of a key out of the select list', () => {
    const sql = 'select count(distinct (coalesce((select m.h from m where m.p = s.p), s.p), s.d)) from stay s where s.x';
    expect(of(sql).sql).toContain("'key', ((coalesce((select m.h from m where m.p = s.p), s.p), s.d))::text");
    expect(of(sql).sql).toMatch(/ from stay s where s\.x$/);
  });

  it('are shown as the first table that the domain describes, otherwise as the first', () => {
    const sql = 'select count(*) from programme p join session_attendance a on a.p = p.id where p.x';
    expect(of(sql).sql).toContain("'kind', 'programme'");
    expect(of(sql, { session_attendance: (as: string) => ({ day: `${as}.d` }) }).sql).toContain("'day', a.d");
    expect(of('select count(*) from (select 1) family', { family: () => ({ kind: 'household' }) }).sql).toContain("'kind', 'household'");
    expect(of('select sum(n) / 100.0 from post where n > 0').sql).toContain("'amount', (n) / 100.0");
  });

  it('cannot be told of what neither counts nor sums', () => {
    expect(() => of('select max(x) from a')).toThrow(UnreadableRule);
    expect(() => of('null')).toThrow(UnreadableRule);
    expect(() => of('select count(x.y) from a')).toThrow(UnreadableRule);
  });
});
