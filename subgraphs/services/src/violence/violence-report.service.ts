import { isUniqueViolation, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse } from '@atbalsts/graphql';
import { refuseUnknownPerson } from '../external/person.ask.js';
import { heldAt } from '../held.js';
import { knownByKey } from '../once-by-key.js';
import { dueBy } from '../term/service-term.js';
import { refuseUnknownRecord } from './violence-record.ask.js';
import { ViolenceFollowUp, ViolenceReport } from './violence-report.entity.js';
import type { AddViolenceFollowUpInput, ExamineViolenceInput, ReportViolenceInput } from './violence-report.input.js';
import { examinationProblems, followUpProblems, reportProblems, termOf } from './violence-report.rules.js';

const missing = { lv: 'Šāda ziņojuma nav.', en: 'There is no such report.' };
const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

/**
 * Records that somebody told of violence, at once and with what is known. The same key with the same report gives the one that is recorded.
 * Refuses INVALID, NOT_FOUND for a person the registry does not know, RULE_MISSING.
 */
export function reportViolence(context: Context, input: ReportViolenceInput): Promise<Payload<'violenceReport', ViolenceReport>> {
  return mutate(context, 'violenceReport', async () => {
    const { em, municipality, today } = context;
    const problems = reportProblems(input, today);
    if (problems.length) throw new Refusal(problems);
    const known = await knownByKey(context, ViolenceReport, input.key, (one) => isSame(one, input));
    if (known) return known;
    if (input.personId) await refuseUnknownPerson(context, input.personId);
    const due = await dueBy(context, termOf(input), input.receivedOn);
    const report = em.create(ViolenceReport, {
      id: newId(),
      municipality,
      key: input.key,
      receivedAt: new Date(),
      receivedOn: input.receivedOn,
      happenedOn: input.happenedOn ?? null,
      reporter: input.reporter,
      reporterContact: orNull(input.reporterContact),
      victim: input.victim,
      personId: input.personId ?? null,
      victimDescribed: orNull(input.victimDescribed),
      kinds: input.kinds,
      place: orNull(input.place),
      account: input.account.trim(),
      danger: input.danger,
      dueOn: due.on,
      termCitation: due.citation,
      recordedBy: context.employee,
      outcome: null,
      findings: null,
      examinedOn: null,
      examinedBy: null,
    } as never);
    await em.flush();
    await context.audit.write(em, { action: 'violence.report', personId: report.personId, object: `violenceReport:${report.id}` });
    return report;
  });
}

function isSame(known: ViolenceReport, input: ReportViolenceInput): boolean {
  return (
    known.account === input.account.trim() &&
    known.receivedOn === input.receivedOn &&
    known.victim === input.victim &&
    known.danger === input.danger &&
    known.reporter === input.reporter
  );
}

/** Writes down what the examination found; it stays. Refuses NOT_FOUND, STALE, WRONG_STATE (examined already), INVALID. */
export function examineViolence(context: Context, input: ExamineViolenceInput): Promise<Payload<'violenceReport', ViolenceReport>> {
  return mutate(context, 'violenceReport', async () => {
    if (input.personId) await refuseUnknownPerson(context, input.personId);
    const report = await heldAt(context, ViolenceReport, { id: input.reportId, field: 'reportId', missing }, input.version);
    if (report.examinedOn) {
      refuse(ProblemCode.WRONG_STATE, 'Ziņojums jau ir izskatīts.', 'The report is examined already.', 'reportId');
    }
    const problems = examinationProblems(input, report, context.today);
    if (problems.length) throw new Refusal(problems);
    report.outcome = input.outcome;
    report.findings = input.findings.trim();
    report.examinedOn = input.on;
    report.examinedBy = context.employee;
    report.personId ??= input.personId ?? null;
    await context.em.flush();
    await context.audit.write(context.em, {
      action: 'violence.examine',
      personId: report.personId,
      object: `violenceReport:${report.id}`,
      fields: ['outcome', 'findings', 'examinedOn', ...(input.personId ? ['personId'] : [])],
    });
    return report;
  });
}

/** Adds what followed a report: a record of the town, or in words. Refuses NOT_FOUND, INVALID, DUPLICATE. */
export function addViolenceFollowUp(context: Context, input: AddViolenceFollowUpInput): Promise<Payload<'violenceReport', ViolenceReport>> {
  return mutate(context, 'violenceReport', async () => {
    const { em, municipality } = context;
    const report = await em.findOne(ViolenceReport, { id: input.reportId, municipality });
    if (!report) refuse(ProblemCode.NOT_FOUND, missing.lv, missing.en, 'reportId');
    const problems = followUpProblems(input, report, context.today);
    if (problems.length) throw new Refusal(problems);
    if (input.objectId) await refuseUnknownRecord(context, input.kind, input.objectId);
    em.create(ViolenceFollowUp, {
      id: newId(),
      municipality,
      reportId: report.id,
      kind: input.kind,
      objectId: input.objectId ?? null,
      note: orNull(input.note),
      on: input.on,
      addedBy: context.employee,
    });
    try {
      await em.flush();
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refusal([duplicate]);
      throw error;
    }
    await context.audit.write(em, {
      action: 'violence.followUp',
      personId: report.personId,
      object: `violenceReport:${report.id}`,
      fields: ['followUps'],
    });
    return report;
  });
}

const duplicate = problem(ProblemCode.DUPLICATE, 'Tas ziņojumam jau ir pierakstīts.', 'This stands with the report already.', 'objectId');
