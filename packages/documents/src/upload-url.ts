import { createHmac, timingSafeEqual } from 'node:crypto';
import { filePathOf, OwnerKind, ownerDomains } from './owner-kind.js';

/** What an upload address is for. */
export interface Upload {
  ownerKind: OwnerKind;
  documentId: string;
  /** Subject of the token that attached the document: nobody else may bring the bytes. */
  subject: string;
}

/** An address to which the bytes of one document are put: a path below the address of the gateway, until a moment. */
export function uploadUrl(upload: Upload, until: Date, key: Buffer): string {
  const seconds = Math.floor(until.getTime() / 1_000);
  const query = new URLSearchParams({ until: String(seconds), signature: signatureOf(upload, seconds, key).toString('base64url') });
  return `${filePathOf(upload.ownerKind, upload.documentId)}?${query}`;
}

/** Whether a signature holds for this document and subject: FORGED, EXPIRED, or HOLDS. Compared in constant time. */
export function checkUpload(upload: Upload, query: URLSearchParams, now: Date, key: Buffer): 'HOLDS' | 'EXPIRED' | 'FORGED' {
  const until = query.get('until') ?? '';
  const given = Buffer.from(query.get('signature') ?? '', 'base64url');
  const seconds = /^\d{1,12}$/.test(until) ? Number(until) : Number.NaN;
  const right = signatureOf(upload, seconds, key);
  if (Number.isNaN(seconds) || given.length !== right.length || !timingSafeEqual(given, right)) return 'FORGED';
  return seconds * 1_000 < now.getTime() ? 'EXPIRED' : 'HOLDS';
}

/** HMAC-SHA-256 over what the address is bound to. Each part is of a form that has no line break, but for the subject, which comes last. */
function signatureOf({ ownerKind, documentId, subject }: Upload, seconds: number, key: Buffer): Buffer {
  return createHmac('sha256', key).update(`upload\n${ownerDomains[ownerKind]}\n${documentId}\n${seconds}\n${subject}`).digest();
}
