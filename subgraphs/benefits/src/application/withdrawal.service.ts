import { type Context, mutate, type Payload, ProblemCode, refuse, refuseStale } from '@atbalsts/graphql';
import { Decision, DecisionState } from '../decision/decision.entity.js';
import { held } from '../held.js';
import { Application, ApplicationState } from './application.entity.js';
import { namedApplication } from './declaration.service.js';

const open: readonly ApplicationState[] = [ApplicationState.SUBMITTED, ApplicationState.MEANS_DECLARED, ApplicationState.PROPOSED];

/** Which application is withdrawn, and when. */
export interface Withdrawal {
  id: string;
  version: number;
  on: string;
}

/**
 * Withdraws an application by the client's wish, until it is decided; a proposal that waits for approval is returned with that reason. It can be submitted anew.
 * Refuses STALE, WRONG_STATE, and INVALID for a day before the application or in the future. Law on Administrative Procedure, section 56 (an application may be withdrawn).
 */
export function withdrawApplication(context: Context, { id, version, on }: Withdrawal): Promise<Payload<'application', Application>> {
  return mutate(context, 'application', async () => {
    const { em, today } = context;
    const application = await held(context, Application, { ...namedApplication(id), field: 'id' });
    if (application.version !== version) refuseStale();
    if (!open.includes(application.state)) {
      refuse(
        ProblemCode.WRONG_STATE,
        'Atsaukt var iesniegumu, par kuru vēl nav lēmuma.',
        'An application can be withdrawn until it is decided.',
        'id',
      );
    }
    if (on < application.submittedOn || on > today) {
      refuse(
        ProblemCode.INVALID,
        'Iesniegumu atsauc ne agrāk kā tā dienā un ne nākotnē.',
        'An application is withdrawn not before its day, and not in the future.',
        'on',
      );
    }
    const proposals = await em.find(Decision, { applicationId: application.id, state: DecisionState.PROPOSED });
    for (const proposal of proposals) {
      proposal.state = DecisionState.RETURNED;
      proposal.returnReason = 'Iesniedzējs iesniegumu atsauca.';
    }
    application.state = ApplicationState.WITHDRAWN;
    application.withdrawnOn = on;
    await em.flush();
    await context.audit.write(em, {
      action: 'application.withdraw',
      personId: application.applicantId,
      object: `application:${application.id}`,
      fields: ['state', 'withdrawnOn'],
    });
    return application;
  });
}
