import type { Action } from '@atbalsts/auth';
import type { DomainName } from '@atbalsts/database';

/** What documents are attached to. */
export enum OwnerKind {
  APPLICATION = 'APPLICATION',
  CASE = 'CASE',
  PLACEMENT = 'PLACEMENT',
}

/** The domain of each. */
export const ownerDomains: Readonly<Record<OwnerKind, DomainName>> = {
  APPLICATION: 'benefits',
  CASE: 'services',
  PLACEMENT: 'institutions',
};

/** Who may do what with the documents of each. */
export const ownerActions: Readonly<Record<OwnerKind, { read: Action; attach: Action; discard: Action }>> = {
  APPLICATION: { read: 'application.document.read', attach: 'application.document.attach', discard: 'application.document.discard' },
  CASE: { read: 'case.document.read', attach: 'case.document.attach', discard: 'case.document.discard' },
  PLACEMENT: { read: 'placement.document.read', attach: 'placement.document.attach', discard: 'placement.document.discard' },
};

/** Where a document is opened and brought: a path below the address of the gateway. */
export const filePathOf = (kind: OwnerKind, id: string): string => `/files/${ownerDomains[kind]}/${id}`;
