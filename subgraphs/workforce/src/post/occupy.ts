import { newId } from '@atbalsts/database';
import { type Context, ProblemCode, refuse } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { Unit } from '../unit/unit.entity.js';
import { vacancyFor } from './fte.rules.js';
import { Post, PostAssignmentRow } from './post.entity.js';

/** A unit of the own municipality, held until the end of the mutation, so that nobody else takes its vacancies meanwhile. NOT_FOUND where there is none. */
export async function holdUnit({ em, municipality }: Context, id: string): Promise<Unit> {
  const unit = await em.findOne(Unit, { id, municipality }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!unit)
    refuse(ProblemCode.NOT_FOUND, 'Šādas struktūrvienības jūsu pašvaldībā nav.', 'There is no such unit in your municipality.', 'unitId');
  return unit;
}

/** What somebody is to hold, from when until before when. */
export interface Occupation {
  /** The unit, which must be held (`holdUnit`). */
  unit: Unit;
  employeeId: string;
  hundredths: number;
  from: string;
  until: string | null;
}

/** Gives an employee the vacant post of the size in the unit; creates one where none is vacant. Returns whether it had to be created. */
export async function occupyPost(
  { em, municipality }: Context,
  { unit, employeeId, hundredths, from, until }: Occupation,
): Promise<boolean> {
  const posts = await em.find(Post, { unitId: unit.id, fteHundredths: hundredths, until: null });
  const held = await em.find(PostAssignmentRow, { postId: { $in: posts.map((post) => post.id) } });
  const withHolders = posts.map((post) => Object.assign({ ...post }, { held: held.filter((one) => one.postId === post.id) }));
  const vacant = vacancyFor(withHolders, hundredths, from);
  const postId = vacant?.id ?? newId();
  if (!vacant) em.create(Post, { id: postId, municipality, unitId: unit.id, fteHundredths: hundredths, from, until: null });
  em.create(PostAssignmentRow, { id: newId(), municipality, postId, employeeId, from, until });
  await em.flush();
  return !vacant;
}
