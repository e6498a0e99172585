import { describe, expect, it } from '@jest/globals';
import { letterBlocks, runsOf } from './letter-view.js';

const letter = `# Lēmums L-2026-000001

Daugavpils, sociālais dienests

## Aprēķins

| Solis | EUR |
|---|---:|
| GMI summa | 187.00 |
| A \\| B | 0.00 |

\\_\\_\\_\\_\\_\\_\\_\\_ (amats, vārds, uzvārds, paraksts)
`;

describe('a letter', () => {
  it('is headings, paragraphs, a table with its figures to the right, and a line for the signature', () => {
    expect(letterBlocks(letter)).toEqual([
      { kind: 'heading', level: 1, text: 'Lēmums L-2026-000001' },
      { kind: 'paragraph', text: 'Daugavpils, sociālais dienests' },
      { kind: 'heading', level: 2, text: 'Aprēķins' },
      {
        kind: 'table',
        head: ['Solis', 'EUR'],
        figures: [false, true],
        rows: [
          ['GMI summa', '187.00'],
          ['A \\| B', '0.00'],
        ],
      },
      { kind: 'signature', text: '(amats, vārds, uzvārds, paraksts)' },
    ]);
  });

  it('has strong words, and shows what Markdown escapes as it is meant', () => {
    expect(runsOf('Piešķirt: **Mājokļa pabalsts**. A \\| B \\_')).toEqual([
      { text: 'Piešķirt: ', strong: false },
      { text: 'Mājokļa pabalsts', strong: true },
      { text: '. A | B _', strong: false },
    ]);
  });

  it('never becomes HTML: a tag is words', () => {
    expect(letterBlocks('<b>x</b>')).toEqual([{ kind: 'paragraph', text: '<b>x</b>' }]);
  });
});
