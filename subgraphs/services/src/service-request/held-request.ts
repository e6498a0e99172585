import type { Context } from '@atbalsts/graphql';
import { held, heldAt } from '../held.js';
import { ServiceRequest } from './service-request.entity.js';

const named = (id: string) => ({
  id,
  field: 'requestId',
  missing: { lv: 'Šāda pieprasījuma jūsu pašvaldībā nav.', en: 'There is no such request in your municipality.' },
});

/** A request that is to be changed, held, at the version its reader has seen. Refuses NOT_FOUND and STALE. */
export const requestAt = (context: Context, id: string, version: number): Promise<ServiceRequest> =>
  heldAt(context, ServiceRequest, named(id), version);

/** A request to which something is added once: who comes second waits, and sees it. Refuses NOT_FOUND. */
export const requestForAdding = (context: Context, id: string): Promise<ServiceRequest> => held(context, ServiceRequest, named(id));
