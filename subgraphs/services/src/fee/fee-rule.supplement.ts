import type { Cents } from '@atbalsts/database';
import { bauska, daugavpils } from '@atbalsts/reference';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FeeTerms } from './fee.rules.js';

/** A fee rule as it is kept. */
export interface FeeRuleData extends FeeTerms {
  municipality: string;
  serviceType: string;
  validFrom: string;
  validUntil: string | null;
  unit: string;
  dueDays: number;
  citation: string;
}

const bands = (...rows: readonly (readonly [Cents | null, number])[]) => rows.map(([upTo, share]) => ({ upTo, share }));
const citation = 'Pašvaldības saistošie noteikumi par sociālajiem pakalpojumiem (pieņēmums: dokumentos maksas apmēra nav)';

const homeCare = { serviceType: 'home-care', unit: 'HOUR', keeps: 21_800, ceiling: 15_000, dueDays: 20, citation };
const transport = { unit: 'TRIP', unitPrice: 600, keeps: 21_800, ceiling: 6_000, dueDays: 20, citation };
const byIncome = bands([32_700, 0], [43_600, 250], [54_500, 500], [70_000, 750], [null, 1000]);
const halfAtMost = bands([32_700, 0], [54_500, 200], [null, 500]);

/** Fee rules of the demo towns. The documents print how much was collected, but no tariff: every figure here is assumed. */
export const assumedFeeRules: readonly FeeRuleData[] = [daugavpils, bauska].flatMap((municipality) => [
  { ...homeCare, municipality, unitPrice: 550, bands: byIncome, validFrom: '2020-01-01', validUntil: '2024-01-01' },
  { ...homeCare, municipality, unitPrice: 690, bands: byIncome, validFrom: '2024-01-01', validUntil: null },
  { ...transport, municipality, serviceType: 'social-taxi', bands: halfAtMost, validFrom: '2020-01-01', validUntil: null },
  { ...transport, municipality, serviceType: 'specialised-transport', bands: halfAtMost, validFrom: '2020-01-01', validUntil: null },
]);

/** Writes the rules that are not there yet; one that is there keeps its figures. */
export async function loadFeeRules(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into fee_rule (municipality, service_type, valid_from, valid_until, unit, unit_price, bands, keeps, ceiling, due_days, citation, assumed)
     select municipality, "serviceType", "validFrom", "validUntil", unit, "unitPrice", bands, keeps, ceiling, "dueDays", citation, true
       from jsonb_to_recordset(?::jsonb) as r(municipality text, "serviceType" text, "validFrom" date, "validUntil" date, unit text, "unitPrice" bigint,
                                              bands jsonb, keeps bigint, ceiling bigint, "dueDays" int, citation text)
     on conflict do nothing`,
    [JSON.stringify(assumedFeeRules)],
  );
}
