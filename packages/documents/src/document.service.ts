import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse } from '@atbalsts/graphql';
import { Document, DocumentState } from './document.entity.js';
import type { AttachDocumentInput, DiscardDocumentInput } from './document.input.js';
import { documentById } from './document.loader.js';
import type { AttachDocumentPayload } from './document.payload.js';
import { documentProblems, mostDocuments } from './document.rules.js';
import type { DocumentOwner, OwnerRecord } from './owner.js';
import { ownerActions } from './owner-kind.js';
import { documentSettings } from './settings.js';
import { postgresStore } from './store/postgres.store.js';
import { uploadUrl } from './upload-url.js';

/**
 * Declares a document of a record and gives the address for its bytes. The same bytes asked for again by the same person while they are awaited get a new
 * address; else DUPLICATE. Refuses INVALID, NOT_FOUND, WRONG_STATE where the record takes no more.
 */
export async function attachDocument(
  context: Context,
  owner: DocumentOwner,
  ownerId: string,
  input: AttachDocumentInput,
): Promise<AttachDocumentPayload> {
  const settings = documentSettings();
  const done = await mutate(context, 'document', async () => {
    const problems = documentProblems(input, settings.largest);
    if (problems.length) throw new Refusal(problems);
    const record = await recordOf(context, owner, ownerId);
    if (!record.takesMore)
      refuse(ProblemCode.WRONG_STATE, 'Šim ierakstam dokumentus vairs nevar pievienot.', 'This record takes no more documents.');
    const { em, principal } = context;
    const sha256 = input.sha256.toLowerCase();
    if ((await em.count(Document, { ownerId })) >= mostDocuments)
      refuse(ProblemCode.INVALID, `Ierakstam jau ir ${mostDocuments} dokumenti.`, `The record has ${mostDocuments} documents already.`);
    const id = newId();
    // The index decides where two come at once; the second waits here, and then finds the first.
    const made: { id: string }[] = await em.execute(
      `insert into document (id, municipality, owner_kind, owner_id, person_id, kind, name, size, sha256, state, attached_at, attached_by, attached_by_id)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'AWAITED', ?, ?, ?)
       on conflict (owner_id, sha256) where state in ('AWAITED', 'STORED') do nothing returning id`,
      [
        id,
        record.municipality,
        owner.kind,
        ownerId,
        record.personId,
        input.kind,
        input.name,
        input.size,
        sha256,
        settings.now().toISOString(),
        principal.subject,
        principal.employee ?? null,
      ],
    );
    const document = await em.findOneOrFail(
      Document,
      made.length ? { id } : { ownerId, sha256, state: { $in: [DocumentState.AWAITED, DocumentState.STORED] } },
    );
    if (!made.length) return awaitedAgain(document, principal.subject, input);
    await context.audit.write(em, {
      action: ownerActions[owner.kind].attach,
      personId: record.personId,
      object: `document:${id}`,
      fields: ['kind', 'name', 'sha256', 'size'],
    });
    return document;
  });
  const { document, problems } = done;
  if (!document || problems.length) return { ...done, uploadUrl: null, uploadUntil: null };
  const uploadUntil = new Date(settings.now().getTime() + settings.uploadSeconds * 1_000);
  const upload = { ownerKind: owner.kind, documentId: document.id, subject: context.principal.subject };
  return { document, problems, uploadUrl: uploadUrl(upload, uploadUntil, settings.uploadKey), uploadUntil };
}

/** The document that is there already, where the same person asks for the same again before its bytes came; else DUPLICATE. */
function awaitedAgain(document: Document, subject: string, input: AttachDocumentInput): Document {
  const same = document.name === input.name && document.kind === input.kind && Number(document.size) === input.size;
  if (document.state === DocumentState.AWAITED && document.attachedBy === subject && same) return document;
  throw new Refusal(
    [
      problem(
        ProblemCode.DUPLICATE,
        'Šis fails ierakstam jau ir pievienots.',
        'This file is attached to the record already.',
        'input.sha256',
      ),
    ],
    document,
  );
}

/**
 * Discards a document with a reason: its bytes are removed (from a store of objects at the next sweep), that it was there stays on record. Refuses NOT_FOUND,
 * and WRONG_STATE where something decided rests on it, or it is discarded already.
 */
export function discardDocument(
  context: Context,
  owner: DocumentOwner,
  input: DiscardDocumentInput,
): Promise<Payload<'document', Document>> {
  return mutate(context, 'document', async () => {
    const { em } = context;
    const reason = input.reason.trim();
    if (!reason) refuse(ProblemCode.INVALID, 'Norādiet iemeslu.', 'Say why.', 'input.reason');
    const document = await context.load(documentById, input.documentId);
    if (!document || document.ownerKind !== owner.kind) return noDocument();
    await em.execute('select 1 from document where id = ? for update', [document.id]);
    await em.refresh(document);
    const record = await recordOf(context, owner, document.ownerId);
    if (document.state === DocumentState.DISCARDED)
      refuse(ProblemCode.WRONG_STATE, 'Dokuments jau ir dzēsts.', 'The document is discarded already.', 'input.documentId');
    if (!record.letsDiscard)
      refuse(
        ProblemCode.WRONG_STATE,
        'Uz šo dokumentu balstās lēmums vai slēgts ieraksts: to glabā līdz termiņa beigām.',
        'A decision or a closed record rests on this document: it is kept until its term ends.',
        'input.documentId',
      );
    document.state = DocumentState.DISCARDED;
    document.discardReason = reason;
    if (document.storedIn === postgresStore.name) {
      await postgresStore.remove(em, document);
      document.storedIn = null;
    }
    await em.flush();
    await context.audit.write(em, {
      action: ownerActions[owner.kind].discard,
      personId: document.personId,
      object: `document:${document.id}`,
      fields: ['discardReason', 'state'],
    });
    return document;
  });
}

/** The record, or NOT_FOUND. */
async function recordOf(context: Context, owner: DocumentOwner, id: string): Promise<OwnerRecord> {
  const record = await context.load(owner.byId, id);
  if (!record) refuse(ProblemCode.NOT_FOUND, 'Jūsu pašvaldībā nav šāda ieraksta.', 'There is no such record in your municipality.');
  return record;
}

function noDocument(): never {
  return refuse(
    ProblemCode.NOT_FOUND,
    'Jūsu pašvaldībā nav šāda dokumenta.',
    'There is no such document in your municipality.',
    'input.documentId',
  );
}
