import { serviceTypes } from '@atbalsts/reference';
import type { EntityManager } from '@mikro-orm/postgresql';
import { loadFeeRules } from './fee/fee-rule.supplement.js';

/** Writes the catalogue of services and the assumed fee rules of the demo towns; safe to repeat. */
export async function loadReference(em: EntityManager): Promise<void> {
  await loadServiceTypes(em);
  await loadFeeRules(em);
}

/** Writes the catalogue of services; what is there is brought up to date, but for the basket, which a region may have decided since. */
async function loadServiceTypes(em: EntityManager): Promise<void> {
  const rows = serviceTypes.map((type, at) => ({
    code: type.code,
    place: at + 1,
    name_lv: type.label.lv,
    name_en: type.label.en,
    kind: type.kind,
    minimum_basket: type.minimumBasket,
  }));
  await em.execute(
    `insert into service_type (code, place, name_lv, name_en, kind, minimum_basket)
     select code, place, name_lv, name_en, kind, minimum_basket
       from jsonb_to_recordset(?::jsonb) as r(code text, place int, name_lv text, name_en text, kind text, minimum_basket boolean)
     on conflict (code) do update set place = excluded.place, name_lv = excluded.name_lv, name_en = excluded.name_en, kind = excluded.kind,
       minimum_basket = coalesce(service_type.minimum_basket, excluded.minimum_basket)`,
    [JSON.stringify(rows)],
  );
}
