import { domains } from '@atbalsts/database';
import type { PersonExport } from './person-export.js';
import { columnWords, domainWords, moneyColumns, tableWords } from './person-words.js';

/** A person's export as a document to be read: Markdown, Latvian first. */
export function personDocument(exported: PersonExport): string {
  const lines = [
    `# Izraksts par personu ${exported.reference} / Extract on person ${exported.reference}`,
    '',
    `Sagatavots ${exported.exportedOn}, pašvaldība ${exported.municipality}. Viss, ko par personu glabā visas sistēmas daļas (Regula (ES) 2016/679, 15. pants).`,
    '',
    `Made on ${exported.exportedOn}, municipality ${exported.municipality}. Everything that all parts of the system hold on the person (Regulation (EU) 2016/679, article 15).`,
  ];
  for (const name of domains) {
    const held = exported.domains[name];
    if (!held) continue;
    lines.push('', `## ${domainWords[name].lv} / ${domainWords[name].en}`);
    for (const [table, { comment, rows }] of Object.entries(held)) {
      const words = tableWords[table];
      lines.push('', `### ${words ? `${words.lv} / ${words.en}` : safe(comment ?? table)} (${rows.length})`);
      for (const [n, row] of rows.entries()) {
        lines.push('', `${n + 1}.`);
        for (const [column, value] of Object.entries(row)) {
          if (value === null || column === 'municipality' || column === 'version') continue;
          lines.push(`   - ${columnWords[column] ?? column}: ${text(column, value)}`);
        }
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

function text(column: string, value: unknown): string {
  if (moneyColumns.has(column))
    return [value]
      .flat()
      .map((cents) => `${(Number(cents) / 100).toFixed(2)} EUR`)
      .join(', ');
  if (Array.isArray(value)) return value.map((one) => safe(String(one))).join(', ');
  return safe(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** What stands in a record is text, whatever signs it has: no markup, no line of its own. */
const safe = (value: string): string =>
  value
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]#|]/g, (sign) => `\\${sign}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
