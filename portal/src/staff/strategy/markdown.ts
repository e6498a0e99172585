/** A piece of a document: what a progress report is made of. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] };

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

/** Reads the Markdown of the graph's documents (headings, paragraphs, lists, tables) into pieces. Anything else is a paragraph, as it stands. */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (!line) continue;
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
    } else if (line.startsWith('|') && /^\|[\s|:-]+\|$/.test((lines[at + 1] ?? '').trim())) {
      const rows: string[][] = [];
      for (at += 2; (lines[at] ?? '').trim().startsWith('|'); at += 1) rows.push(cellsOf((lines[at] ?? '').trim()));
      at -= 1;
      blocks.push({ kind: 'table', head: cellsOf(line), rows });
    } else if (/^[-*]\s+/.test(line)) {
      const items: string[] = [];
      for (; /^[-*]\s+/.test((lines[at] ?? '').trim()); at += 1) items.push((lines[at] ?? '').trim().replace(/^[-*]\s+/, ''));
      at -= 1;
      blocks.push({ kind: 'list', items });
    } else {
      const before = blocks.at(-1);
      const follows = (lines[at - 1] ?? '').trim() !== '';
      if (follows && before?.kind === 'paragraph') before.text += ` ${line}`;
      else blocks.push({ kind: 'paragraph', text: line });
    }
  }
  return blocks;
}
