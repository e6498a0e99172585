import type { AuditSuite } from '../suite.js';
export const keySuites: readonly AuditSuite[] = [];
