import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar, Language, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { languageArg } from '../label.js';
import { ApproveProgressReportInput } from './approve.input.js';
import { approveProgressReport } from './approve.service.js';
import { progressPathOf } from './progress.file.js';
import { documentOf } from './progress-document.service.js';
import { ProgressReport } from './progress-report.js';
import { SubmitProgressReportInput } from './submit.input.js';
import { ProgressReportPayload } from './submit.payload.js';
import { submitProgressReport } from './submit.service.js';

/** Progress reports. */
@Resolver(() => ProgressReport)
export class ProgressReportResolver {
  @Mutation(() => ProgressReportPayload, {
    description:
      'Submits the progress report of a year that is over to the council; until it is approved it may be submitted again, from the version last seen. STALE where somebody wrote meanwhile; INVALID for a year outside the strategy or not over, and for an empty assessment; WRONG_STATE where it is approved.',
  })
  @Allow('progress.submit')
  submitProgressReport(
    @Ctx() context: Context,
    @Arg('input', () => SubmitProgressReportInput, { description: 'What people write into it.' }) input: SubmitProgressReportInput,
  ): Promise<Payload<'progressReport', ProgressReport>> {
    return submitProgressReport(context, input);
  }

  @Mutation(() => ProgressReportPayload, {
    description:
      'Records that the council has approved a submitted progress report; its document is kept as it is then. FOUR_EYES for who submitted it; NOT_FOUND where nothing was submitted; WRONG_STATE where it is approved already; STALE; INVALID without the decision; UNAVAILABLE where a domain whose figures it shows does not answer.',
  })
  @Allow('progress.approve')
  approveProgressReport(
    @Ctx() context: Context,
    @Arg('input', () => ApproveProgressReportInput, { description: 'Which one, by which decision.' }) input: ApproveProgressReportInput,
  ): Promise<Payload<'progressReport', ProgressReport>> {
    return approveProgressReport(context, input);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'When the council approved it; null until then.' })
  approvedOn(@Root() { written }: ProgressReport): string | null {
    return written?.approvedOn ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The decision by which the council approved it; null until then.' })
  councilDecision(@Root() { written }: ProgressReport): string | null {
    return written?.councilDecision ?? null;
  }

  @FieldResolver(() => String, {
    description: 'Where the same is had as PDF: a path below the address of the gateway, asked with the same token.',
  })
  documentPath(@Root() { strategy, year }: ProgressReport, @Arg('language', () => Language, languageArg) language: Language): string {
    return progressPathOf(strategy.id, year, language);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Grows with each submission; null where nothing was written yet.' })
  version(@Root() { written }: ProgressReport): number | null {
    return written?.version ?? null;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'When it was last submitted to the council; null where it was not.' })
  submittedOn(@Root() { written }: ProgressReport): string | null {
    return written?.submittedOn ?? null;
  }

  @FieldResolver(() => String, {
    description:
      'The whole report as Markdown, ready to print, with the contents that the Bauska strategy demands of one; once approved, as it was approved.',
  })
  document(
    @Ctx() context: Context,
    @Root() report: ProgressReport,
    @Arg('language', () => Language, languageArg) language: Language,
  ): Promise<string> {
    return documentOf(context, report, language === Language.EN ? 'en' : 'lv');
  }
}
