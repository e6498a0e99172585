import { modules } from '@atbalsts/cli';
import { testDatabase } from '@atbalsts/testing';
import { describe, expect, it } from '@jest/globals';

/** A difference of tables and columns; indexes, constraints and comments are the migrations' own. */
const ofColumns = /create table|drop table|add column|drop column|alter column \S+ (type|set not null|drop not null)|rename/i;

describe('the migrations', () => {
  it.each(modules.map((module) => [module.name, module] as const))(
    'of %s make the tables and columns that its entities expect',
    async (name, module) => {
      const database = await testDatabase(name, { entities: module.entities });
      try {
        const statements = await database.database.orm.schema.getUpdateSchemaSQL({ safe: true, dropTables: false });
        expect(statements.split(';').filter((statement) => ofColumns.test(statement))).toEqual([]);
      } finally {
        await database.drop();
      }
    },
  );
});
