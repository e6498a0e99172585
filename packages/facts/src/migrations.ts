/** Folder of the migrations that give a domain its outbox and its fact tables; run after those of packages/audit and before its own. */
export const factMigrations = new URL('../migrations/', import.meta.url);
