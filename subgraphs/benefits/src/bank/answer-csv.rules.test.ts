import { describe, expect, it } from '@jest/globals';
import { UnreadableAnswer } from './answer.model.js';
import { readAnswerCsv } from './answer-csv.rules.js';

const header = 'endToEndId;status;date;reasonCode;reason;amount';
const placeOf = (csv: string): string => {
  try {
    readAnswerCsv(csv);
    return '';
  } catch (error) {
    if (!(error instanceof UnreadableAnswer)) throw error;
    return error.at;
  }
};

describe('an answer of the bank as CSV', () => {
  it.each([';', ',', '\t'])('is read whatever separates its columns (%j), with its lines', (separator) => {
    const text = [`\uFEFF${header}`, 'a1;PAID;2025-07-28;;;106.00', 'a2;RJCT;;AC04;"Konts ""slēgts"""', ''].join('\r\n');
    const csv = text.replace('a2;RJCT;;AC04;"Konts ""slēgts"""', 'a2;RJCT;;AC04;"Konts ""slēgts""";').replaceAll(';', separator);
    expect(readAnswerCsv(csv)).toEqual({
      messageId: null,
      others: null,
      answers: [
        { at: 'line 2', endToEndId: 'a1', outcome: 'PAID', on: '2025-07-28', code: null, text: null, amount: 10_600 },
        { at: 'line 3', endToEndId: 'a2', outcome: 'REJECTED', on: null, code: 'AC04', text: 'Konts "slēgts"', amount: null },
      ],
    });
  });

  it('needs no more columns than reference, status and day, in any order', () => {
    expect(readAnswerCsv('status,date,endToEndId\nACSC,2025-07-28,a').answers).toMatchObject([{ endToEndId: 'a', outcome: 'PAID' }]);
  });

  it.each([
    ['nothing', '', 'line 1'],
    ['no header', 'a1;PAID;2025-07-28', 'line 1'],
    ['a column nobody knows', `${header};x\n`, 'line 1'],
    ['a column that stands twice', 'endToEndId;status;date;date\n', 'line 1'],
    ['a line of other columns', `${header}\na1;PAID\n`, 'line 2'],
    ['a quote left open', `${header}\na1;PAID;2025-07-28;;"x;\n`, expect.stringMatching(/^line \d$/)],
    ['no reference', `${header}\n;PAID;2025-07-28;;;\n`, 'line 2'],
    ['a status nobody knows', `${header}\n\na1;MAYBE;2025-07-28;;;\n`, 'line 3'],
    ['a paid one without a day', `${header}\na1;PAID;;;;\n`, 'line 2'],
    ['a day that is none', `${header}\na1;PAID;2025-02-30;;;\n`, 'line 2'],
    ['an amount with a comma', `${header}\na1;PAID;2025-02-03;;;"1,00"\n`, 'line 2'],
    ['an amount of three decimals', `${header}\na1;PAID;2025-02-03;;;1.000\n`, 'line 2'],
    ['a line without end', `${header}\n${'a'.repeat(5000)};PAID;2025-07-28;;;\n`, expect.stringMatching(/^line \d$/)],
  ])('is refused with its line: %s', (_name, csv, place) => {
    expect(placeOf(csv)).toEqual(place);
  });
});
