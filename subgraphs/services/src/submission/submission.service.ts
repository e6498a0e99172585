import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { unknownEmployees } from '../external/employee.ask.js';
import { refuseUnknownPerson } from '../external/person.ask.js';
import { heldAt } from '../held.js';
import { knownByKey } from '../once-by-key.js';
import { dueBy } from '../term/service-term.js';
import { Submission } from './submission.entity.js';
import type { AnswerSubmissionInput, ReceiveSubmissionInput } from './submission.input.js';
import { answerProblems, submissionProblems } from './submission.rules.js';

const missing = { lv: 'Šāda iesnieguma nav.', en: 'There is no such submission.' };

/** Records a submission, once for its key. Refuses INVALID, NOT_FOUND for a person or an employee of no such town, RULE_MISSING. */
export function receiveSubmission(context: Context, input: ReceiveSubmissionInput): Promise<Payload<'submission', Submission>> {
  return mutate(context, 'submission', async () => {
    const { em, municipality } = context;
    const problems = submissionProblems(input, context.today);
    if (problems.length) throw new Refusal(problems);
    const known = await knownByKey(context, Submission, input.key, (one) => isSame(one, input));
    if (known) return known;
    if (input.personId) await refuseUnknownPerson(context, input.personId);
    const unknown = input.aboutId ? await unknownEmployees(context, [{ field: 'aboutId', id: input.aboutId }]) : [];
    if (unknown.length) throw new Refusal(unknown);
    const due = await dueBy(context, 'submission.answer', input.receivedOn);
    const submission = em.create(Submission, {
      id: newId(),
      municipality,
      key: input.key,
      kind: input.kind,
      receivedOn: input.receivedOn,
      personId: input.personId ?? null,
      sender: input.sender?.trim() || null,
      contact: input.contact?.trim() || null,
      aboutId: input.aboutId ?? null,
      text: input.text.trim(),
      dueOn: due.on,
      termCitation: due.citation,
      recordedBy: context.employee,
      answeredOn: null,
      answeredBy: null,
      answer: null,
    } as never);
    await em.flush();
    await context.audit.write(em, { action: 'submission.receive', personId: submission.personId, object: `submission:${submission.id}` });
    return submission;
  });
}

const isSame = (known: Submission, input: ReceiveSubmissionInput): boolean =>
  known.kind === input.kind && known.receivedOn === input.receivedOn && known.text === input.text.trim();

/** Answers a submission, once. Refuses NOT_FOUND, STALE, WRONG_STATE (answered already), FOUR_EYES to whom it is about, INVALID. */
export function answerSubmission(context: Context, input: AnswerSubmissionInput): Promise<Payload<'submission', Submission>> {
  return mutate(context, 'submission', async () => {
    const submission = await heldAt(context, Submission, { id: input.submissionId, field: 'submissionId', missing }, input.version);
    if (submission.answeredOn) {
      refuse(ProblemCode.WRONG_STATE, 'Uz iesniegumu jau ir atbildēts.', 'The submission is answered already.', 'submissionId');
    }
    const problems = answerProblems(input, submission, context.employee, context.today);
    if (problems.length) throw new Refusal(problems);
    submission.answeredOn = input.on;
    submission.answeredBy = context.employee;
    submission.answer = input.answer.trim();
    await context.em.flush();
    await context.audit.write(context.em, {
      action: 'submission.answer',
      personId: submission.personId,
      object: `submission:${submission.id}`,
      fields: ['answer', 'answeredOn'],
    });
    return submission;
  });
}
