import type { AuditSuite } from '../suite.js';
export const requiresSuites: readonly AuditSuite[] = [];
