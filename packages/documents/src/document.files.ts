import { ForbiddenError } from '@atbalsts/auth';
import { type Context, type FileAnswer, type FileRoute, type FileVisit, fileHeaders, jsonAnswer, noSuchFile } from '@atbalsts/graphql';
import { Document, DocumentState, mayOpen } from './document.entity.js';
import { documentById } from './document.loader.js';
import * as refused from './file-refusals.js';
import { isWhatItPromises, promisedType } from './media-type.js';
import type { DocumentOwner, OwnerRecord } from './owner.js';
import { ownerActions, ownerDomains } from './owner-kind.js';
import { commandScanner } from './scan/scanner.js';
import { documentSettings } from './settings.js';
import { type Spool, spool, TooLarge } from './spool.js';
import { ContentMissing } from './store/store.js';
import { storeForNew, storeNamed } from './store/stores.js';
import { checkUpload } from './upload-url.js';

const id = '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})';

/** The addresses of a domain's documents: `GET` opens one, `PUT` brings its bytes. */
export function documentFiles(owner: DocumentOwner): FileRoute[] {
  const pattern = new RegExp(`^/files/${ownerDomains[owner.kind]}/${id}$`);
  return [
    { method: 'GET', pattern, answer: (visit) => openDocument(visit, owner) },
    { method: 'PUT', pattern, answer: (visit) => bringDocument(visit, owner) },
  ];
}

/**
 * Opens a document. Permission and town are asked anew, the bytes are read and their hash is compared, the opening is audited, all in one transaction; only
 * when that is committed does the first byte leave. A slow reader holds no connection to the database.
 */
async function openDocument({ session, params }: FileVisit, owner: DocumentOwner): Promise<FileAnswer> {
  let bytes: Spool | undefined;
  try {
    const opened = await session(async (context) => {
      context.assertMay(ownerActions[owner.kind].read);
      const { document, record } = await documentFor(context, owner, params[0] as string);
      if (!mayOpen(context, document)) throw new ForbiddenError('document.health.open');
      if (document.state !== DocumentState.STORED || document.storedIn === null) throw refused.notStored(document.state);
      bytes = await read(context, document);
      await context.audit.write(context.em, {
        action: ownerActions[owner.kind].read,
        personId: record.personId,
        object: `document:${document.id}`,
        fields: ['content'],
      });
      return { name: document.name, mediaType: document.mediaType as string, size: Number(document.size) };
    });
    if (!bytes) throw new Error('a document without bytes');
    return { status: 200, headers: fileHeaders(opened), body: bytes.stream() };
  } catch (error) {
    await bytes?.discard();
    throw error;
  }
}

/** The bytes from where they are kept; refused where they are not those that were brought. */
async function read(context: Context, document: Document): Promise<Spool> {
  const size = Number(document.size);
  const store = storeNamed(document.storedIn as 'POSTGRESQL' | 'S3');
  const bytes = await spool(store.get(context.em, document), size).catch((error: unknown) => {
    throw error instanceof TooLarge || error instanceof ContentMissing ? refused.damaged() : error;
  });
  if (bytes.size === size && bytes.sha256 === document.sha256) return bytes;
  await bytes.discard();
  throw refused.damaged();
}

/**
 * Takes the bytes of a document. Before a byte is read: the signature, its term, whose it is, whether the document is awaited, and the announced size. Then
 * size, hash and type are found in the bytes themselves, and the scan is asked. Whatever is not right leaves nothing behind; an infected file leaves its
 * document REFUSED.
 */
async function bringDocument(visit: FileVisit, owner: DocumentOwner): Promise<FileAnswer> {
  const { request, principal, params, session } = visit;
  const documentId = params[0] as string;
  const { uploadKey, now, largest } = documentSettings();
  const upload = { ownerKind: owner.kind, documentId, subject: principal.subject };
  const signature = checkUpload(upload, request.query, now(), uploadKey);
  if (signature !== 'HOLDS') throw signature === 'EXPIRED' ? refused.expired() : refused.forged();
  const declared = await session(async (context) => {
    const { document } = await awaited(context, owner, documentId);
    return { name: document.name, size: Number(document.size), sha256: document.sha256 };
  });
  if (request.contentLength === null || !request.body) throw refused.lengthMissing();
  if (request.contentLength > largest) throw refused.tooLarge();
  if (request.contentLength !== declared.size) throw refused.otherSize();
  const { body } = request;
  const bytes = await spool(body, declared.size).catch((error: unknown) => {
    if (error instanceof TooLarge) throw refused.otherSize();
    throw body.errored ? refused.brokenOff() : error;
  });
  try {
    if (bytes.size !== declared.size) throw refused.otherSize();
    if (bytes.sha256 !== declared.sha256) throw refused.otherHash();
    if (!(await isWhatItPromises(bytes.path, declared.name))) throw refused.otherType();
    const clean = await scanned(bytes);
    const state = clean ? DocumentState.STORED : DocumentState.REFUSED;
    await session((context) => keep(context, owner, documentId, state, bytes));
    if (!clean) throw refused.infected();
    return jsonAnswer(201, { document: { id: documentId, state, mediaType: promisedType(declared.name) } });
  } finally {
    await bytes.discard();
  }
}

/** True where the scan finds nothing, or none is set. A scan that is set and cannot say refuses. */
async function scanned(bytes: Spool): Promise<boolean> {
  const { scan } = documentSettings();
  if (!scan) return true;
  try {
    return (await commandScanner(scan)(bytes.path)) === 'CLEAN';
  } catch {
    throw refused.scanBroken();
  }
}

/** Keeps the bytes, or that they were refused. The row is locked: of two that come at once, the second finds the document no longer awaited. */
async function keep(context: Context, owner: DocumentOwner, documentId: string, state: DocumentState, bytes: Spool): Promise<void> {
  const { em } = context;
  await em.execute('select 1 from document where id = ? for update', [documentId]);
  const { document, record } = await awaited(context, owner, documentId);
  if (state === DocumentState.STORED) {
    const store = storeForNew();
    await store.put(em, document, bytes);
    document.storedIn = store.name;
    document.mediaType = promisedType(document.name);
  }
  document.state = state;
  await em.flush();
  await context.audit.write(em, {
    action: ownerActions[owner.kind].attach,
    personId: record.personId,
    object: `document:${document.id}`,
    fields: ['content', 'state'],
  });
}

/** The document of the own town with its record; NOT_FOUND otherwise, also for a record that is not the principal's to see. */
async function documentFor(
  context: Context,
  owner: DocumentOwner,
  documentId: string,
): Promise<{ document: Document; record: OwnerRecord }> {
  const document = await context.load(documentById, documentId);
  const record = document && document.ownerKind === owner.kind ? await context.load(owner.byId, document.ownerId) : null;
  if (!document || !record) throw noSuchFile();
  return { document, record };
}

/** The document, which awaits its bytes from this subject. */
async function awaited(context: Context, owner: DocumentOwner, documentId: string): Promise<{ document: Document; record: OwnerRecord }> {
  context.assertMay(ownerActions[owner.kind].attach);
  const found = await documentFor(context, owner, documentId);
  if (found.document.attachedBy !== context.principal.subject) throw refused.forged();
  if (found.document.state !== DocumentState.AWAITED) throw refused.notAwaited(found.document.state);
  if (!found.record.takesMore) throw refused.closed();
  return found;
}
