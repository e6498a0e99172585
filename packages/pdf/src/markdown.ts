import { lexer, type Token, type Tokens } from 'marked';
import type { Content, TableCell } from 'pdfmake/interfaces.js';

/** A piece of text in a line. */
type Piece = { text: string; bold?: boolean; italics?: boolean; decoration?: 'lineThrough' };

const sizes = ['h1', 'h2', 'h3'];

/**
 * Markdown as content of a page: headings, paragraphs, bold and italics, lists, tables, quotations, lines. Pictures are left out and links keep their words
 * alone: a page fetches nothing. HTML is printed as it stands.
 */
export function contentOf(markdown: string): Content[] {
  return sectionsOf(lexer(markdown)).flatMap((section) => {
    const blocks = section.flatMap(blockOf);
    return isShort(section) ? [{ stack: blocks, unbreakable: true }] : blocks;
  });
}

/** Tokens from heading to heading. */
function sectionsOf(tokens: readonly Token[]): Token[][] {
  const sections: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === 'heading') sections.push([]);
    sections.at(-1)?.push(token);
  }
  return sections.filter((section) => section.length > 0);
}

/** A section of a few lines is not torn between two pages; tables are, between their rows. */
const isShort = (section: readonly Token[]): boolean =>
  section.every(({ type }) => type !== 'table') && section.reduce((length, { raw }) => length + raw.length, 0) < 1_000;

/** The plain text of the first heading of the first level; null where there is none. */
export function firstHeading(markdown: string): string | null {
  const heading = lexer(markdown).find(
    (token): token is Tokens.Heading => token.type === 'heading' && (token as Tokens.Heading).depth === 1,
  );
  return heading ? plainOf(heading.tokens) : null;
}

function blockOf(token: Token): Content[] {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return [{ text: piecesOf(tokens), style: sizes[depth - 1] ?? 'h3', headlineLevel: depth }];
    }
    case 'paragraph': {
      const text = piecesOf((token as Tokens.Paragraph).tokens);
      // A line to sign on has room above it.
      return [
        {
          text,
          style: text
            .map((piece) => piece.text)
            .join('')
            .startsWith('____')
            ? 'signature'
            : 'paragraph',
        },
      ];
    }
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return [{ text: tokens ? piecesOf(tokens) : text }];
    }
    case 'list': {
      const { ordered, start, items } = token as Tokens.List;
      const entries = items.map((item) => ({ stack: item.tokens.flatMap(blockOf) }));
      return [ordered ? { ol: entries, start: Number(start) || 1, style: 'list' } : { ul: entries, style: 'list' }];
    }
    case 'table':
      return [tableOf(token as Tokens.Table)];
    case 'blockquote':
      return [{ stack: ((token as Tokens.Blockquote).tokens ?? []).flatMap(blockOf), style: 'quote' }];
    case 'code':
      return [{ text: (token as Tokens.Code).text, style: 'quote', preserveLeadingSpaces: true }];
    case 'hr':
      return [{ canvas: [{ type: 'line', x1: 0, y1: 0, x2: 481, y2: 0, lineWidth: 0.5, lineColor: '#888888' }], margin: [0, 6, 0, 6] }];
    case 'html':
      return [{ text: (token as Tokens.HTML).text.trim(), style: 'paragraph' }];
    default:
      return [];
  }
}

/** What a table has for its columns, in points: the page without its margins and the space between cells. */
const tableWidth = 440;

/** Short columns and figures are as wide as they are; the others share the rest, the longer ones more of it. */
function widthsOf(longest: readonly number[], align: readonly (string | null)[]): ('auto' | number)[] {
  const isOwn = longest.map((length, column) => length <= 18 || align[column] === 'right');
  const rest = tableWidth - longest.reduce((sum, length, column) => sum + (isOwn[column] ? Math.min(length, 18) * 5.5 : 0), 0);
  const shares = longest.map((length, column) => (isOwn[column] ? 0 : Math.sqrt(Math.min(length, 200))));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (share ? Math.floor((Math.max(rest, 120) * share) / all) : 'auto'));
}

/** A table: columns as wide as their words ask for, figures to the right, rows whole, the head again on each page. */
function tableOf({ header, rows, align }: Tokens.Table): Content {
  const longest = header.map((head, column) =>
    Math.max(...[head, ...rows.map((row) => row[column])].map((cell) => cell?.text.length ?? 0)),
  );
  const cell =
    (bold: boolean) =>
    (one: Tokens.TableCell, column: number): TableCell => ({
      text: piecesOf(one.tokens),
      bold,
      alignment: align[column] ?? 'left',
      ...(/\S{30}/.test(one.text) ? { wordBreak: 'break-all' } : {}),
    });
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: widthsOf(longest, align),
      body: [header.map(cell(true)), ...rows.map((row) => row.map(cell(false)))],
    },
    layout: 'atbalsts',
    style: 'table',
  };
}

/** Tokens of a line as pieces one after another, each with all it inherits: pdfmake hands no style down. */
function piecesOf(tokens: readonly Token[] = [], style: Omit<Piece, 'text'> = {}): Piece[] {
  return tokens.flatMap((token) => piecesOfToken(token, { ...style, ...(styles[token.type] ?? {}) }));
}

const styles: Record<string, Omit<Piece, 'text'>> = { strong: { bold: true }, em: { italics: true }, del: { decoration: 'lineThrough' } };

function piecesOfToken(token: Token, style: Omit<Piece, 'text'>): Piece[] {
  if (token.type === 'br') return [{ text: '\n' }];
  if (token.type !== 'image' && 'tokens' in token && token.tokens) return piecesOf(token.tokens, style);
  return [{ ...style, text: 'text' in token ? String(token.text) : '' }];
}

function plainOf(tokens: readonly Token[]): string {
  return piecesOf(tokens)
    .map((piece) => piece.text)
    .join('');
}
