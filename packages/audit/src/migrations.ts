/** Folder of the migration that gives a domain its audit table; run before every other. */
export const auditMigrations = new URL('../migrations/', import.meta.url);
