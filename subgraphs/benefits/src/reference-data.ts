import { benefitTypes, housingCoefficients, thresholds } from '@atbalsts/reference';
import type { EntityManager } from '@mikro-orm/postgresql';
import { loadPayingAccounts } from './bank/paying-account.js';
import { supplementaryBenefitTypes } from './benefit-type/benefit-type.supplement.js';
import { assumedRounding } from './means/means.rounding.rules.js';
import { assumedBenefitRules } from './rule/benefit-rule.supplement.js';

/**
 * Writes the catalogue of benefits and the dated rules into their tables; safe to repeat. A rule version that is there may get an end, an annulment
 * or a better source; its figures never change (the database refuses).
 */
export async function loadReference(em: EntityManager): Promise<void> {
  await loadBenefitTypes(em);
  await loadThresholds(em);
  await loadHousingCoefficients(em);
  await loadBenefitRules(em);
  await loadPayingAccounts(em);
}

async function loadBenefitTypes(em: EntityManager): Promise<void> {
  const rows = [
    ...benefitTypes.map((type) => ({
      ...type,
      municipality: null,
      needsResidence: !withoutResidence.includes(type.code),
      validFrom: null,
    })),
    ...supplementaryBenefitTypes,
  ].map(({ code, label, meansTested, legalBasis, assumed, orphanGuarantee, municipality, needsResidence, validFrom }) => ({
    code,
    municipality,
    label_lv: label.lv,
    label_en: label.en,
    means_tested: meansTested,
    needs_residence: needsResidence,
    legal_basis: legalBasis,
    assumed,
    orphan_guarantee: orphanGuarantee,
    valid_from: validFrom,
  }));
  await em.execute(
    `insert into benefit_type (code, municipality, label_lv, label_en, means_tested, needs_residence, legal_basis, assumed, orphan_guarantee, valid_from)
     select code, municipality, label_lv, label_en, means_tested, needs_residence, legal_basis, assumed, orphan_guarantee, valid_from
       from jsonb_to_recordset(?::jsonb) as r(code text, municipality text, label_lv text, label_en text, means_tested boolean, needs_residence boolean,
                                              legal_basis text, assumed boolean, orphan_guarantee boolean, valid_from date)
     on conflict (code) do update set municipality = excluded.municipality, label_lv = excluded.label_lv, label_en = excluded.label_en,
       means_tested = excluded.means_tested, needs_residence = excluded.needs_residence, legal_basis = excluded.legal_basis, assumed = excluded.assumed,
       orphan_guarantee = excluded.orphan_guarantee, valid_from = excluded.valid_from`,
    [JSON.stringify(rows)],
  );
}

/** Granted to who has no declared residence too: help in a crisis cannot wait for one. (assumed: the documents do not say) */
const withoutResidence: readonly string[] = ['crisis'];

async function loadThresholds(em: EntityManager): Promise<void> {
  const rows = thresholds.map((rule) => ({
    code: rule.code,
    municipality: rule.municipality,
    valid_from: rule.validFrom,
    valid_until: rule.validUntil,
    annulled_from: rule.annulledFrom,
    first_person: rule.firstPerson,
    next_person: rule.nextPerson,
    is_maximum: rule.isMaximum,
    verified: rule.verified,
    source: rule.source,
    assumed: rule.assumed,
  }));
  await em.execute(
    `insert into threshold_rule (code, municipality, valid_from, valid_until, annulled_from, first_person, next_person, is_maximum, verified, source, assumed)
     select code, municipality, valid_from, valid_until, annulled_from, first_person, next_person, is_maximum, verified, source, assumed
       from jsonb_to_recordset(?::jsonb) as r(code text, municipality text, valid_from date, valid_until date, annulled_from date, first_person bigint,
                                              next_person bigint, is_maximum boolean, verified boolean, source text, assumed boolean)
     on conflict on constraint threshold_rule_unique do update set valid_until = excluded.valid_until, annulled_from = excluded.annulled_from,
       first_person = excluded.first_person, next_person = excluded.next_person, is_maximum = excluded.is_maximum, verified = excluded.verified,
       source = excluded.source, assumed = excluded.assumed`,
    [JSON.stringify(rows)],
  );
}

async function loadHousingCoefficients(em: EntityManager): Promise<void> {
  const rows = housingCoefficients.map((rule) => ({
    municipality: rule.municipality,
    valid_from: rule.validFrom,
    valid_until: rule.validUntil,
    annulled_from: rule.annulledFrom,
    lone_pensioner_or_disabled: rule.hundredths.LONE_PENSIONER_OR_DISABLED,
    only_pensioners_or_disabled: rule.hundredths.ONLY_PENSIONERS_OR_DISABLED,
    only_pensioners_or_disabled_with_children: rule.hundredths.ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN,
    other: rule.hundredths.OTHER,
    source: rule.source,
    assumed: rule.assumed,
  }));
  await em.execute(
    `insert into housing_coefficient (municipality, valid_from, valid_until, annulled_from, lone_pensioner_or_disabled, only_pensioners_or_disabled,
                                      only_pensioners_or_disabled_with_children, other, source, assumed)
     select municipality, valid_from, valid_until, annulled_from, lone_pensioner_or_disabled, only_pensioners_or_disabled,
            only_pensioners_or_disabled_with_children, other, source, assumed
       from jsonb_to_recordset(?::jsonb) as r(municipality text, valid_from date, valid_until date, annulled_from date, lone_pensioner_or_disabled integer,
                                              only_pensioners_or_disabled integer, only_pensioners_or_disabled_with_children integer, other integer,
                                              source text, assumed boolean)
     on conflict on constraint housing_coefficient_unique do update set valid_until = excluded.valid_until, annulled_from = excluded.annulled_from,
       lone_pensioner_or_disabled = excluded.lone_pensioner_or_disabled, only_pensioners_or_disabled = excluded.only_pensioners_or_disabled,
       only_pensioners_or_disabled_with_children = excluded.only_pensioners_or_disabled_with_children, other = excluded.other,
       source = excluded.source, assumed = excluded.assumed`,
    [JSON.stringify(rows)],
  );
}

const assumedSource = 'Pašvaldības saistošie noteikumi (pieņēmums: dokumentos apmērs nav atrasts)';

async function loadBenefitRules(em: EntityManager): Promise<void> {
  const rows = assumedBenefitRules.map(({ type, ground, amount, months, period, covers, municipality, validFrom }) => ({
    benefit_type: type,
    legal_ground: ground,
    municipality,
    valid_from: validFrom,
    kind: amount === 'GMI_SUM' ? amount : 'fixed' in amount ? 'FIXED' : 'SHARE',
    fixed_amount: amount !== 'GMI_SUM' && 'fixed' in amount ? amount.fixed : null,
    share_percent: amount !== 'GMI_SUM' && 'percent' in amount ? amount.percent : null,
    ceiling: amount !== 'GMI_SUM' && 'ceiling' in amount ? amount.ceiling : null,
    months: months ?? null,
    period_months: period ?? null,
    covers,
    rounding: assumedRounding,
    source: assumedSource,
    assumed: true,
  }));
  await em.execute(
    `insert into benefit_rule (benefit_type, legal_ground, municipality, valid_from, kind, fixed_amount, share_percent, ceiling, months, period_months,
                               covers, rounding, source, assumed)
     select benefit_type, legal_ground, municipality, valid_from, kind, fixed_amount, share_percent, ceiling, months, period_months,
            covers, rounding, source, assumed
       from jsonb_to_recordset(?::jsonb) as r(benefit_type text, legal_ground text, municipality text, valid_from date, kind text, fixed_amount bigint,
                                              share_percent integer, ceiling bigint, months integer, period_months integer, covers text, rounding text,
                                              source text, assumed boolean)
     on conflict on constraint benefit_rule_unique do update set kind = excluded.kind, fixed_amount = excluded.fixed_amount,
       share_percent = excluded.share_percent, ceiling = excluded.ceiling, months = excluded.months, period_months = excluded.period_months,
       covers = excluded.covers, rounding = excluded.rounding, source = excluded.source, assumed = excluded.assumed`,
    [JSON.stringify(rows)],
  );
}
