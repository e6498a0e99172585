import type { AuditSuite } from '../suite.js';
export const sharingSuites: readonly AuditSuite[] = [];
