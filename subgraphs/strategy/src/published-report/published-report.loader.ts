import { type BatchLoad, inOrder } from '@atbalsts/graphql';
import { PublishedReport } from './published-report.entity.js';

/** Published reports by municipality and year, as far as row-level security shows them: staff their own town's, a region its own towns'. */
export const publishedReportOf: BatchLoad<{ municipality: string; year: number }, PublishedReport | null> = async ({ em }, keys) => {
  const found = await em.find(PublishedReport, { $or: keys.map(({ municipality, year }) => ({ municipality, year })) });
  return inOrder(
    keys.map(({ municipality, year }) => `${municipality} ${year}`),
    found,
    (report) => `${report.municipality} ${report.year}`,
  );
};
