import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { creditTransferXml, type TransferOrder } from './credit-transfer.rules.js';

/** The element order of pain.001.001.09 as far as it is used here, from the message definition report; `*` repeats. */
const structure: Readonly<Record<string, readonly string[]>> = {
  Document: ['CstmrCdtTrfInitn'],
  CstmrCdtTrfInitn: ['GrpHdr', 'PmtInf'],
  GrpHdr: ['MsgId', 'CreDtTm', 'NbOfTxs', 'CtrlSum', 'InitgPty'],
  InitgPty: ['Nm'],
  PmtInf: [
    'PmtInfId',
    'PmtMtd',
    'BtchBookg',
    'NbOfTxs',
    'CtrlSum',
    'PmtTpInf',
    'ReqdExctnDt',
    'Dbtr',
    'DbtrAcct',
    'DbtrAgt',
    'ChrgBr',
    'CdtTrfTxInf*',
  ],
  PmtTpInf: ['SvcLvl'],
  SvcLvl: ['Cd'],
  ReqdExctnDt: ['Dt'],
  Dbtr: ['Nm'],
  DbtrAcct: ['Id'],
  Id: ['IBAN'],
  DbtrAgt: ['FinInstnId'],
  FinInstnId: ['BICFI'],
  CdtTrfTxInf: ['PmtId', 'Amt', 'Cdtr', 'CdtrAcct', 'RmtInf'],
  PmtId: ['EndToEndId'],
  Amt: ['InstdAmt'],
  Cdtr: ['Nm'],
  CdtrAcct: ['Id'],
  RmtInf: ['Ustrd'],
};

interface Element {
  name: string;
  children: Element[];
  text: string;
}

/** Reads well-formed XML of elements and text; throws for anything else. */
function read(xml: string): Element {
  const root: Element = { name: '', children: [], text: '' };
  const open = [root];
  let at = xml.indexOf('?>') + 2;
  while (at < xml.length) {
    const tag = /<(\/?)([A-Za-z0-9]+)((?: [A-Za-z]+="[^"<]*")*)>/y;
    tag.lastIndex = at;
    const found = tag.exec(xml);
    const inside = open.at(-1) as Element;
    if (found) {
      if (found[1]) {
        if (open.pop()?.name !== found[2]) throw new Error(`</${found[2]}> closes nothing`);
      } else {
        const element = { name: found[2] as string, children: [], text: '' };
        inside.children.push(element);
        open.push(element);
      }
      at = tag.lastIndex;
      continue;
    }
    const next = xml.indexOf('<', at);
    const chunk = xml.slice(at, next < 0 ? xml.length : next);
    if (!chunk || /&(?!amp;|lt;|gt;)/.test(chunk)) throw new Error(`not well-formed at ${at}`);
    inside.text += chunk.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    at += chunk.length;
  }
  if (open.length !== 1) throw new Error('an element is left open');
  return root.children[0] as Element;
}

function check(element: Element): void {
  const wanted = structure[element.name];
  if (!wanted) {
    if (element.children.length) throw new Error(`${element.name} holds text`);
    return;
  }
  const names = element.children.map(({ name }) => name).filter((name, i, all) => !wanted.includes(`${name}*`) || all[i - 1] !== name);
  expect([element.name, names]).toEqual([element.name, wanted.map((name) => name.replace('*', ''))]);
  for (const child of element.children) check(child);
}

const all = (element: Element, name: string): string[] => [
  ...(element.name === name ? [element.text] : []),
  ...element.children.flatMap((child) => all(child, name)),
];

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
    { paymentId: '01997000-0000-7000-8000-000000000002', amount: 5, name: 'A & <B>', iban: 'LV80BANK0000435195001', remittance: 'x' },
  ],
};

describe('an order to the bank', () => {
  it('has the elements of pain.001.001.09 in their order, with number and control sum in both places', () => {
    const document = read(creditTransferXml(order));
    check(document);
    expect(all(document, 'NbOfTxs')).toEqual(['2', '2']);
    expect(all(document, 'CtrlSum')).toEqual(['106.05', '106.05']);
    expect(all(document, 'InstdAmt')).toEqual(['106.00', '0.05']);
    expect(all(document, 'EndToEndId')).toEqual(['01997000000070008000000000000001', '01997000000070008000000000000002']);
    expect(all(document, 'Nm').slice(2)).toEqual(['Līga Bērziņa', 'A & <B>']);
    expect(all(document, 'Dt')).toEqual(['2025-07-28']);
  });

  it('names no bank where its code is not known', () => {
    expect(creditTransferXml({ ...order, debtor: { ...order.debtor, bic: null } })).toContain('<Othr><Id>NOTPROVIDED</Id></Othr>');
  });

  it('is refused without a transfer, and with one of nothing', () => {
    expect(() => creditTransferXml({ ...order, transfers: [] })).toThrow(RangeError);
    expect(() => creditTransferXml({ ...order, transfers: [{ ...order.transfers[0], amount: 0 } as never] })).toThrow(RangeError);
  });

  it('stays well-formed and sums exactly, whatever names people have', () => {
    const transfer = fc.record({
      paymentId: fc.uuid(),
      amount: fc.integer({ min: 1, max: 1_000_000_00 }),
      name: fc.string({ minLength: 1, unit: 'binary' }).map((name) => `a${name}`),
      iban: fc.constant('LV80BANK0000435195001'),
      remittance: fc.constant('x'),
    });
    fc.assert(
      fc.property(fc.array(transfer, { minLength: 1, maxLength: 20 }), (transfers) => {
        const document = read(creditTransferXml({ ...order, transfers }));
        check(document);
        const cents = (sum: string) => Number(sum.replace('.', ''));
        expect(all(document, 'InstdAmt').map(cents)).toEqual(transfers.map(({ amount }) => amount));
        expect(cents(all(document, 'CtrlSum')[0] as string)).toBe(transfers.reduce((sum, { amount }) => sum + amount, 0));
        for (const name of all(document, 'Nm')) expect(Array.from(name).length).toBeLessThanOrEqual(70);
      }),
    );
  });
});
