import { describe, expect, it } from '@jest/globals';
import { readMarkdown } from './markdown.js';
import { inOrder, yearsOf } from './timeline.js';

const task = (id: string, code: string, parent: string | null = null, fromYear = 2015, untilYear = 2016) => ({
  id,
  code,
  fromYear,
  untilYear,
  parent: parent ? { id: parent } : null,
});

describe('the plan', () => {
  it('counts tasks as people do and puts sub-tasks below their task', () => {
    const ordered = inOrder([task('c', '1.10'), task('b', '1.2'), task('d', '1.2.1', 'b'), task('e', '3', 'elsewhere')]);
    expect(ordered.map(({ task: { code }, depth }) => [code, depth])).toEqual([
      ['1.2', 0],
      ['1.2.1', 1],
      ['1.10', 0],
      ['3', 0],
    ]);
  });

  it('runs over all years of the plan and of its tasks', () => {
    expect(yearsOf({ fromYear: 2015, untilYear: 2017 }, [task('a', '1', null, 2016, 2018)])).toEqual([2015, 2016, 2017, 2018]);
    expect(yearsOf({ fromYear: 2023, untilYear: 2023 }, [])).toEqual([2023]);
  });
});

describe('a progress report', () => {
  it('is read into headings, paragraphs, lists and tables', () => {
    const text =
      '# Pārskats\n\nGads: 2023.\nStatuss: iesniegts.\n\n## Rādītāji\n\n| Nr. | Rādītājs |\n| --- | --- |\n| 1 | A \\| B |\n| 2 | – |\n\n- viens\n- divi\n';
    expect(readMarkdown(text)).toEqual([
      { kind: 'heading', level: 1, text: 'Pārskats' },
      { kind: 'paragraph', text: 'Gads: 2023. Statuss: iesniegts.' },
      { kind: 'heading', level: 2, text: 'Rādītāji' },
      {
        kind: 'table',
        head: ['Nr.', 'Rādītājs'],
        rows: [
          ['1', 'A | B'],
          ['2', '–'],
        ],
      },
      { kind: 'list', items: ['viens', 'divi'] },
    ]);
  });
});
