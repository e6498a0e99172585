import { ContentMissing, type ContentStore } from './store.js';

/** Bytes in one row. */
const partSize = 262_144;

/** The bytes in the domain's own database, in its own transactions and its own backup, part by part. */
export const postgresStore: ContentStore = {
  name: 'POSTGRESQL',
  async put(em, { id, municipality }, bytes) {
    await em.execute('delete from document_content where document_id = ?', [id], 'run');
    let part = 0;
    for await (const piece of bytes.parts(partSize)) {
      const hex = piece.toString('hex');
      await em.execute(
        `insert into document_content (document_id, part, municipality, bytes) values (?, ?, ?, decode(?, 'hex'))`,
        [id, part++, municipality, hex],
        'run',
      );
    }
  },
  async *get(em, { id }) {
    for (let part = 0; ; part++) {
      const rows: { hex: string }[] = await em.execute(
        `select encode(bytes, 'hex') as hex from document_content where document_id = ? and part = ?`,
        [id, part],
      );
      const row = rows[0];
      if (!row && part === 0) throw new ContentMissing('no part of the document is stored');
      if (!row) return;
      yield Buffer.from(row.hex, 'hex');
    }
  },
  async remove(em, { id }) {
    await em.execute('delete from document_content where document_id = ?', [id], 'run');
  },
};
