import { type Action, ForbiddenError } from '@atbalsts/auth';
import type { Context } from '@atbalsts/graphql';

/** The region whose analyst asks. FORBIDDEN for who has none. */
export function ownRegion({ principal }: Context, action: Action): string {
  if (principal.audience !== 'REGIONAL' || !principal.region) throw new ForbiddenError(action);
  return principal.region;
}
