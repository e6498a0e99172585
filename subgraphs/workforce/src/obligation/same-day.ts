import type { EntityManager } from '@mikro-orm/postgresql';
import { SupervisionRecord, TrainingRecord } from './hours.entity.js';

/** Hundredths of hours of training and supervision that are recorded for an employee on a day. The employee must be held. */
export async function hundredthsOnDay(em: EntityManager, employeeId: string, on: string): Promise<number> {
  const training = await em.find(TrainingRecord, { employeeId, on });
  const supervision = await em.find(SupervisionRecord, { employeeId, on });
  return [...training, ...supervision].reduce((sum, record) => sum + record.hoursHundredths, 0);
}
