import type { ReferenceResolver } from '@atbalsts/graphql';
import { annualReportOf, otherParts } from './annual-report.js';

/** Resolves the report for another subgraph, with what the gateway brought of the other domains; null for another municipality. */
export const annualReportReference: ReferenceResolver = (reference, context) => {
  const report = annualReportOf(context, String(reference.municipalityCode), Number(reference.year));
  return (
    report &&
    Object.assign(report, Object.fromEntries([...otherParts, 'serviceOutcomes' as const].map((part) => [part, reference[part] ?? null])))
  );
};
