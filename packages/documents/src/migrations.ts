/** Folder of the migration that gives a domain its tables of documents; a domain that has documents names it in `broughtMigrations`. */
export const documentMigrations = new URL('../migrations/', import.meta.url);
