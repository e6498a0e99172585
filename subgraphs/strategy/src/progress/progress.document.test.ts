import { bauskaProgressReport } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import { type DocumentContent, progressDocument } from './progress.document.js';

const content: DocumentContent = {
  title: { lv: 'Stratēģija', en: 'Strategy' },
  year: 2019,
  state: { lv: 'melnraksts', en: 'draft' },
  summary: 'Gads bija labs.',
  newProblems: null,
  updateGrounds: null,
  proposals: 'Pagarināt 1.1.1',
  submittedOn: '2020-02-01',
  approved: null,
  tasks: [
    {
      code: '1.1',
      title: { lv: 'Piesaistīt | darbiniekus', en: 'Attract staff' },
      responsible: 'Vadība',
      fromYear: 2016,
      untilYear: 2020,
      state: 'UNDERWAY',
      evidence: ['Akts Nr. 5'],
      indicators: [{ title: { lv: 'Speciālisti', en: 'Specialists' }, actual: 87, target: 79, met: true }],
    },
    {
      code: '1.2',
      title: { lv: 'Otrs', en: 'Second' },
      responsible: 'Vadība',
      fromYear: 2016,
      untilYear: 2018,
      state: 'LATE',
      evidence: [],
      indicators: [],
    },
  ],
};

describe('the document of a progress report', () => {
  it('has everything that is demanded of one, in its order, in both languages', () => {
    for (const language of ['lv', 'en'] as const) {
      const document = progressDocument(content, language);
      const found = bauskaProgressReport.contents.map((demand) => document.indexOf(`## ${demand.no}. ${demand[language]}`));
      expect(found.every((at) => at > 0)).toBe(true);
      expect(found).toEqual([...found].sort((a, b) => a - b));
    }
  });

  it('lists the tasks with their states, the indicators and the evidence', () => {
    const document = progressDocument(content, 'en');
    expect(document).toContain('Tasks: 2 (planned 0, under way 1, done 0, late 1, dropped 0).');
    expect(document).toContain('| 1.2 | Second | 2016–2018 | Vadība | late |');
    expect(document).toContain('| 1.1 | Specialists | 87 | 79 | yes |');
    expect(document).toContain('- 1.1: Akts Nr. 5');
    expect(document).toContain('Submitted on: 2020-02-01.');
  });

  it('says by which decision the council approved it', () => {
    const document = progressDocument({ ...content, approved: { on: '2020-03-26', decision: 'Nr. 7|1' } }, 'en');
    expect(document).toContain('Submitted on: 2020-02-01.\n\nApproved on: 2020-03-26, decision of the council Nr. 7\\|1.');
    const latvian = progressDocument({ ...content, approved: { on: '2020-03-26', decision: 'Nr. 7' } }, 'lv');
    expect(latvian).toMatch(/: 01\.02\.2020\.\n\n[^\n]*: 26\.03\.2020\., /);
  });

  it('lets no text break out of its cell', () => {
    expect(progressDocument(content, 'lv')).toContain('| Piesaistīt \\| darbiniekus |');
  });
});
