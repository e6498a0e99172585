import { describe, expect, it } from '@jest/globals';
import { formatOf, sentBackIn } from './answer-file.js';

const report = `<?xml version="1.0"?><ns:Document xmlns:ns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><ns:OrgnlPmtInfAndSts>
<ns:TxInfAndSts><ns:OrgnlEndToEndId>a1</ns:OrgnlEndToEndId><ns:TxSts>ACSC</ns:TxSts></ns:TxInfAndSts>
<ns:TxInfAndSts><ns:OrgnlEndToEndId>b2</ns:OrgnlEndToEndId><ns:TxSts>RJCT</ns:TxSts><ns:StsRsnInf><ns:Rsn><ns:Cd>AC04</ns:Cd></ns:Rsn>
<ns:AddtlInf>Konts sl\u0113gts &amp; dz\u0113sts</ns:AddtlInf></ns:StsRsnInf><ns:OrgnlTxRef><ns:Amt><ns:InstdAmt Ccy="EUR">106.5</ns:InstdAmt></ns:Amt>
<ns:Cdtr><ns:Pty><ns:Nm>J\u0101nis Paraugs</ns:Nm></ns:Pty></ns:Cdtr></ns:OrgnlTxRef></ns:TxInfAndSts></ns:OrgnlPmtInfAndSts></ns:Document>`;

describe('an answer of the bank', () => {
  it('is a report where it begins with an element, also after a mark of the byte order, and lines else', () => {
    expect(formatOf(`\uFEFF  ${report}`)).toBe('PAIN_002');
    expect(formatOf('endToEndId;status;date')).toBe('CSV');
  });

  it('names what was sent back with its reason, whatever the prefix of the elements', () => {
    expect(sentBackIn(report)).toEqual([
      { reference: 'b2', code: 'AC04', text: 'Konts sl\u0113gts & dz\u0113sts', amount: '106.50', payee: 'J\u0101nis Paraugs' },
    ]);
  });

  it('names it of lines too, with quotes and empty cells, and nothing of a header alone', () => {
    const csv =
      'endToEndId;status;date;reasonCode;reason;amount\r\na1;PAID;2026-11-22;;;\r\nb2;RJCT;;AC06;"Konts; ""blo\u0137\u0113ts""";30\r\nc3;rejected;;;;\r\n';
    expect(sentBackIn(csv)).toEqual([
      { reference: 'b2', code: 'AC06', text: 'Konts; "blo\u0137\u0113ts"', amount: '30.00', payee: null },
      { reference: 'c3', code: null, text: null, amount: null, payee: null },
    ]);
    expect(sentBackIn('endToEndId;status;date')).toEqual([]);
    expect(sentBackIn('<Document>')).toEqual([]);
  });
});
