import type { ImportReport, LineProblem } from '@atbalsts/registry';
import type { Header } from './columns.js';

/** Findings that are told one by one; the rest is counted, so that a file that is wrong throughout needs no more memory than one that is right. */
const told = 200;

/** Collects what is wrong with a file. */
export class ImportProblems implements ImportReport {
  private readonly first: LineProblem[] = [];
  private readonly rest = new Map<string, number>();
  total = 0;

  problem(problem: LineProblem): void {
    this.total++;
    if (this.first.length < told) this.first.push(problem);
    else this.rest.set(problem.field ?? '', (this.rest.get(problem.field ?? '') ?? 0) + 1);
  }

  get refused(): boolean {
    return this.total > 0;
  }

  /** The report by line and column, in both languages. */
  lines(header: Header | null): string[] {
    const nameOf = (field: string | null) => (field ? `, ${header?.nameOf(field) ?? field}` : '');
    const sorted = [...this.first].sort((a, b) => a.line - b.line);
    const lines = sorted.flatMap(({ line, field, lv, en }) => [
      `${line ? `${line}. rinda / line ${line}` : 'Fails / file'}${nameOf(field)}:`,
      `  ${lv}`,
      `  ${en}`,
    ]);
    for (const [field, count] of this.rest) lines.push(`+ ${count}${nameOf(field || null)}: tāpat / the same kind`);
    return lines;
  }
}
