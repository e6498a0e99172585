import type { ReferenceResolver } from '@atbalsts/graphql';
import { publishedReportOf } from './published-report.loader.js';

/** Resolves a published report for another subgraph; null where nothing is published, or it is not the caller's to see. */
export const publishedReportReference: ReferenceResolver = ({ municipalityCode, year }, context) =>
  context.load(publishedReportOf, { municipality: String(municipalityCode), year: Number(year) });
