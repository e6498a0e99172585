/** A payment that the bank sent back, as its own file says it: to be shown to people, nothing is decided by it. */
export interface SentBack {
  /** The end-to-end id of the order. */
  reference: string;
  /** Reason code of ISO 20022, e.g. AC04; null where the bank gives none. */
  code: string | null;
  text: string | null;
  /** As the graph writes money; null where the bank does not repeat it. */
  amount: string | null;
  /** Whom the bank names; null where it names nobody. */
  payee: string | null;
}

/** The longest text that the graph takes at once, in characters. */
export const longestAnswer = 900_000;

/** In which of the two forms a file is: one begins with an element, the other with a line of names. */
export const formatOf = (content: string): 'PAIN_002' | 'CSV' =>
  content
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .startsWith('<')
    ? 'PAIN_002'
    : 'CSV';

/** What a file of the bank says was sent back, in its order. Of what cannot be read nothing is given: the graph has read it and says what is wrong. */
export const sentBackIn = (content: string): SentBack[] => (formatOf(content) === 'CSV' ? ofCsv(content) : ofReport(content));

function ofReport(xml: string): SentBack[] {
  const blocks = xml.match(/<(?:[\w.-]+:)?TxInfAndSts[\s>][\s\S]*?<\/(?:[\w.-]+:)?TxInfAndSts>/g) ?? [];
  return blocks.flatMap((block) => {
    if (textOf(block, 'TxSts') !== 'RJCT') return [];
    const why = inner(block, 'StsRsnInf');
    const payee = inner(block, 'Cdtr');
    return [
      {
        reference: textOf(block, 'OrgnlEndToEndId') ?? '',
        code: why && (textOf(why, 'Cd') ?? textOf(why, 'Prtry')),
        text: why && textOf(why, 'AddtlInf'),
        amount: moneyOf(textOf(block, 'InstdAmt')),
        payee: payee && textOf(payee, 'Nm'),
      },
    ];
  });
}

/** What stands in the first element of a name, whatever its prefix; null without one. */
function inner(xml: string, name: string): string | null {
  return new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:[\\w.-]+:)?${name}>`).exec(xml)?.[1] ?? null;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function textOf(xml: string, name: string): string | null {
  const found = inner(xml, name)?.trim();
  return found ? found.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => named[entity] ?? '') : null;
}

function ofCsv(csv: string): SentBack[] {
  const [header = [], ...rows] = csv
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map(cellsOf);
  return rows.flatMap((row) => {
    const cell = (name: string) => row[header.indexOf(name)]?.trim() || null;
    if (!['REJECTED', 'RJCT'].includes(cell('status')?.toUpperCase() ?? '')) return [];
    const { reference, code, text } = { reference: cell('endToEndId') ?? '', code: cell('reasonCode'), text: cell('reason') };
    return [{ reference, code, text, amount: moneyOf(cell('amount')), payee: null }];
  });
}

/** Cells of a line: semicolons, commas and tabs divide them, quotes hold together. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|[;,\t])\s*(?:"((?:[^"]|"")*)"|([^;,\t]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  );
}

const moneyOf = (text: string | null): string | null => (text && /^\d+(\.\d{1,2})?$/.test(text) ? Number(text).toFixed(2) : null);
