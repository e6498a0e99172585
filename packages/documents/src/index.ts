export { Document, DocumentRetention, DocumentState } from './document.entity.js';
export { documentFiles } from './document.files.js';
export { AttachDocumentInput, DiscardDocumentInput } from './document.input.js';
export { documentsOf } from './document.loader.js';
export { AttachDocumentPayload, DocumentPayload } from './document.payload.js';
export { attachDocument, discardDocument } from './document.service.js';
export { DocumentKind } from './kind.js';
export { documentMigrations } from './migrations.js';
export type { DocumentOwner, OwnerRecord } from './owner.js';
export { OwnerKind } from './owner-kind.js';
export { endOfRetention, type RetentionRule, retentionOf, retentionRules } from './retention.js';
export { commandScanner, ScanBroken, type Scanner, type ScanResult } from './scan/scanner.js';
export {
  type DocumentSettings,
  DocumentSettingsError,
  documentSettings,
  prepareDocuments,
  readDocumentSettings,
  useDocumentSettings,
} from './settings.js';
export { type Spool, spool, TooLarge } from './spool.js';
export { postgresStore } from './store/postgres.store.js';
export { type S3Settings, s3Store } from './store/s3.store.js';
export { ContentMissing, type ContentStore } from './store/store.js';
export { storeNamed } from './store/stores.js';
export { type SweepLine, type SweepReason, sweepDocuments } from './sweep.js';
export { checkUpload, type Upload, uploadUrl } from './upload-url.js';
