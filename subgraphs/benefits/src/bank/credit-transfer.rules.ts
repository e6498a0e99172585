import type { Cents, IsoDate } from '@atbalsts/reference';
import { inEuro } from '../means/means.rounding.rules.js';

/** A payment as the bank gets it. */
export interface Transfer {
  /** Id of the payment; without its dashes it is the end-to-end id by which the bank answers. */
  paymentId: string;
  amount: Cents;
  name: string;
  iban: string;
  /** What the statement of the payee says. It names the decision, and nothing of why. */
  remittance: string;
}

/** An order to the bank: what a batch is to it. */
export interface TransferOrder {
  /** At most 35 characters: the number of the batch. */
  messageId: string;
  createdOn: IsoDate;
  payOn: IsoDate;
  debtor: { name: string; iban: string; bic: string | null };
  /** At least one. */
  transfers: readonly Transfer[];
}

/** The end-to-end id of a payment: 32 of the 35 characters the standard allows. */
export const endToEndId = (paymentId: string): string => paymentId.replaceAll('-', '');

/**
 * A SEPA credit transfer order as ISO 20022 pain.001.001.09 (customer credit transfer initiation): one group header, one payment information block, one
 * transaction for each payment, with number and control sum in both places. EPC132-08, SEPA credit transfer customer-to-PSP implementation guidelines.
 * @throws RangeError without any transfer, or with an amount that is not above zero
 */
export function creditTransferXml({ messageId, createdOn, payOn, debtor, transfers }: TransferOrder): string {
  if (transfers.length === 0) throw new RangeError('an order has at least one transfer');
  if (transfers.some(({ amount }) => !Number.isSafeInteger(amount) || amount <= 0)) throw new RangeError('a transfer is above zero');
  const sum = transfers.reduce((total, { amount }) => total + amount, 0);
  const totals = `<NbOfTxs>${transfers.length}</NbOfTxs><CtrlSum>${inEuro(sum)}</CtrlSum>`;
  const agent = debtor.bic ? `<BICFI>${debtor.bic}</BICFI>` : '<Othr><Id>NOTPROVIDED</Id></Othr>';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>',
    `<GrpHdr><MsgId>${text(messageId, 35)}</MsgId><CreDtTm>${createdOn}T00:00:00</CreDtTm>${totals}<InitgPty><Nm>${text(debtor.name, 70)}</Nm></InitgPty></GrpHdr>`,
    `<PmtInf><PmtInfId>${text(messageId, 35)}</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>true</BtchBookg>${totals}`,
    `<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf><ReqdExctnDt><Dt>${payOn}</Dt></ReqdExctnDt>`,
    `<Dbtr><Nm>${text(debtor.name, 70)}</Nm></Dbtr><DbtrAcct><Id><IBAN>${debtor.iban}</IBAN></Id></DbtrAcct><DbtrAgt><FinInstnId>${agent}</FinInstnId></DbtrAgt><ChrgBr>SLEV</ChrgBr>`,
    ...transfers.map(
      ({ paymentId, amount, name, iban, remittance }) =>
        `<CdtTrfTxInf><PmtId><EndToEndId>${endToEndId(paymentId)}</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">${inEuro(amount)}</InstdAmt></Amt>` +
        `<Cdtr><Nm>${text(name, 70)}</Nm></Cdtr><CdtrAcct><Id><IBAN>${iban}</IBAN></Id></CdtrAcct><RmtInf><Ustrd>${text(remittance, 140)}</Ustrd></RmtInf></CdtTrfTxInf>`,
    ),
    '</PmtInf></CstmrCdtTrfInitn></Document>',
    '',
  ].join('\n');
}

/** Text that stays text in XML, without control characters, cut to the length the standard allows. */
function text(value: string, most: number): string {
  const plain = Array.from(value.replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, ' ').trim())
    .slice(0, most)
    .join('')
    .trim();
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
