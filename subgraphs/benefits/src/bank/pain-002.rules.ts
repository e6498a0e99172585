import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type AnswerFile, centsOf, dayOf, mostAnswers, outcomeOf, type ReadAnswer, UnreadableAnswer } from './answer.model.js';

/** An element as the parser gives it: lists of elements by name. Text stands under `#text`, attributes under `@name`. */
interface Element {
  [name: string]: Element[] | string | undefined;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  alwaysCreateTextNode: true,
  processEntities: { enabled: true, maxTotalExpansions: 100_000 },
  htmlEntities: false,
  maxNestedTags: 20,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.10';

/** The namespace that the first Document declares for itself; the parser drops it. */
const rootNamespace = /<(?:[\w.-]{1,30}:)?Document(?=[\s>])[^>]{0,1000}?\sxmlns(?::[\w.-]{1,30})?\s?=\s?(["'])([^"']{0,200})\1/;

/**
 * Reads a customer payment status report, ISO 20022 pain.002.001.10. A status stands at the payment, at the payment information block or at the whole message;
 * the nearest counts. No document type is taken, so no entity is ever expanded.
 * @throws UnreadableAnswer with the element where it is not such a report
 */
export function readPain002(xml: string): AnswerFile {
  const report = reportOf(xml);
  const created = dayOf(textOf(report, 'GrpHdr', 'CreDtTm') ?? '');
  if (!created) throw bad('GrpHdr/CreDtTm', 'trūkst atbildes dienas', 'the day of the answer is missing');
  const group = first(report, 'OrgnlGrpInfAndSts');
  const messageId = group && textOf(group, 'OrgnlMsgId');
  if (!group || !messageId)
    throw bad('OrgnlGrpInfAndSts/OrgnlMsgId', 'nav norādīts, uz kuru ziņojumu atbildēts', 'it does not say which message it answers');
  if (!/^pain\.001\b/.test(textOf(group, 'OrgnlMsgNmId') ?? ''))
    throw bad('OrgnlGrpInfAndSts/OrgnlMsgNmId', 'atbilde nav uz pain.001', 'it does not answer a pain.001');
  const blocks = all(report, 'OrgnlPmtInfAndSts');
  const wholes = [
    wholeOf(group, 'GrpSts', 'OrgnlGrpInfAndSts', created),
    ...blocks.map((block, at) => wholeOf(block, 'PmtInfSts', path(at), created)),
  ];
  const answers = blocks.flatMap((block, at) =>
    all(block, 'TxInfAndSts').map((transaction, index) => answerOf(transaction, `${path(at)}/TxInfAndSts[${index + 1}]`, created)),
  );
  if (answers.length > mostAnswers)
    throw bad('OrgnlPmtInfAndSts', `vairāk par ${mostAnswers} maksājumiem`, `more than ${mostAnswers} payments`);
  return { messageId, answers, others: wholes.findLast((whole) => whole !== null && whole.outcome !== 'WAITING') ?? null };
}

const path = (at: number): string => `OrgnlPmtInfAndSts[${at + 1}]`;

function reportOf(xml: string): Element {
  if (/<!(?!--|\[CDATA\[)/.test(xml))
    throw bad('Document', 'dokumenta tipa deklarācija nav atļauta', 'a document type declaration is not allowed');
  const wellFormed = XMLValidator.validate(xml);
  if (wellFormed !== true) {
    const { line } = wellFormed.err;
    throw bad(`line ${line}`, `XML nav pareizs (${line}. rinda)`, `the XML is not well-formed (line ${line})`);
  }
  let parsed: Element;
  try {
    parsed = parser.parse(xml) as Element;
  } catch {
    throw bad('Document', 'XML nevar nolasīt', 'the XML cannot be read');
  }
  const document = first(parsed, 'Document');
  const declared = rootNamespace.exec(xml)?.[2] === namespace;
  if (!document || !declared) throw bad('Document', `dokuments nav ${namespace}`, `the document is not ${namespace}`);
  const report = first(document, 'CstmrPmtStsRpt');
  if (!report) throw bad('Document/CstmrPmtStsRpt', 'elementa nav', 'the element is missing');
  return report;
}

/** What a status of many payments says of each of them; null where there is none. */
function wholeOf(element: Element, name: string, at: string, created: string): AnswerFile['others'] {
  const status = textOf(element, name);
  return status === null ? null : { at: `${at}/${name}`, ...saidBy(element, status, `${at}/${name}`, created) };
}

function answerOf(transaction: Element, at: string, created: string): ReadAnswer {
  const endToEndId = textOf(transaction, 'OrgnlEndToEndId');
  if (!endToEndId) throw bad(`${at}/OrgnlEndToEndId`, 'elementa nav', 'the element is missing');
  const status = textOf(transaction, 'TxSts');
  if (!status) throw bad(`${at}/TxSts`, 'elementa nav', 'the element is missing');
  const said = saidBy(transaction, status, `${at}/TxSts`, created);
  return { at, endToEndId, ...said, amount: amountOf(transaction, at) };
}

function saidBy(element: Element, status: string, at: string, created: string): Pick<ReadAnswer, 'outcome' | 'on' | 'code' | 'text'> {
  const outcome = Object.hasOwn(outcomeOf, status) ? outcomeOf[status] : undefined;
  if (!outcome) throw bad(at, `nezināms statuss ${status.slice(0, 20)}`, `the status ${status.slice(0, 20)} is not known`);
  const accepted = textOf(element, 'AccptncDtTm');
  const on = outcome === 'PAID' ? (accepted === null ? created : dayOf(accepted)) : null;
  if (outcome === 'PAID' && on === null) throw bad(at.replace(/[^/]+$/, 'AccptncDtTm'), 'tā nav diena', 'it is not a day');
  const reasons = all(element, 'StsRsnInf');
  const code = reasons.map((reason) => textOf(reason, 'Rsn', 'Cd') ?? textOf(reason, 'Rsn', 'Prtry')).find((found) => found) ?? null;
  const text = reasons.flatMap((reason) => all(reason, 'AddtlInf').map((info) => String(info['#text'] ?? '').trim())).filter(Boolean);
  return { outcome, on, code, text: text.length ? text.join(' ') : null };
}

function amountOf(transaction: Element, at: string): number | null {
  const instructed = first(transaction, 'OrgnlTxRef', 'Amt', 'InstdAmt');
  if (!instructed) return null;
  const amount = centsOf(String(instructed['#text'] ?? '').trim());
  if (amount === null || instructed['@Ccy'] !== 'EUR')
    throw bad(`${at}/OrgnlTxRef/Amt/InstdAmt`, 'tā nav summa eiro', 'it is not an amount in euro');
  return amount;
}

const all = (element: Element, name: string): Element[] => {
  const found = Object.hasOwn(element, name) ? element[name] : undefined;
  return Array.isArray(found) ? found : [];
};

const first = (element: Element, ...names: string[]): Element | null =>
  names.reduce<Element | null>((inside, name) => (inside && (all(inside, name)[0] ?? null)) ?? null, element);

function textOf(element: Element, ...names: string[]): string | null {
  const text = first(element, ...names)?.['#text'];
  return typeof text === 'string' && text.trim() ? text.trim() : null;
}

const bad = (at: string, lv: string, en: string): UnreadableAnswer =>
  new UnreadableAnswer(at, { lv: `${at}: ${lv}.`, en: `${at}: ${en}.` });
