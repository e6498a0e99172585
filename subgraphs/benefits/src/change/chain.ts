import type { Context } from '@atbalsts/graphql';
import type { IsoDate } from '@atbalsts/reference';
import type { Application } from '../application/application.entity.js';
import { Decision } from '../decision/decision.entity.js';
import { type ChangedPeriod, monthsBetween } from './change.rules.js';

/** Id of the first decision of those that changed one another. */
export const chainOf = ({ id, chainId }: Pick<Decision, 'id' | 'chainId'>): string => chainId ?? id;

/** The period of the benefit of a chain of decisions, and until when its status would have lasted. */
export interface ChainPeriod extends ChangedPeriod {
  statusUntil: IsoDate | null;
}

/** The period that the first decision of a chain granted, or to which one of the chain was prolonged; null where it granted none. */
export async function periodOfChain({ em }: Context, chainId: string): Promise<ChainPeriod | null> {
  const [row] = await em.execute<ChainPeriod[]>(
    `select a.submitted_on::text as "submittedOn", d.from_date::text as "from",
            (select max(c.until_date) from decision c where c.id = d.id or c.chain_id = d.id)::text as "until",
            (select max(c.status_until) from decision c where c.id = d.id or c.chain_id = d.id)::text as "statusUntil"
       from decision d join application a on a.id = d.application_id where d.id = ? and d.from_date is not null`,
    [chainId],
  );
  return row ?? null;
}

/** What a decision on a change grants at most: the rest of the period, with the status to where it would have lasted. */
export interface ChangeTerms {
  changesId: string;
  chainId: string;
  from: IsoDate;
  months: number;
  until: IsoDate;
  statusUntil: IsoDate;
}

/** The terms of a change; null for an application of its own. */
export async function changeTermsOf(
  context: Context,
  { changesId, effectiveFrom }: Pick<Application, 'changesId' | 'effectiveFrom'>,
): Promise<ChangeTerms | null> {
  if (changesId === null || effectiveFrom === null) return null;
  const changed = await context.em.findOneOrFail(Decision, { id: changesId });
  const chainId = chainOf(changed);
  const period = await periodOfChain(context, chainId);
  if (!period) throw new Error('a change of a decision without a period');
  const { until, statusUntil } = period;
  return {
    changesId,
    chainId,
    from: effectiveFrom,
    months: monthsBetween(effectiveFrom, until),
    until,
    statusUntil: changed.statusUntil ?? statusUntil ?? until,
  };
}
