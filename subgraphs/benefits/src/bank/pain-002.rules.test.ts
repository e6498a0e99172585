import { describe, expect, it } from '@jest/globals';
import { UnreadableAnswer } from './answer.model.js';
import { readPain002 } from './pain-002.rules.js';

const report = (inside: string, more: { group?: string; header?: string; open?: string } = {}) => `<?xml version="1.0" encoding="UTF-8"?>
${more.open ?? ''}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr>${more.header ?? '<MsgId>B-1</MsgId><CreDtTm>2025-07-28T10:00:00</CreDtTm>'}</GrpHdr>
<OrgnlGrpInfAndSts>${more.group ?? '<OrgnlMsgId>IZM-2025-000001</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>'}</OrgnlGrpInfAndSts>
${inside}</CstmrPmtStsRpt></Document>`;
const block = (...transactions: string[]) =>
  `<OrgnlPmtInfAndSts><OrgnlPmtInfId>IZM-2025-000001</OrgnlPmtInfId>${transactions.join('')}</OrgnlPmtInfAndSts>`;
const transaction = (id: string, status: string, more = '') =>
  `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${status}</TxSts>${more}</TxInfAndSts>`;
const reason = '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Konts</AddtlInf><AddtlInf>sl&#275;gts &amp; tuk&#353;s</AddtlInf></StsRsnInf>';

const placeOf = (xml: string): string => {
  try {
    readPain002(xml);
    return '';
  } catch (error) {
    if (!(error instanceof UnreadableAnswer)) throw error;
    return error.at;
  }
};

describe('a customer payment status report', () => {
  it('says what became of each payment', () => {
    const file = readPain002(
      report(
        block(
          transaction('a1', 'ACSC', '<AccptncDtTm>2025-07-27T23:59:00+03:00</AccptncDtTm>'),
          transaction('a2', 'RJCT', `${reason}<OrgnlTxRef><Amt><InstdAmt Ccy="EUR">106.00</InstdAmt></Amt></OrgnlTxRef>`),
        ) + block(transaction('a3', 'PDNG'), transaction('a4', 'ACCC')),
      ),
    );
    const at = (n: number, m: number) => `OrgnlPmtInfAndSts[${n}]/TxInfAndSts[${m}]`;
    expect(file).toEqual({
      messageId: 'IZM-2025-000001',
      others: null,
      answers: [
        { at: at(1, 1), endToEndId: 'a1', outcome: 'PAID', on: '2025-07-27', code: null, text: null, amount: null },
        {
          at: at(1, 2),
          endToEndId: 'a2',
          outcome: 'REJECTED',
          on: null,
          code: 'AC04',
          text: expect.stringMatching(/^Konts sl.*gts & tuk/),
          amount: 10_600,
        },
        { at: at(2, 1), endToEndId: 'a3', outcome: 'WAITING', on: null, code: null, text: null, amount: null },
        { at: at(2, 2), endToEndId: 'a4', outcome: 'PAID', on: '2025-07-28', code: null, text: null, amount: null },
      ],
    });
  });

  it('may say it of the whole message at once, or of the block, which counts before the message', () => {
    const group = '<OrgnlMsgId>X</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>ACSC</GrpSts>';
    expect(readPain002(report('', { group })).others).toMatchObject({ at: 'OrgnlGrpInfAndSts/GrpSts', outcome: 'PAID', on: '2025-07-28' });
    const rejected = `<OrgnlPmtInfAndSts><OrgnlPmtInfId>X</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>${reason}</OrgnlPmtInfAndSts>`;
    expect(readPain002(report(rejected, { group })).others).toMatchObject({
      at: 'OrgnlPmtInfAndSts[1]/PmtInfSts',
      outcome: 'REJECTED',
      code: 'AC04',
    });
    expect(readPain002(report('', { group: group.replace('ACSC', 'PART') })).others).toBeNull();
  });

  it.each([
    ['no XML', 'endToEndId;status', 'line 1'],
    ['an element left open', report('<OrgnlPmtInfAndSts>'), expect.stringMatching(/^line \d+$/)],
    ['another message', report('').replaceAll('pain.002.001.10', 'pain.002.001.03'), 'Document'],
    ['no report', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"></Document>', 'Document/CstmrPmtStsRpt'],
    ['no day', report('', { header: '<MsgId>B</MsgId>' }), 'GrpHdr/CreDtTm'],
    ['no message it answers', report('', { group: '<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>' }), 'OrgnlGrpInfAndSts/OrgnlMsgId'],
    [
      'an answer to a direct debit',
      report('', { group: '<OrgnlMsgId>X</OrgnlMsgId><OrgnlMsgNmId>pain.008</OrgnlMsgNmId>' }),
      'OrgnlGrpInfAndSts/OrgnlMsgNmId',
    ],
    [
      'a payment without a reference',
      report(block('<TxInfAndSts><TxSts>ACSC</TxSts></TxInfAndSts>')),
      'OrgnlPmtInfAndSts[1]/TxInfAndSts[1]/OrgnlEndToEndId',
    ],
    [
      'a payment without a status',
      report(block('<TxInfAndSts><OrgnlEndToEndId>a</OrgnlEndToEndId></TxInfAndSts>')),
      'OrgnlPmtInfAndSts[1]/TxInfAndSts[1]/TxSts',
    ],
    ['a status nobody knows', report(block(transaction('a', 'constructor'))), 'OrgnlPmtInfAndSts[1]/TxInfAndSts[1]/TxSts'],
    [
      'a day that is none',
      report(block(transaction('a', 'ACSC', '<AccptncDtTm>soon</AccptncDtTm>'))),
      'OrgnlPmtInfAndSts[1]/TxInfAndSts[1]/AccptncDtTm',
    ],
    [
      'another currency',
      report(block(transaction('a', 'ACSC', '<OrgnlTxRef><Amt><InstdAmt Ccy="USD">1.00</InstdAmt></Amt></OrgnlTxRef>'))),
      'OrgnlPmtInfAndSts[1]/TxInfAndSts[1]/OrgnlTxRef/Amt/InstdAmt',
    ],
    ['a document type', report('', { open: '<!DOCTYPE Document>' }), 'Document'],
    ['an external entity', report('&x;', { open: '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>' }), 'Document'],
    [
      'entities that grow',
      report('&c;', {
        open: `<!doctype d [<!entity a "${'a'.repeat(1000)}"><!entity b "${'&a;'.repeat(1000)}"><!entity c "${'&b;'.repeat(1000)}">]>`,
      }),
      'Document',
    ],
    ['elements without end', report(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`), 'Document'],
    ['elements named after what every object has', report('<__proto__><x>1</x></__proto__><constructor/>'), expect.any(String)],
  ])('is refused with its place: %s', (_name, xml, place) => {
    expect(placeOf(xml)).toEqual(place);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});
