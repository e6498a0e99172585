import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { Indicator, IndicatorValue } from '../indicator/indicator.entity.js';
import { Strategy } from '../strategy/strategy.entity.js';
import { Task } from '../task/task.entity.js';
import { IndicatorRecording } from './indicator-recording.entity.js';
import type { RecordIndicatorInput } from './indicator-recording.input.js';
import { recordingProblems } from './indicator-recording.rules.js';

/**
 * Records what an unbound indicator reached in a year, or corrects it: what was recorded before stays in its history. NOT_FOUND where the municipality has no
 * such indicator; STALE where somebody has recorded the year meanwhile; INVALID for a bound indicator, an impossible year or missing evidence.
 */
export function recordIndicator(context: Context, input: RecordIndicatorInput): Promise<Payload<'indicator', Indicator>> {
  return mutate(context, 'indicator', async () => {
    const { em, municipality, today, principal } = context;
    const { indicatorId, year, value, corrects } = input;
    // Held until the end: of two recordings at once the second waits, and sees that it is stale.
    const indicator = await em.findOne(Indicator, { id: indicatorId, municipality }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!indicator)
      refuse(
        ProblemCode.NOT_FOUND,
        'Šāda rādītāja jūsu pašvaldībā nav.',
        'There is no such indicator in your municipality.',
        'indicatorId',
      );
    const task = await em.findOneOrFail(Task, { id: indicator.taskId });
    const plan = await em.findOneOrFail(Strategy, { id: task.strategyId });
    const bound = indicator.measureTable !== null;
    const problems = recordingProblems({ bound, plan, year, evidence: input.evidence, today });
    if (problems.length) throw new Refusal(problems);
    const current = await em.findOne(IndicatorValue, { indicatorId, year });
    const [last] = await em.find(IndicatorRecording, { indicatorId, year }, { orderBy: { number: 'desc' }, limit: 1 });
    // A value that was brought in without its history counts as the first recording.
    const number = last?.number ?? (current ? 1 : 0);
    if (number !== (corrects ?? 0))
      refuse(
        ProblemCode.STALE,
        'Šim gadam vērtība jau ir ierakstīta vai labota. Ielasiet vēlreiz un norādiet, ko labojat.',
        'A value of this year was recorded or corrected meanwhile. Read it again and say which one you correct.',
        'corrects',
      );
    const evidence = input.evidence.trim();
    const recording = { municipality, indicatorId, year, value, evidence };
    if (current) em.assign(current, { value, evidence });
    else em.create(IndicatorValue, { id: newId(), ...recording });
    em.create(IndicatorRecording, { id: newId(), ...recording, number: number + 1, on: today, subject: principal.subject });
    await em.flush();
    await context.audit.write(em, {
      action: 'indicator.record',
      object: `indicator:${indicatorId}`,
      fields: ['year', 'value', 'evidence'],
    });
    return indicator;
  });
}
