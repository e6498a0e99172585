import { isId } from '@atbalsts/database';
import { type Context, type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** An employee as an input names one: by id, in a field. */
export interface NamedEmployee {
  field: string;
  id: string;
}

/** Asks the workforce, in one question, for all employees named: one problem for each that this municipality does not have. Fails closed. */
export async function unknownEmployees(context: Context, named: readonly NamedEmployee[]): Promise<Problem[]> {
  const ids = [...new Set(named.map(({ id }) => id).filter(isId))];
  const known = ids.length ? await askWorkforce(context, ids) : new Set<string>();
  return named.filter(({ id }) => !known.has(id)).map(({ field }) => noSuchEmployee(field));
}

async function askWorkforce(context: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const parameters = ids.map((_id, at) => `$e${at}: ID!`).join(', ');
  const fields = ids.map((_id, at) => `e${at}: employee(id: $e${at}) { id }`).join(' ');
  const variables = Object.fromEntries(ids.map((id, at) => [`e${at}`, id]));
  const answer = await context.ask<Record<string, { id: string } | null>>('workforce', `query(${parameters}) { ${fields} }`, variables);
  return new Set(ids.filter((_id, at) => answer[`e${at}`]));
}

const noSuchEmployee = (field: string) =>
  problem(ProblemCode.NOT_FOUND, 'Šāda darbinieka jūsu pašvaldībā nav.', 'There is no such employee in your municipality.', field);
