import type { ReferenceResolver } from '@atbalsts/graphql';
import { violenceReportById } from './violence-report.loader.js';

/** Resolves a report of violence for another subgraph; null where the principal's municipality does not know it. */
export const violenceReportReference: ReferenceResolver = ({ id }, context) => context.load(violenceReportById, String(id));
