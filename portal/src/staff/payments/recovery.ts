import type { DocumentType } from '../../gql/staff/index.js';
import type { Tone } from '../../ui/index.js';
import type { RecoveriesList } from './payments.queries.js';

/** An overpayment as the list gives it. */
export type Recovery = NonNullable<DocumentType<typeof RecoveriesList>['recoveries']>['nodes'][number];

/** What a state of an overpayment means. */
export const recoveryTones: Readonly<Record<Recovery['state'], Tone>> = { OPEN: 'warn', RECOVERED: 'good', CANCELLED: 'neutral' };
