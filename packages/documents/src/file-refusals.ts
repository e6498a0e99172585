import { fileError } from '@atbalsts/graphql';
import type { GraphQLError } from 'graphql';

/** The address was not made for this document and this person. */
export const forged = (): GraphQLError =>
  fileError(403, 'UPLOAD_FORGED', 'This address was not given to you for this document', 'Šī adrese nav dota jums šim dokumentam');

/** The address holds no longer. */
export const expired = (): GraphQLError =>
  fileError(
    403,
    'UPLOAD_EXPIRED',
    'This address holds no longer: attach the document again',
    'Šī adrese vairs nav derīga: pievienojiet dokumentu vēlreiz',
  );

/** Its bytes came already, or are not wanted any more. */
export const notAwaited = (state: string): GraphQLError =>
  fileError(409, 'WRONG_STATE', `The document is ${state}: it awaits no bytes`, `Dokuments ir ${state}: tam saturu vairs negaida`);

/** It cannot be opened. */
export const notStored = (state: string): GraphQLError =>
  fileError(409, 'WRONG_STATE', `The document is ${state}: there is nothing to open`, `Dokuments ir ${state}: nav ko atvērt`);

/** The record takes no more documents. */
export const closed = (): GraphQLError =>
  fileError(409, 'WRONG_STATE', 'The record takes no more documents', 'Ierakstam dokumentus vairs nevar pievienot');

/** The size was not announced. */
export const lengthMissing = (): GraphQLError =>
  fileError(411, 'LENGTH_REQUIRED', 'Say the size in content-length', 'Norādiet lielumu galvenē content-length');

/** More than any document may have. */
export const tooLarge = (): GraphQLError =>
  fileError(413, 'PAYLOAD_TOO_LARGE', 'The file is larger than a document may be', 'Fails ir lielāks, nekā dokuments drīkst būt');

/** Not the size that was declared. */
export const otherSize = (): GraphQLError =>
  fileError(422, 'SIZE_MISMATCH', 'These are not as many bytes as were declared', 'Saturs nav tik liels, kā norādīts');

/** The sender went away. */
export const brokenOff = (): GraphQLError =>
  fileError(400, 'UPLOAD_BROKEN', 'The bytes broke off; nothing was stored', 'Saturs pārtrūka; nekas nav saglabāts');

/** Not the hash that was declared. */
export const otherHash = (): GraphQLError =>
  fileError(422, 'HASH_MISMATCH', 'These are not the bytes that were declared', 'Šis nav tas saturs, kas norādīts');

/** Not what the ending of the name promises. */
export const otherType = (): GraphQLError =>
  fileError(415, 'UNSUPPORTED_MEDIA_TYPE', 'The bytes are not what the name promises', 'Saturs nav tāda veida, kā sola faila nosaukums');

/** The scan found something. */
export const infected = (): GraphQLError =>
  fileError(
    422,
    'REFUSED_BY_SCAN',
    'The virus scan refused the file; nothing was stored',
    'Pretvīrusu pārbaude failu noraidīja; nekas nav saglabāts',
  );

/** The scan cannot say: fails closed. */
export const scanBroken = (): GraphQLError =>
  fileError(
    503,
    'SCAN_UNAVAILABLE',
    'The virus scan does not answer; nothing was stored. Try again',
    'Pretvīrusu pārbaude neatbild; nekas nav saglabāts. Mēģiniet vēlreiz',
  );

/** What is kept is not what was brought: it is not handed out. */
export const damaged = (): GraphQLError =>
  fileError(
    500,
    'DOCUMENT_DAMAGED',
    'What is stored is not what was attached; tell your administrator the request id',
    'Saglabātais saturs nav tas, kas pievienots; paziņojiet administratoram pieprasījuma numuru',
  );
