import { ForbiddenError } from '@atbalsts/auth';
import { type FileRoute, fileError, fileHeaders, noSuchFile } from '@atbalsts/graphql';
import { pdfOf } from '@atbalsts/pdf';
import { labelOf, municipalities } from '@atbalsts/reference';
import { applicationById } from '../application/application.loader.js';
import { decisionById } from '../decision/decision.loader.js';
import type { LetterLanguage } from './letter.rules.js';
import { letterFor } from './letter.service.js';
import { townName } from './town.rules.js';

/** Where the letter of a decision is printed: a path below the address of the gateway, asked with the same token. */
export const letterPathOf = (decisionId: string, language: LetterLanguage): string => `/letters/${decisionId}.pdf?language=${language}`;

/**
 * `GET /letters/<decision>.pdf?language=LV`: the letter as PDF. Who may read the means may open it, in the own town alone; each opening is in the audit before
 * the first byte leaves. Refuses NOT_FOUND, FORBIDDEN, BAD_USER_INPUT for a language we have not.
 */
export const letterFile: FileRoute = {
  method: 'GET',
  pattern: /^\/letters\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.pdf$/,
  async answer({ request, params, session }) {
    const language = languageOf(request.query.get('language'));
    const letter = await session(async (context) => {
      context.assertMay('letter.open');
      const decision = await context.load(decisionById, params[0] as string);
      if (!decision) throw noSuchFile();
      const markdown = await letterFor(context, decision, language);
      if (markdown === null) throw new ForbiddenError('letter.open');
      const application = await context.load(applicationById, decision.applicationId);
      await context.audit.write(context.em, {
        action: 'letter.open',
        personId: application?.applicantId,
        object: `decision:${decision.id}`,
        fields: ['letter'],
      });
      return { markdown, number: decision.number, municipality: decision.municipality, date: decision.approvedOn ?? decision.proposedOn };
    });
    const municipality = municipalities.find(({ code }) => code === letter.municipality);
    const bytes = await pdfOf({
      markdown: letter.markdown,
      language,
      heading: municipality ? labelOf(townName(municipality).heading, language) : letter.municipality,
      subheading: language === 'LV' ? 'Sociālais dienests' : 'Social service',
      date: letter.date,
    });
    return {
      status: 200,
      headers: fileHeaders({ name: `${letter.number}-${language}.pdf`, mediaType: 'application/pdf', size: bytes.length }),
      body: bytes,
    };
  },
};

function languageOf(asked: string | null): LetterLanguage {
  if (asked === null || asked === 'LV') return 'LV';
  if (asked === 'EN') return 'EN';
  throw fileError(400, 'BAD_USER_INPUT', 'language is LV or EN', 'Parametrs “language” ir LV vai EN');
}
