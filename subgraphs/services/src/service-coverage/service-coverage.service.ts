import { BadInput, type Context, StatisticalCount } from '@atbalsts/graphql';
import { municipalitiesOn, regions } from '@atbalsts/reference';
import { municipalityRef } from '../external/municipality.js';
import type { ServiceType } from '../service-type/service-type.entity.js';
import { allServiceTypes } from '../service-type/service-type.loader.js';
import { Provision, ServiceCoverage } from './service-coverage.js';
import { type KnownCoverage, ownCoverage, publishedCoverage } from './service-coverage.records.js';

const unknown: KnownCoverage = { provision: Provision.UNKNOWN, clients: { value: null, suppressed: false } };

/**
 * Every municipality of a region with every kind of service in a year. Staff see their own town by its records; a region its own towns by what they
 * published. Everything else is UNKNOWN. Null for a region that does not exist, or that a regional token is not of.
 */
export async function coverageOf(context: Context, region: string, year: number): Promise<ServiceCoverage[] | null> {
  if (year < 1990 || year > 2200) throw new BadInput('year must lie between 1990 and 2200', 'Gadam jābūt no 1990 līdz 2200', 'year');
  const { audience } = context.principal;
  if (!regions.some((known) => known.code === region)) return null;
  if (audience === 'REGIONAL' && context.principal.region !== region) return null;
  const types = await allServiceTypes(context);
  const known = await (audience === 'REGIONAL' ? publishedCoverage(context, region, year) : ownCoverage(context, year));
  const lastDay = `${year}-12-31`;
  const towns = municipalitiesOn(lastDay < context.today ? lastDay : context.today, region);
  return towns.flatMap((town) => types.map((type) => entryOf(town.code, type, known.get(`${town.code} ${type.code}`) ?? unknown)));
}

function entryOf(town: string, serviceType: ServiceType, { provision, clients }: KnownCoverage): ServiceCoverage {
  return Object.assign(new ServiceCoverage(), {
    municipality: municipalityRef(town),
    serviceType,
    provision,
    clients: Object.assign(new StatisticalCount(), clients),
  });
}
