import { registerEnumType } from 'type-graphql';

/** Puts an enum into the graph: every value with its description, so that none can be forgotten. */
export function describedEnum<T extends object>(
  type: T,
  name: string,
  description: string,
  values: Record<keyof T & string, string>,
): void {
  const valuesConfig = Object.fromEntries(Object.entries(values).map(([value, text]) => [value, { description: text as string }]));
  registerEnumType(type, { name, description, valuesConfig: valuesConfig as never });
}
