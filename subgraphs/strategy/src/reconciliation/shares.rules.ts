import type { ReportRowDefinition, ReportTableDefinition } from '@atbalsts/reference';
import type { Finding, PublishedTables } from './finding.js';

/** Of what a share is the share: the figures of two rows of its table. */
interface Quotient {
  part: string;
  whole: string;
}

/** Words by which a row says that it is a share. */
const inHundredths = /%|procent|percent/i;
const shareWords = /īpatsvar|\bshare\b|\bproportion\b/i;

/** Whether a row is a share, by what the file says of it, or by its words. Money is none, whatever it is called. */
export function isShare({ label, measure, share }: ReportRowDefinition): boolean {
  if (share) return true;
  return measure === 'OTHER' && [label.lv, label.en].some((text) => inHundredths.test(text) || shareWords.test(text));
}

/**
 * Shares that are not the quotient of their parts. Which two rows these are says the file, or how the row is printed: a share below a part, which is below its
 * whole. Else the row is accused where the figure before it, or that of the row it is below, divided by another gives the share in another year, and nothing gives
 * it in this one.
 */
export function againstQuotients(given: PublishedTables, table: ReportTableDefinition): Finding[] {
  return table.rows.filter(isShare).flatMap((row): Finding[] => {
    const published = given.published(table.id, row.key, given.year);
    if (published === null) return [];
    const certain = certainQuotient(table, row);
    const found = certain ? unlessRight(given, table, row, certain) : byWitness(given, table, row);
    if (!found) return [];
    const { quotient, expected, because } = found;
    const pair = `“${quotient.part}” : “${quotient.whole}”`;
    return [
      {
        kind: 'SHARE_IS_NOT_QUOTIENT',
        table: table.id,
        row: row.key,
        published,
        derived: expected,
        words: {
          lv: `Publicēts ${published}, ${pair} ir ${expected}${because ? `; ${because}. gadā tie sakrīt` : ''}.`,
          en: `Published ${published}, ${pair} is ${expected}${because ? `; in ${because} they agree` : ''}.`,
        },
      },
    ];
  });
}

function certainQuotient(table: ReportTableDefinition, row: ReportRowDefinition): Quotient | null {
  if (row.share) return row.share;
  const part = table.rows.find(({ key }) => key === row.parent);
  const whole = part && table.rows.find(({ key }) => key === part.parent);
  return part && whole && !isShare(part) && !isShare(whole) ? { part: part.key, whole: whole.key } : null;
}

interface Accusation {
  quotient: Quotient;
  expected: number;
  because: number | null;
}

function unlessRight(
  given: PublishedTables,
  table: ReportTableDefinition,
  row: ReportRowDefinition,
  quotient: Quotient,
): Accusation | null {
  const answer = answerOf(given, table, row, quotient, given.year);
  return answer && !answer.agrees ? { quotient, expected: answer.expected, because: null } : null;
}

function byWitness(given: PublishedTables, table: ReportTableDefinition, row: ReportRowDefinition): Accusation | null {
  const counted = table.rows.filter((one) => !isShare(one) && one.key !== row.key);
  const above = table.rows.slice(0, table.rows.indexOf(row)).filter((one) => counted.includes(one));
  const parts = new Set([row.parent, above.at(-1)?.key].filter((key) => counted.some((one) => one.key === key)) as string[]);
  const tried = [...parts].flatMap((part) => counted.filter(({ key }) => key !== part).map(({ key }): Quotient => ({ part, whole: key })));
  const agrees = (quotient: Quotient, year: number) => answerOf(given, table, row, quotient, year)?.agrees === true;
  if (tried.some((quotient) => agrees(quotient, given.year))) return null;
  for (const quotient of tried) {
    const witness = given.years.find((year) => year !== given.year && agrees(quotient, year));
    const answer = answerOf(given, table, row, quotient, given.year);
    if (witness !== undefined && answer) return { quotient, expected: answer.expected, because: witness };
  }
  return null;
}

/** What a quotient gives in a year, as exactly as the share is printed; null where one of the three is not printed, or the whole is 0. */
function answerOf(
  given: PublishedTables,
  table: ReportTableDefinition,
  row: ReportRowDefinition,
  { part, whole }: Quotient,
  year: number,
): { expected: number; agrees: boolean } | null {
  const [share, numerator, denominator] = [row.key, part, whole].map((key) => given.published(table.id, key, year));
  if (share == null || numerator == null || denominator == null || denominator === 0) return null;
  const digits = Math.max(digitsOf(share), 0);
  const exact = (numerator / denominator) * (isInHundredths(row, share) ? 100 : 1);
  const unit = 10 ** -digits;
  return { expected: Math.round(exact / unit) / 10 ** digits, agrees: Math.abs(exact - share) <= unit / 2 + 1e-9 };
}

/** A share that says so by a sign, or that is larger than one whole, is printed in hundredths. */
const isInHundredths = ({ label }: ReportRowDefinition, share: number): boolean =>
  share > 1 || [label.lv, label.en].some((text) => inHundredths.test(text));

/** How many decimals a figure is printed with. */
const digitsOf = (figure: number): number => String(figure).split('.')[1]?.length ?? 0;
