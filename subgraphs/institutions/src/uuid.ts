/** Whether an id that came from outside can be one at all: the database refuses to compare anything else. */
export const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
