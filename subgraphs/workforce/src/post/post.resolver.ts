import type { Context } from '@atbalsts/graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Unit } from '../unit/unit.entity.js';
import { unitById } from '../unit/unit.loader.js';
import { PostAssignment } from './post.entity.js';

/** The unit of a post that somebody holds. */
@Resolver(() => PostAssignment)
export class PostAssignmentResolver {
  @FieldResolver(() => Unit, { description: 'The unit of the post.' })
  unit(@Ctx() context: Context, @Root() assignment: PostAssignment): Promise<Unit | null> {
    return context.load(unitById, assignment.unitId);
  }
}
