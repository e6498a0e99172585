import { fileError } from '@atbalsts/graphql';
import { documentSettings } from '../settings.js';
import { postgresStore } from './postgres.store.js';
import { type S3Settings, s3Store } from './s3.store.js';
import type { ContentStore } from './store.js';

let s3: { settings: S3Settings; store: ContentStore } | null = null;

function s3Of(settings: S3Settings): ContentStore {
  if (s3?.settings !== settings) s3 = { settings, store: s3Store(settings) };
  return s3.store;
}

/** Where new documents go. */
export function storeForNew(): ContentStore {
  const { s3: settings } = documentSettings();
  return settings ? s3Of(settings) : postgresStore;
}

/** Where a document is, whatever new ones go to. @throws UNAVAILABLE where it is in a store of objects that is no longer set */
export function storeNamed(name: ContentStore['name']): ContentStore {
  if (name === 'POSTGRESQL') return postgresStore;
  const { s3: settings } = documentSettings();
  if (!settings)
    throw fileError(503, 'UNAVAILABLE', 'The store of this document is not configured', 'Šī dokumenta glabātuve nav iestatīta');
  return s3Of(settings);
}
