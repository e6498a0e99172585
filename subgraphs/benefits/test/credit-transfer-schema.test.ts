import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { creditTransferXml, type TransferOrder } from '../src/bank/credit-transfer.rules.js';

/** libxml2 with what an order may hold by pain.001.001.09 and EPC132-08; what is wrong with a document, '' where nothing is. */
function wrongWith(xml: string): string {
  const schema = XmlDocument.fromString(readFileSync(new URL('./pain.001.001.09.subset.xsd', import.meta.url), 'utf8'));
  const validator = XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return '';
  } catch (error) {
    return (error as Error).message;
  } finally {
    document.dispose();
    validator.dispose();
    schema.dispose();
  }
}

const order: TransferOrder = {
  messageId: 'IZM-2025-000012',
  createdOn: '2025-07-25',
  payOn: '2025-07-28',
  debtor: { name: 'Daugavpils valstspilsētas sociālais dienests', iban: 'LV80BANK0000435195001', bic: 'BANKLV22XXX' },
  transfers: [
    {
      paymentId: '01997000-0000-7000-8000-000000000001',
      amount: 10_600,
      name: 'Līga Bērziņa',
      iban: 'LV80BANK0000435195001',
      remittance: 'Pabalsts L-2025-000001 2025-07',
    },
    { paymentId: '01997000-0000-7000-8000-000000000002', amount: 1, name: 'A & <B>', iban: 'DE89370400440532013000', remittance: 'x' },
  ],
};
const right = creditTransferXml(order);

describe('an order to the bank, read by libxml2 with a schema of pain.001.001.09', () => {
  it('is valid, with the code of the bank and without it', () => {
    expect(wrongWith(right)).toBe('');
    expect(wrongWith(creditTransferXml({ ...order, debtor: { ...order.debtor, bic: null } }))).toBe('');
  });

  it.each<[string, (xml: string) => string]>([
    ['an element in another place', (xml) => xml.replace(/(<NbOfTxs>2<\/NbOfTxs>)(<CtrlSum>[\d.]+<\/CtrlSum>)/, '$2$1')],
    ['an element that is missing', (xml) => xml.replace('<ChrgBr>SLEV</ChrgBr>', '')],
    ['an amount of three decimals', (xml) => xml.replace('>106.00<', '>106.001<')],
    ['an amount of nothing', (xml) => xml.replace('>0.01<', '>0.00<')],
    ['another currency', (xml) => xml.replace('Ccy="EUR"', 'Ccy="USD"')],
    ['a name that is too long', (xml) => xml.replace('Līga Bērziņa', 'a'.repeat(71))],
    ['an account that is none', (xml) => xml.replace('<IBAN>DE8', '<IBAN>8')],
    ['a day that is none', (xml) => xml.replace('<Dt>2025-07-28', '<Dt>2025-02-30')],
    ['a payment that stands twice', (xml) => xml.replace('0002</EndToEndId>', '0001</EndToEndId>')],
    ['an identification outside the Latin set', (xml) => xml.replace('<MsgId>IZM', '<MsgId>ĪZM')],
  ])('the schema tells %s', (_name, change) => {
    expect(change(right)).not.toBe(right);
    expect(wrongWith(change(right))).not.toBe('');
  });

  it('stays valid whatever people are called and however much they get', () => {
    const transfer = fc.record({
      paymentId: fc.uuid(),
      amount: fc.integer({ min: 1, max: 99_999_999_999 }),
      name: fc.string({ minLength: 1, unit: 'binary' }).map((name) => `a${name}`),
      iban: fc.constant('LV80BANK0000435195001'),
      remittance: fc.constant('Pabalsts'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(transfer, { minLength: 1, maxLength: 10, selector: ({ paymentId }) => paymentId }), (transfers) => {
        expect(wrongWith(creditTransferXml({ ...order, transfers }))).toBe('');
      }),
      { numRuns: 40 },
    );
  });
});
