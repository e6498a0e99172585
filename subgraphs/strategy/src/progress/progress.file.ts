import { type FileRoute, fileError, fileHeaders, Language, noSuchFile } from '@atbalsts/graphql';
import { pdfOf } from '@atbalsts/pdf';
import { municipalities } from '@atbalsts/reference';
import { strategyById } from '../strategy/strategy.loader.js';
import { documentOf } from './progress-document.service.js';
import { progressReportOf } from './progress-report.service.js';

/** Where the progress report of a year is had as PDF: a path below the address of the gateway, asked with the same token. */
export const progressPathOf = (strategyId: string, year: number, language: Language): string =>
  `/progress-reports/${strategyId}/${year}.pdf?language=${language}`;

/**
 * `GET /progress-reports/<strategy>/<year>.pdf?language=LV`: the progress report as PDF, for who may read the strategies of the own town. There is no person in
 * it, so that opening it leaves no trace. Refuses NOT_FOUND, FORBIDDEN, BAD_USER_INPUT for a year or a language we have not.
 */
export const progressFile: FileRoute = {
  method: 'GET',
  pattern: /^\/progress-reports\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/(\d{4})\.pdf$/,
  async answer({ request, params, session }) {
    const language = languageOf(request.query.get('language'));
    const year = Number(params[1]);
    const found = await session(async (context) => {
      context.assertMay('strategy.read');
      const strategy = await context.load(strategyById, params[0] as string);
      if (!strategy) throw noSuchFile();
      const report = await progressReportOf(context, strategy, year);
      const markdown = await documentOf(context, report, language === Language.EN ? 'en' : 'lv');
      return {
        markdown,
        municipality: strategy.municipality,
        date: report.written?.approvedOn ?? report.written?.submittedOn ?? context.today,
      };
    });
    const town = municipalities.find(({ code }) => code === found.municipality);
    const bytes = await pdfOf({
      markdown: found.markdown,
      language: language === Language.EN ? 'EN' : 'LV',
      heading: town ? town.label[language === Language.EN ? 'en' : 'lv'] : found.municipality,
      subheading: language === Language.EN ? 'Social service' : 'Sociālais dienests',
      date: found.date,
    });
    return {
      status: 200,
      headers: fileHeaders({ name: `progress-${year}-${language}.pdf`, mediaType: 'application/pdf', size: bytes.length }),
      body: bytes,
    };
  },
};

function languageOf(asked: string | null): Language {
  if (asked === null || asked === 'LV') return Language.LV;
  if (asked === 'EN') return Language.EN;
  throw fileError(400, 'BAD_USER_INPUT', 'language is LV or EN', 'Parametrs “language” ir LV vai EN');
}
