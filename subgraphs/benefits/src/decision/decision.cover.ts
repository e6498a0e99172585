import type { Context } from '@atbalsts/graphql';

/** Writes whom a decision covers. */
export async function cover({ em, municipality }: Context, decisionId: string, persons: readonly string[]): Promise<void> {
  await em.execute(
    'insert into decision_person (decision_id, person_id, municipality) select ?, person_id, ? from unnest(?::uuid[]) as covered (person_id)',
    [decisionId, municipality, `{${persons.join(',')}}`],
  );
}

/** Whom a decision covers. */
export async function coveredBy({ em }: Context, decisionId: string): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>('select person_id as id from decision_person where decision_id = ? order by 1', [
    decisionId,
  ]);
  return rows.map(({ id }) => id);
}
