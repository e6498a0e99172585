import type { AuditSuite } from '../suite.js';
export const abstractSuites: readonly AuditSuite[] = [];
