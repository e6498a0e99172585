import { type Connection, type Context, decodeCursor, type PageArgs, page } from '@atbalsts/graphql';
import { Person } from './person.entity.js';

interface Found {
  id: string;
  rank: number;
  name: string;
}

const like = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`);

/**
 * Persons of the municipality: by part of a name without diacritics ("berzins" finds Bērziņš), by reference, or by personal code;
 * best match first, then by name. Without a search, all by name. One statement finds the page, one reads its persons.
 */
export async function findPersons(context: Context, search: string | null | undefined, args: PageArgs): Promise<Connection<Person>> {
  const { em, municipality } = context;
  const text = search?.trim() ?? '';
  const parameters: unknown[] = [];
  const bind = (value: unknown) => {
    parameters.push(value);
    return '?';
  };
  const rank = text ? `(round((word_similarity(plain_text(${bind(text)}), p.search_name) * 1000)::numeric))::int` : '0';
  const where = [`p.municipality = ${bind(municipality)}`];
  if (text) {
    where.push(
      `(p.search_name like '%' || plain_text(${bind(like(text))}) || '%' or p.reference = upper(${bind(text)})
        or exists (select 1 from personal_code c where c.person_id = p.id and c.municipality = p.municipality and c.code = ${bind(text)}))`,
    );
  }
  const found = `select p.id, ${rank} as rank, p.family_name || ' ' || p.given_name as name from person p where ${where.join(' and ')}`;
  const after = decodeCursor(args.after, ['int', 'text', 'uuid']);
  const beyond = after ? 'where (-rank, name, id) > (?, ?, ?::uuid)' : '';
  const rows: Found[] = await em.execute(`select * from (${found}) f ${beyond} order by -rank, name, id limit ?`, [
    ...parameters,
    ...(after ? [-Number(after[0]), String(after[1]), String(after[2])] : []),
    args.first + 1,
  ]);
  const persons = new Map((await em.find(Person, { id: { $in: rows.slice(0, args.first).map((row) => row.id) } })).map((p) => [p.id, p]));
  const count = async () => Number((await em.execute<{ n: string }[]>(`select count(*) as n from (${found}) f`, parameters))[0]?.n ?? 0);
  const listed = page(rows, args, (row) => [row.rank, row.name, row.id], count);
  const nodes = listed.nodes.flatMap((row) => persons.get(row.id) ?? []);
  return {
    ...listed,
    nodes,
    edges: listed.edges.flatMap(({ node, cursor }) => (persons.has(node.id) ? [{ node: persons.get(node.id) as Person, cursor }] : [])),
  };
}
