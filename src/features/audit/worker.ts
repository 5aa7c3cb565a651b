/** The part of this feature that worker threads may use. */
export type { AuditAction, AuditOutcome } from './auditAction.js';
export type { AuditEntry } from './auditEntry.js';
export { recordAudit } from './recordAudit.js';
