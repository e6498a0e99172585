import { type ASTNode, Kind } from 'graphql';
import { BadInput } from './scalars.js';

/** Where a value of a client stands: `$input.members[0].note` in a variable, `input.members[0].note` in a literal. */
export interface InputPlace {
  name: string;
  variable: boolean;
}

const loneSurrogate = /\p{Surrogate}/u;

/** Whether a text holds what no text of PostgreSQL can: U+0000, or half of a surrogate pair (it would be stored as another character, without a word). */
export const holdsNul = (text: string): boolean => text.includes('\0') || loneSurrogate.test(text);

/** The refusal of what cannot be stored; the value itself, which may be a person's, stays out of the message. */
export function nulInput({ name, variable }: InputPlace): BadInput {
  const error = new BadInput(
    `${variable ? 'Variable' : 'Argument'} "${name}" must not hold the character U+0000 or half of a surrogate pair`,
    `${variable ? 'Mainīgais' : 'Arguments'} "${name}" nedrīkst saturēt rakstzīmi U+0000 vai pusi no surogātu pāra`,
  );
  error.extensions.argument = name;
  return error;
}

/**
 * Looks through everything that the variables hold, keys as well, however deep.
 * @throws BadInput naming the first place where U+0000 or half of a surrogate pair stands
 */
export function checkVariables(variables: Record<string, unknown>): void {
  const left: { value: unknown; name: string }[] = [{ value: variables, name: '' }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, name } = next;
    if (typeof value === 'string') {
      if (holdsNul(value)) throw nulInput({ name: `$${name}`, variable: true });
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) if (canHold(item)) left.push({ value: item, name: `${name}[${index}]` });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (holdsNul(key)) throw nulInput({ name: `$${name}`, variable: true });
        if (canHold(item)) left.push({ value: item, name: name ? `${name}.${key}` : key });
      }
    }
  }
}

const canHold = (value: unknown): boolean => (typeof value === 'string' ? holdsNul(value) : typeof value === 'object' && value !== null);

/** Where a literal stands, from the path that `visit` gives: the argument, or the variable whose default it is, and the way into it. */
export function placeOfNode(root: unknown, path: readonly (string | number)[]): InputPlace {
  let name = '';
  let variable = false;
  let at = root;
  let before: string | number = '';
  for (const key of path) {
    if (typeof key === 'number' && before === 'values') name += `[${key}]`;
    before = key;
    at = (at as Record<string | number, unknown>)[key];
    const node = at as Partial<ASTNode>;
    if (node.kind === Kind.ARGUMENT) name = node.name?.value ?? '';
    else if (node.kind === Kind.OBJECT_FIELD) name += `.${node.name?.value}`;
    else if (node.kind === Kind.VARIABLE_DEFINITION) {
      name = `$${node.variable?.name.value}`;
      variable = true;
    }
  }
  return { name, variable };
}
