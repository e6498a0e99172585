import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { audienceSdl } from './supergraph.js';

/** How a composed contract differs from its hand-written allow-list. */
export interface ContractDifference {
  /** Open in the graph and not in the list. */
  unlisted: string[];
  /** In the list and not open in the graph. */
  absent: string[];
  /** Written more than once in the list. */
  repeated: string[];
}

/**
 * What an audience can name, one line each, sorted: `Type.field(argument, argument)`, `Enum.VALUE`, `Input.field`, `Union = Member`,
 * `Type implements Interface`, `scalar Name`.
 */
export function contractLines(supergraphSdl: string): string[] {
  return Object.values(buildSchema(audienceSdl(supergraphSdl)).getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .flatMap(linesOf)
    .sort();
}

function linesOf(type: GraphQLNamedType): string[] {
  if (isScalarType(type)) return isSpecifiedScalarType(type) ? [] : [`scalar ${type.name}`];
  if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
  if (isUnionType(type)) return type.getTypes().map(({ name }) => `${type.name} = ${name}`);
  if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields()).map(({ name, args }) => {
    const names = args.map((arg) => arg.name).sort();
    return `${type.name}.${name}${names.length ? `(${names.join(', ')})` : ''}`;
  });
  return [...type.getInterfaces().map(({ name }) => `${type.name} implements ${name}`), ...fields];
}

/** The lines of an allow-list: without comments (from `#` on) and empty lines, in the order they are written. */
export function readAllowList(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter(Boolean);
}

/** Compares a contract with its allow-list, in both directions. All empty where they are equal. */
export function compareContract(allowList: string, supergraphSdl: string): ContractDifference {
  const open = contractLines(supergraphSdl);
  const listed = readAllowList(allowList);
  return {
    unlisted: open.filter((line) => !listed.includes(line)),
    absent: listed.filter((line) => !open.includes(line)),
    repeated: listed.filter((line, at) => listed.indexOf(line) !== at),
  };
}

/** What a difference means and what to do, for who reads a failed test or check; null where there is none. */
export function contractAdvice(file: string, { unlisted, absent, repeated }: ContractDifference): string | null {
  const part = (head: string, lines: string[]) => (lines.length ? [head, ...lines.map((line) => `  ${line}`)] : []);
  const lines = [
    ...part(
      `These are open to the audience and not in ${file}. Should this audience really see them? If so, add the lines by hand; if not, take the tag away:`,
      unlisted,
    ),
    ...part(
      `These are in ${file} and not open. If the audience lost them on purpose, delete the lines (and write a decision record: it is a breaking change); if not, tag them again, or run \`npm run schema\`:`,
      absent,
    ),
    ...part(`These stand in ${file} more than once:`, repeated),
  ];
  return lines.length ? lines.join('\n') : null;
}
