import { Allow } from '@atbalsts/auth';
import { type Context, InGraph, Language } from '@atbalsts/graphql';
import { municipalities } from '@atbalsts/reference';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AnnualReport } from '../annual-report/annual-report.js';
import { collectReport } from '../published-report/collect.js';
import { wholeReport } from '../published-report/publish.js';
import { PublishedReport } from '../published-report/published-report.entity.js';
import type { SnapshotTable } from '../published-report/snapshot.js';
import { ExportFormat, exportReport, ReportExport } from './report-export.js';

const formatArg = { description: 'Format of the file.' };
const languageArg = { defaultValue: Language.LV, description: 'Language of its words.' };
const langOf = (language: Language) => (language === Language.EN ? 'en' : 'lv');

/** A report of a municipality as a file. */
const fileOf = (
  code: string,
  year: number,
  publishedOn: string | null,
  tables: readonly SnapshotTable[],
  format: ExportFormat,
  language: Language,
) => {
  const label = municipalities.find((one) => one.code === code)?.label ?? { lv: code, en: code };
  return exportReport({ municipality: { code, label }, year, publishedOn, tables }, format, langOf(language));
};

/** The live report as a file. */
@Resolver(() => AnnualReport)
export class AnnualReportExportResolver {
  @FieldResolver(() => ReportExport, {
    nullable: true,
    description:
      'The report as a file, counted now over all domains; nothing is withheld in it: it is for the town itself. An error where a domain does not answer: half a report is no report.',
  })
  @Allow('report.read')
  async export(
    @Ctx() context: Context,
    @Root() { municipalityCode, year }: AnnualReport,
    @Arg('format', () => ExportFormat, formatArg) format: ExportFormat,
    @Arg('language', () => Language, languageArg) language: Language,
  ): Promise<ReportExport> {
    const answer = await collectReport(context, municipalityCode, year);
    return fileOf(municipalityCode, year, null, wholeReport(municipalityCode, year, answer), format, language);
  }
}

/** A published report as a file. */
@Resolver(() => PublishedReport)
export class PublishedReportExportResolver {
  @FieldResolver(() => ReportExport, { nullable: true, description: 'The report as a file, with what is withheld marked as such.' })
  @InGraph('regional')
  @Allow('publishedReport.read')
  export(
    @Root() { municipality, year, publishedOn, snapshot }: PublishedReport,
    @Arg('format', () => ExportFormat, formatArg) format: ExportFormat,
    @Arg('language', () => Language, languageArg) language: Language,
  ): Promise<ReportExport> {
    return fileOf(municipality, year, publishedOn, snapshot.tables, format, language);
  }
}
