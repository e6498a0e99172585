import { type BatchLoad, groupedInOrder } from '@atbalsts/graphql';
import { Post, PostAssignment, PostAssignmentRow } from './post.entity.js';

/** Posts that employees hold or held, the oldest first, the larger of two first. */
export const assignmentsOf: BatchLoad<string, PostAssignment[]> = async ({ em }, ids) => {
  const rows = await em.find(PostAssignmentRow, { employeeId: { $in: [...ids] } }, { orderBy: { from: 'asc', id: 'asc' } });
  const posts = new Map((await em.find(Post, { id: { $in: [...new Set(rows.map((row) => row.postId))] } })).map((post) => [post.id, post]));
  const shaped = rows.flatMap(({ employeeId, postId, from, until }) => {
    const post = posts.get(postId);
    if (!post) return [];
    return [
      { employeeId, assignment: Object.assign(new PostAssignment(), { unitId: post.unitId, fte: post.fteHundredths / 100, from, until }) },
    ];
  });
  const inTime = shaped.sort((a, b) => a.assignment.from.localeCompare(b.assignment.from) || b.assignment.fte - a.assignment.fte);
  return groupedInOrder(ids, inTime, (row) => row.employeeId).map((found) => found.map((row) => row.assignment));
};
