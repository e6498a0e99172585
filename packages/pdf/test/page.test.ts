import { describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { type PdfQuestion, pdfOf } from '../src/index.js';

const question: PdfQuestion = {
  markdown: '# Lēmums L-2026-000001\n\nPiešķirt: **pabalsts**.',
  language: 'LV',
  heading: 'Daugavpils valstspilsētas pašvaldība',
  subheading: 'Sociālais dienests',
  date: '2026-11-22',
};

async function read(change: Partial<PdfQuestion>) {
  const bytes = await pdfOf({ ...question, ...change });
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text, totalPages } = await extractText(pdf, { mergePages: false });
  return { bytes, pages: totalPages, text: text.map((page) => page.replace(/\s+/g, ' ')), meta: await getMeta(pdf), pdf };
}

describe('a page of Markdown', () => {
  it('has the town at its head, the text, and title and number at its foot', async () => {
    const { text, pages } = await read({});
    expect(pages).toBe(1);
    expect(text[0]).toMatch(/^Daugavpils valstspilsētas pašvaldība Sociālais dienests Lēmums L-2026-000001 Piešķirt: pabalsts\./);
    expect(text[0]).toMatch(/Lēmums L-2026-000001 1\. lapa no 1$/);
  });

  it('says its title, language and day in the document', async () => {
    const { meta, bytes } = await read({});
    expect(meta.info).toMatchObject({ Title: 'Lēmums L-2026-000001', Language: 'lv-LV' });
    expect(String(meta.info.CreationDate)).toContain('20261122');
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    const { meta: english, text } = await read({ language: 'EN', title: 'Decision' });
    expect(english.info).toMatchObject({ Title: 'Decision', Language: 'en-GB' });
    expect(text[0]).toMatch(/Decision Page 1 of 1$/);
  });

  it('keeps every letter of Latvian, Russian and Ukrainian, and the signs of a calculation', async () => {
    const letters = 'ĀČĒĢĪĶĻŅŌŖŠŪŽ āčēģīķļņōŗšūž Ёжик Їжак ґ − × ≤ “ ” … €';
    expect((await read({ markdown: letters })).text[0]).toContain(letters);
  });

  it('shows tables, lists, headings and quotations as text, in their order', async () => {
    const markdown = [
      '## Aprēķins',
      '| Solis | EUR |\n|---|---:|\n| *Ienākumi* | 60.00 |\n| **Pabalsts** | 106.00 |',
      '1. viens\n2. divi',
      '- rinda',
      '> citāts',
      '---',
      '`kods` [vārdi](https://example.org) ~~nē~~',
    ].join('\n\n');
    const { text } = await read({ markdown });
    expect(text[0]).toMatch(/Aprēķins Solis EUR Ienākumi 60\.00 Pabalsts 106\.00.*viens.*divi.*rinda.*citāts kods vārdi nē/);
  });

  it('prints what people wrote as they wrote it: no HTML, no pictures, nothing fetched', async () => {
    const { text } = await read({ markdown: '\\*zvaigzne\\* \\<b> <b>x</b> ![attēls](http://127.0.0.1:1/x.png)' });
    expect(text[0]).toContain('*zvaigzne* <b> <b>x</b> attēls');
  });

  it('goes on over pages, with the head of a table on each', async () => {
    const rows = Array.from({ length: 120 }, (_, row) => `| Solis ${row} | ${row}.00 |`);
    const { text, pages } = await read({ markdown: ['| Apraksts | EUR |', '|---|---:|', ...rows].join('\n') });
    expect(pages).toBeGreaterThan(2);
    for (const [at, page] of text.entries()) {
      expect(page).toContain('Apraksts EUR');
      expect(page).toContain(`${at + 1}. lapa no ${pages}`);
    }
    expect(text.join(' ')).toContain('Solis 119 119.00');
  });

  it('does not run off the page where a word is longer than the line', async () => {
    const { text } = await read({ markdown: `${'z'.repeat(200)}\n\n| a | b |\n|---|---|\n| ${'x'.repeat(200)} | y |` });
    const signs = text[0]?.replace(/ /g, '') ?? '';
    expect([signs.match(/z/g)?.length, signs.match(/x/g)?.length, signs.includes('ab')]).toEqual([200, 200, true]);
  });

  it('tears no short section: its heading, its lines and the place to sign stay together', async () => {
    for (const lines of [20, 24, 28, 32]) {
      const filling = Array.from({ length: lines }, (_, at) => `rinda ${at}`).join('\n\n');
      const markdown = `## Sākums\n\n${filling.padEnd(1_200, '.')}\n\n## Apstrīdēšana\n\nLēmumu var apstrīdēt.\n\n${'\\_'.repeat(30)} (paraksts)`;
      const { text } = await read({ markdown });
      expect(text.filter((page) => /Apstrīdēšana Lēmumu var apstrīdēt\. _+ \(paraksts\)/.test(page))).toHaveLength(1);
    }
  });

  it('is the same bytes for the same question', async () => {
    expect((await pdfOf(question)).equals(await pdfOf(question))).toBe(true);
  });
});
