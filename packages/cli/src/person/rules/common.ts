import type { RecordRule } from './rule.js';

/** Of every domain. Documents go with the record they are attached to: none is kept longer than records are (a test compares). */
export const commonRules: Readonly<Record<string, RecordRule>> = {
  audit_entry: {
    lv: 'audita pieraksts',
    en: 'audit entry',
    years: null,
    erase: [],
    keep: ['subject', 'role', 'action', 'object', 'fields', 'purpose', 'request_id'],
  },
  fact: { lv: 'fakts', en: 'fact', years: null, erase: [], keep: ['kind', 'key', 'source', 'body'] },
  outbox: { lv: 'fakts', en: 'fact', years: null, erase: [], keep: ['kind', 'key', 'body'] },
  document: {
    lv: 'dokuments',
    en: 'document',
    years: null,
    erase: [],
    keep: ['owner_kind', 'kind', 'name', 'sha256', 'media_type', 'state', 'attached_by', 'stored_in', 'discard_reason'],
    remove: true,
  },
  document_content: { lv: 'dokuments', en: 'document', years: null, erase: [], keep: ['bytes'], remove: true },
};
