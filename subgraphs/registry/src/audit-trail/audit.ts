import { auditOf } from '@atbalsts/graphql';

/** The registry's part of what the auditor sees; it owns the types, and the queries that begin them. */
export const registryAudit = auditOf('registry', 'the registry', true);
