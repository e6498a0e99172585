import { describe, expect, it } from '@jest/globals';
import type { Relation } from './cell.js';
import { relationsOf } from './relations.rules.js';

type Row = [key: string, parent: string | null, value: number | null, measure?: string];
const told = (tables: Record<string, Row[]>, labels: Record<string, string> = {}): Relation[] => {
  const shaped = Object.entries(tables).map(([id, rows]) => ({
    id,
    rows: rows.map(([key, parent, , measure = 'PERSONS']) => ({
      key,
      parent,
      measure,
      label: { en: labels[`${id} ${key}`] ?? `${id} ${key}` },
    })),
  }));
  return relationsOf(2022, shaped, (table, row) => tables[table]?.find(([key]) => key === row)?.[2] ?? null);
};
const sum = (table: string, total: string, ...parts: string[]): Relation => ({
  kind: 'sum',
  total: `2022|${table}|${total}`,
  parts: parts.map((part) => `2022|${table}|${part}`).sort(),
});

describe('what a reader knows of the figures of a year', () => {
  it('has each run of neighbouring rows that sums exactly to the row above them', () => {
    const relations = told({
      t: [
        ['total', null, 24],
        ['women', 'total', 12],
        ['men', 'total', 12],
        ['young', 'total', 3],
        ['grown', 'total', 21],
        ['new', 'total', 5],
      ],
    });
    expect(relations.filter(({ kind }) => kind === 'sum')).toEqual([
      sum('t', 'total', 'women', 'men'),
      sum('t', 'total', 'young', 'grown'),
    ]);
  });

  it('has rows under a heading without a figure as parts of the total of the table', () => {
    const relations = told({
      t: [
        ['total', null, 24],
        ['funding', null, null],
        ['state', 'funding', 3],
        ['municipal', 'funding', 11],
        ['project', 'funding', 10],
      ],
    });
    expect(relations).toContainEqual(sum('t', 'total', 'state', 'municipal', 'project'));
    expect(relations).toContainEqual({ kind: 'within', part: '2022|t|state', whole: '2022|t|total' });
  });

  it('has no sum of rows that count different things, and none where the parts differ from the total', () => {
    const relations = told({
      t: [
        ['total', null, 10],
        ['families', 'total', 4, 'FAMILIES'],
        ['children', 'total', 6],
        ['a', 'total', 5],
        ['b', 'total', 6],
      ],
    });
    expect(relations.filter(({ kind }) => kind === 'sum')).toEqual([]);
  });

  it('has a part never above its whole, unless it is printed so', () => {
    const relations = told({
      t: [
        ['total', null, 10],
        ['some', 'total', 7],
        ['more', 'total', 11],
      ],
    });
    expect(relations).toEqual([{ kind: 'within', part: '2022|t|some', whole: '2022|t|total' }]);
  });

  it('has no more families than persons in them', () => {
    const relations = told({
      t: [
        ['needy', null, null],
        ['needy-families', 'needy', 4, 'FAMILIES'],
        ['needy-persons', 'needy', 9],
      ],
    });
    expect(relations).toEqual([{ kind: 'within', part: '2022|t|needy-families', whole: '2022|t|needy-persons' }]);
  });

  it('has the same persons in two tables: declared, or of one name and value', () => {
    const relations = told(
      {
        headcount: [['social-work-specialists', null, 87]],
        'social-work-specialists': [['total', null, 87]],
        a: [['x', null, 7]],
        b: [['y', null, 7]],
        c: [['z', null, 8]],
      },
      { 'a x': 'Mentors', 'b y': 'mentors', 'c z': 'Mentors' },
    );
    expect(relations).toEqual([
      { kind: 'same', one: '2022|headcount|social-work-specialists', other: '2022|social-work-specialists|total' },
      { kind: 'same', one: '2022|a|x', other: '2022|b|y' },
    ]);
  });

  it('has money that follows its count', () => {
    const relations = told({
      'benefits-dynamics': [
        ['gmi-recipients', null, 3],
        ['gmi-paid', null, 900, 'EUR'],
      ],
    });
    expect(relations).toEqual([
      { kind: 'follows', money: '2022|benefits-dynamics|gmi-paid', count: '2022|benefits-dynamics|gmi-recipients' },
    ]);
  });
});
