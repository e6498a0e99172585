import { municipalities, populations, regions } from '@atbalsts/reference';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Writes regions, municipalities and populations into the registry's tables; what is there is brought up to date. */
export async function loadReference(em: EntityManager): Promise<void> {
  await upsert(
    em,
    'region',
    'code',
    ['code text', 'name_lv text', 'name_en text'],
    regions.map((r) => ({ code: r.code, name_lv: r.label.lv, name_en: r.label.en })),
  );
  const towns = municipalities.map((m) => ({
    code: m.code,
    region: m.region,
    name_lv: m.label.lv,
    name_en: m.label.en,
    valid_from: m.validFrom,
    valid_until: m.validUntil,
  }));
  await upsert(
    em,
    'municipality',
    'code',
    ['code text', 'region text', 'name_lv text', 'name_en text', 'valid_from date', 'valid_until date'],
    towns,
  );
  const counts = populations.map((p) => ({ municipality: p.municipality, year: p.year, count: p.count, source: p.source }));
  await upsert(em, 'population', 'municipality, year', ['municipality text', 'year int', 'count int', 'source text'], counts);
}

async function upsert(em: EntityManager, table: string, key: string, columns: string[], rows: object[]): Promise<void> {
  const names = columns.map((column) => column.split(' ')[0]);
  await em.execute(
    `insert into ${table} (${names.join(', ')}) select ${names.join(', ')} from jsonb_to_recordset(?::jsonb) as r(${columns.join(', ')})
     on conflict (${key}) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [JSON.stringify(rows)],
  );
}
