import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { PlacementExtension } from './extension.entity.js';
import type { ExtendPlacementInput } from './extension.input.js';
import { agreedOnOf, extensionProblems } from './extension.rules.js';
import type { Placement } from './placement.entity.js';
import { holdPlacement } from './placement.held.js';

/** Extends the contract of a placement. Nobody is placed anew, so a registration that has lapsed meanwhile refuses nothing; a bed that goes out of service does. */
export function extendPlacement(context: Context, input: ExtendPlacementInput): Promise<Payload<'placement', Placement>> {
  return mutate(context, 'placement', async () => {
    const { em, municipality, today } = context;
    const placement = await holdPlacement(context, input.placementId, input.version);
    const problems = extensionProblems(placement, input, today);
    if (problems.length) throw new Refusal(problems);
    await refuseOutOfService(context, placement, input.until);
    em.create(PlacementExtension, {
      id: newId(),
      municipality,
      placementId: placement.id,
      agreedOn: agreedOnOf(placement, input, today),
      until: input.until,
    });
    placement.until = input.until;
    await em.flush();
    await context.audit.write(em, {
      action: 'placement.extend',
      personId: placement.personId,
      object: `placement:${placement.id}`,
      fields: ['until'],
    });
    return placement;
  });
}

async function refuseOutOfService({ em, municipality }: Context, placement: Placement, until: string): Promise<void> {
  const found = await em.execute('select from facility_place where id = ? and municipality = ? and until_date < ?::date', [
    placement.placeId,
    municipality,
    until,
  ]);
  if (!found.length) return;
  refuse(
    ProblemCode.NO_VACANCY,
    'Vieta pirms šīs dienas vairs nebūs lietojama. Vispirms pārvietojiet.',
    'The place goes out of service before that day. Transfer first.',
    'until',
  );
}
