import type { Context } from '@atbalsts/graphql';
import { municipalities } from '@atbalsts/reference';
import { applicationById, meansMembersOf } from '../application/application.loader.js';
import { benefitTypeByCode } from '../benefit-type/benefit-type.loader.js';
import type { Decision } from '../decision/decision.entity.js';
import { addresseeOf } from '../external/person.ask.js';
import { sectionOf } from '../means/means.citation.rules.js';
import type { MeansStepCode } from '../means/means.model.js';
import { assessHousehold } from '../means/means.service.js';
import { type LetterLanguage, letterOf } from './letter.rules.js';
import { townName } from './town.rules.js';

/** The letter of a decision as Markdown; null where the name of the addressee may not be seen. The registry is asked who that is, and audits it. */
export async function letterFor(context: Context, decision: Decision, language: LetterLanguage): Promise<string | null> {
  const application = await context.load(applicationById, decision.applicationId);
  const benefit = application && (await context.load(benefitTypeByCode, application.benefitTypeCode));
  if (!application || !benefit) throw new Error('a decision without its application or kind of benefit');
  const addressee = await context.load(addresseeOf, application.applicantId);
  const municipality = municipalities.find(({ code }) => code === decision.municipality);
  if (!addressee || !municipality) return null;
  const { assessedOn, housingCosts } = application;
  const means =
    assessedOn === null
      ? null
      : await assessHousehold(context, {
          municipality: application.municipality,
          on: assessedOn,
          members: await context.load(meansMembersOf, application.id),
          housingCosts: housingCosts ?? 0,
        });
  return letterOf(
    {
      decision,
      applicationNumber: application.number,
      submittedOn: application.submittedOn,
      municipality: municipality.label,
      challengeAt: townName(municipality).service,
      benefit: { label: { lv: benefit.labelLv, en: benefit.labelEn }, legalBasis: benefit.legalBasis },
      addressee,
      // The letter cites the law; where a figure was found is for the officer.
      steps:
        means?.steps.map((step) => ({ ...step, citation: sectionOf(step.code as MeansStepCode, assessedOn as string) ?? step.citation })) ??
        [],
    },
    language,
  );
}
