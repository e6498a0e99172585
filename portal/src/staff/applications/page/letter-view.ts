/** A part of a letter. */
export type LetterBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; head: readonly string[]; figures: readonly boolean[]; rows: readonly (readonly string[])[] }
  | { kind: 'signature'; text: string };

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** Words between, or out of, double stars. */
export interface Run {
  text: string;
  strong: boolean;
}

/** A line in its runs; what Markdown escapes is written as it is read. */
export function runsOf(text: string): Run[] {
  return text
    .split(/\*\*(.+?)\*\*/)
    .map((part, at) => ({ text: part.replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1'), strong: at % 2 === 1 }))
    .filter((run) => run.text !== '');
}

/**
 * The Markdown of a letter as blocks: headings, paragraphs, tables and the line for the signature. It knows what the letters of the graph have (decision
 * 0018); anything else is shown as a paragraph, never as HTML.
 */
export function letterBlocks(markdown: string): LetterBlock[] {
  return markdown
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block) => {
      const heading = /^(#{1,2})\s+(.*)$/s.exec(block);
      if (heading) return { kind: 'heading', level: heading[1] === '#' ? 1 : 2, text: heading[2] ?? '' };
      const lines = block.split('\n');
      if (lines.length > 1 && lines[0]?.startsWith('|') && /^\|[\s:|-]+\|$/.test(lines[1] ?? '')) {
        const figures = cellsOf(lines[1] ?? '').map((rule) => rule.endsWith(':'));
        return { kind: 'table', head: cellsOf(lines[0]), figures, rows: lines.slice(2).map(cellsOf) };
      }
      if (/^(\\_){6,}/.test(block)) return { kind: 'signature', text: block.replace(/\\_/g, '').trim() };
      return { kind: 'paragraph', text: block };
    });
}
