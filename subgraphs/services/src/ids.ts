const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True where a string from outside can be the id of a record at all. */
export const isId = (text: string): boolean => uuid.test(text);

/** Those of the ids that can be one: what is none names nothing, and is no reason for the database to refuse the whole statement. */
export const idsAmong = (texts: readonly string[]): string[] => texts.filter(isId);
