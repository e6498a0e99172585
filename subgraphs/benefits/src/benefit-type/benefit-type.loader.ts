import { type BatchLoad, inOrder } from '@atbalsts/graphql';
import { BenefitType } from './benefit-type.entity.js';

/** Benefit types by code, of any town and day; null where there is none. */
export const benefitTypeByCode: BatchLoad<string, BenefitType | null> = async ({ em }, codes) =>
  inOrder(codes, await em.find(BenefitType, { code: { $in: [...codes] } }), (type) => type.code);
