import { assessmentForms, furtherServiceTypes, serviceProjects, serviceTypes } from '@atbalsts/reference';
import type { EntityManager } from '@mikro-orm/postgresql';
import { loadFeeRules } from './fee/fee-rule.supplement.js';

/** Writes the catalogue of services and the assumed fee rules of the demo towns; safe to repeat. */
export async function loadReference(em: EntityManager): Promise<void> {
  await loadServiceTypes(em);
  await loadFeeRules(em);
  await loadServiceProjects(em);
}

/** Writes the catalogue of services; what is there is brought up to date, but for the basket, which a region may have decided since. */
async function loadServiceTypes(em: EntityManager): Promise<void> {
  const types = [
    ...serviceTypes.map((type) => ({ ...type, further: false })),
    ...furtherServiceTypes.map((type) => ({ ...type, minimumBasket: null, further: true })),
  ];
  const rows = types.map((type, at) => ({
    code: type.code,
    place: at + 1,
    name_lv: type.label.lv,
    name_en: type.label.en,
    kind: type.kind,
    minimum_basket: type.minimumBasket,
    further: type.further,
  }));
  await em.execute(
    `insert into service_type (code, place, name_lv, name_en, kind, minimum_basket, further)
     select code, place, name_lv, name_en, kind, minimum_basket, further
       from jsonb_to_recordset(?::jsonb) as r(code text, place int, name_lv text, name_en text, kind text, minimum_basket boolean, further boolean)
     on conflict (code) do update set place = excluded.place, name_lv = excluded.name_lv, name_en = excluded.name_en, kind = excluded.kind,
       further = excluded.further,
       minimum_basket = coalesce(service_type.minimum_basket, excluded.minimum_basket)`,
    [JSON.stringify(rows)],
  );
  await loadForms(em);
}

/** Forms of assessment: a version that is there stays as it is, since assessments were made by it; only the day on which a later one takes over is set. */
async function loadForms(em: EntityManager): Promise<void> {
  const rows = assessmentForms.map(({ kind, version, validFrom, validUntil, assumed, note, ...content }) => ({
    kind,
    version,
    valid_from: validFrom,
    valid_to: validUntil,
    assumed,
    note_lv: note.lv,
    note_en: note.en,
    content,
  }));
  await em.execute(
    `insert into assessment_form (kind, version, valid_from, valid_to, assumed, note_lv, note_en, content)
     select kind, version, valid_from, valid_to, assumed, note_lv, note_en, content from jsonb_to_recordset(?::jsonb)
         as r(kind text, version int, valid_from date, valid_to date, assumed boolean, note_lv text, note_en text, content jsonb)
      order by valid_from
     on conflict (kind, version) do update set valid_to = excluded.valid_to`,
    [JSON.stringify(rows)],
  );
}

/** Projects within which services are given; what is there is brought up to date. */
async function loadServiceProjects(em: EntityManager): Promise<void> {
  const rows = serviceProjects.map(({ code, number, label, groups, from, until, assumed }) => ({
    code,
    number,
    name_lv: label.lv,
    name_en: label.en,
    groups,
    from_date: from,
    until_date: until,
    assumed,
  }));
  await em.execute(
    `insert into service_project select * from jsonb_to_recordset(?::jsonb)
         as r(code text, number text, name_lv text, name_en text, groups text[], from_date date, until_date date, assumed boolean)
     on conflict (code) do update set number = excluded.number, name_lv = excluded.name_lv, name_en = excluded.name_en, groups = excluded.groups,
       from_date = excluded.from_date, until_date = excluded.until_date, assumed = excluded.assumed`,
    [JSON.stringify(rows)],
  );
}
