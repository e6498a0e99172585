import { type Context, ProblemCode, refuse } from '@atbalsts/graphql';
import { requestAt } from './held-request.js';
import { type ServiceRequest, ServiceRequestState } from './service-request.entity.js';

/** A request whose service is granted and has not ended. */
export type GrantedRequest = ServiceRequest & { from: string };

/**
 * A granted request to which something is added, held, at the version that was read; it is marked as followed, so that the same sent twice is told STALE.
 * Refuses NOT_FOUND, STALE, and WRONG_STATE unless the service is granted and has not ended.
 */
export async function grantedAt(context: Context, id: string, version: number): Promise<GrantedRequest> {
  const request = await requestAt(context, id, version);
  if (request.state !== ServiceRequestState.GRANTED || request.from === null) {
    refuse(ProblemCode.WRONG_STATE, 'Pakalpojums nav piešķirts vai ir beidzies.', 'The service is not granted, or has ended.', 'requestId');
  }
  request.followedAt = new Date();
  return request as GrantedRequest;
}
