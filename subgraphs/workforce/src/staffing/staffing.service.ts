import type { Context } from '@atbalsts/graphql';
import { municipalities } from '@atbalsts/reference';
import type { Municipality } from '../external/municipality.js';
import { Staffing } from './staffing.js';
import { liveStaffOf, publishedStaffOf } from './staffing.loader.js';
import { againstNorm, populationFor, type StaffCount } from './staffing.rules.js';

/**
 * Staffing of a municipality on a day. Staff see their own municipality live; a region what the towns of the region have published for the
 * year of the day, as on its 31 December. Null for every other, and where there are no records.
 */
export async function staffingOf(context: Context, { code, populations }: Municipality, on: string): Promise<Staffing | null> {
  const count = await countFor(context, code, on);
  return count && Object.assign(new Staffing(), againstNorm(count, populationFor(populations ?? null, Number(on.slice(0, 4)))));
}

function countFor(context: Context, code: string, on: string): Promise<StaffCount | null> | null {
  const { audience, municipality, region } = context.principal;
  if (audience === 'STAFF') return code === municipality ? context.load(liveStaffOf, { municipality: code, on }) : null;
  if (audience === 'REGIONAL' && municipalities.some((one) => one.code === code && one.region === region)) {
    return context.load(publishedStaffOf, { municipality: code, on });
  }
  return null;
}
