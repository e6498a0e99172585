import { isId } from '@atbalsts/database';
import { type Context, ProblemCode, refuse, refuseStale } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import type { Facility } from '../facility/facility.entity.js';
import { Placement } from './placement.entity.js';

/*
 * The order of locks, for everything that changes places: the person, the person's placement, the facility. Nobody who holds a later one
 * waits for an earlier one.
 */

/** Changes of one person's places and nights go one after another until the transaction ends. */
export async function holdPerson({ em }: Context, personId: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`placement of ${personId.toLowerCase()}`]);
}

/** Whatever takes a place in one facility goes one after another until the transaction ends. */
export async function holdFacility({ em, municipality }: Context, facility: Facility): Promise<void> {
  await em.execute('select id from facility where id = ? and municipality = ? for no key update', [facility.id, municipality]);
}

/** A placement as it is read now. Refuses NOT_FOUND where the municipality has none, STALE where it is another version than the one that was seen. */
export async function getPlacement({ em, municipality }: Context, id: string, version: number | null, field: string): Promise<Placement> {
  const placement = isId(id) ? await em.findOne(Placement, { id, municipality }) : null;
  if (!placement) notFound(field);
  if (version !== null && placement.version !== version) refuseStale();
  return placement;
}

/**
 * The same, held with its person until the transaction ends: who comes at the same time waits, and then sees what the first has done: STALE after a
 * change, NOT_FOUND where a reservation was taken back.
 */
export async function holdPlacement(context: Context, id: string, version: number | null, field = 'placementId'): Promise<Placement> {
  const { em, municipality } = context;
  const { personId } = await getPlacement(context, id, version, field);
  await holdPerson(context, personId);
  const placement = await em.findOne(Placement, { id, municipality }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!placement) notFound(field);
  if (version !== null && placement.version !== version) refuseStale();
  return placement;
}

function notFound(field: string): never {
  refuse(ProblemCode.NOT_FOUND, 'Tādas uzturēšanās jūsu pašvaldībā nav.', 'There is no such placement in your municipality.', field);
}
