import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { csvOf } from './csv.js';
import type { ExportedReport, Lang } from './exported.js';
import { jsonStatOf } from './json-stat.js';
import { xlsxOf } from './xlsx.js';

/** What a report is exported as. */
export enum ExportFormat {
  CSV = 'CSV',
  XLSX = 'XLSX',
  JSON_STAT = 'JSON_STAT',
}
registerEnumType(ExportFormat, {
  name: 'ExportFormat',
  description: 'What a report is exported as.',
  valuesConfig: {
    CSV: { description: 'A line for each row (RFC 4180, UTF-8): in Latvian with ; and a decimal comma, in English with , and a point.' },
    XLSX: { description: 'A workbook with a sheet for each table.' },
    JSON_STAT: { description: 'JSON-stat 2.0, for statisticians: a dataset for each table.' },
  },
});

/** A report as a file. */
@ObjectType({ description: 'A report as a file.' })
@Allow('publishedReport.read')
export class ReportExport {
  @InGraph('regional')
  @Field(() => String, { description: 'A name for the file.' })
  fileName!: string;

  @InGraph('regional')
  @Field(() => String, { description: 'Media type of the file.' })
  mediaType!: string;

  @InGraph('regional')
  @Field(() => String, { description: 'The file, in Base64.' })
  base64!: string;
}

const files = {
  [ExportFormat.CSV]: {
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    make: (report: ExportedReport, lang: Lang) => Buffer.from(csvOf(report, lang)),
  },
  [ExportFormat.XLSX]: { extension: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', make: xlsxOf },
  [ExportFormat.JSON_STAT]: {
    extension: 'json',
    mediaType: 'application/json',
    make: (report: ExportedReport, lang: Lang) => Buffer.from(JSON.stringify(jsonStatOf(report, lang))),
  },
} as const;

/** A report as a file of a format, its words in one language. */
export async function exportReport(report: ExportedReport, format: ExportFormat, lang: Lang): Promise<ReportExport> {
  const { extension, mediaType, make } = files[format];
  return Object.assign(new ReportExport(), {
    fileName: `report-${report.municipality.code}-${report.year}${report.publishedOn === null ? '-live' : ''}.${extension}`,
    mediaType,
    base64: (await make(report, lang)).toString('base64'),
  });
}
