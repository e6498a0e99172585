import { type Connection, type Context, decodeCursor, type PageArgs, page } from '@atbalsts/graphql';
import { Person } from './person.entity.js';

type Found = Record<string, unknown> & { found_rank: number; found_name: string; id: string };

/**
 * Persons of the municipality: by parts of names without diacritics and in any order ("zane berz" finds Zane Bērziņa), by reference, or by personal code,
 * past or present, with or without its hyphen; the best match first, then by name. Without a search, all by name. One statement: the database's own function
 * finds the page over an index of trigrams, in the municipality of the session (decision 0021), and row-level security stands before the persons again.
 */
export async function findPersons(context: Context, search: string | null | undefined, args: PageArgs): Promise<Connection<Person>> {
  const { em, municipality } = context;
  const text = search?.trim() ?? '';
  const after = decodeCursor(args.after, ['int', 'text', 'uuid']);
  const [rank, name, id] = after ?? [null, null, null];
  const [found, parameters] = text
    ? ['person_found(?, ?::int, ?, ?::uuid, ?)', [text, rank, name, id, args.first + 1]]
    : ['person_listed(?, ?::uuid, ?)', [name, id, args.first + 1]];
  const rows: Found[] = await em.execute(
    `select p.*, f.rank as found_rank, f.name as found_name from ${found} f join person p on p.id = f.person_id and p.municipality = ?
      order by -f.rank, f.name, p.id`,
    [...parameters, municipality],
  );
  const count = async () =>
    Number(
      (
        await em.execute<{ n: string }[]>(
          text ? 'select person_found_count(?) as n' : 'select count(*) as n from person where municipality = ?',
          [text || municipality],
        )
      )[0]?.n ?? 0,
    );
  const listed = page(rows, args, (row) => [row.found_rank, row.found_name, row.id], count);
  const persons = new Map(listed.nodes.map((row) => [row.id, em.map(Person, row)]));
  const personOf = (row: Found) => persons.get(row.id) as Person;
  return {
    ...listed,
    nodes: listed.nodes.map(personOf),
    edges: listed.edges.map(({ node, cursor }) => ({ node: personOf(node), cursor })),
  };
}
