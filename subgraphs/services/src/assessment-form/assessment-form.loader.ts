import { type BatchLoad, type Context, ProblemCode, refuse } from '@atbalsts/graphql';
import { type AssessmentFormContent, assessmentFormContentShape, type Label } from '@atbalsts/reference';
import { AreaScore, AssessmentForm, type AssessmentFormKind, FormArea, FormCriterion, FormLevel } from './assessment-form.js';
import { type Mark, outcomeOf } from './assessment-form.rules.js';

interface Row {
  kind: AssessmentFormKind;
  version: number;
  valid_from: string;
  valid_to: string | null;
  assumed: boolean;
  note_lv: string;
  note_en: string;
  content: unknown;
}

/** Every version of the forms of a kind, the latest first: all kinds asked for by one statement. */
export const formsOf: BatchLoad<AssessmentFormKind, AssessmentForm[]> = async ({ em }, kinds) => {
  const rows: Row[] = await em.execute(
    `select kind, version, valid_from::text, valid_to::text, assumed, note_lv, note_en, content from assessment_form
      where kind in (select value from jsonb_array_elements_text(?::jsonb)) order by valid_from desc`,
    [JSON.stringify(kinds)],
  );
  return kinds.map((kind) => rows.filter((row) => row.kind === kind).map(formOf));
};

/** The version that holds on a day; null where none does. */
export async function formOn(context: Context, kind: AssessmentFormKind, day: string): Promise<AssessmentForm | null> {
  const forms = await context.load(formsOf, kind);
  return forms.find((form) => form.validFrom <= day && (form.validTo === null || day < form.validTo)) ?? null;
}

/** The same for an assessment to be recorded: refuses RULE_MISSING where no version is known for that day. */
export async function ruledFormOn(context: Context, kind: AssessmentFormKind, day: string): Promise<AssessmentForm> {
  const form = await formOn(context, kind, day);
  if (!form)
    refuse(
      ProblemCode.RULE_MISSING,
      `Dienai ${day} nav ievadīta novērtēšanas karte ${kind}.`,
      `No form ${kind} is known for ${day}.`,
      'on',
    );
  return form;
}

/** A version by number; null where there is none. */
export async function formOfVersion(context: Context, kind: AssessmentFormKind, version: number): Promise<AssessmentForm | null> {
  return (await context.load(formsOf, kind)).find((form) => form.version === version) ?? null;
}

/** Scores by area of an assessment, by the version it was made with. */
export function areaScores(form: AssessmentForm, marks: readonly Mark[]): AreaScore[] {
  return outcomeOf(form.content, marks).areas.map(({ label, ...area }) => Object.assign(new AreaScore(), area, { words: label }));
}

function formOf({ note_lv, note_en, valid_from, valid_to, content, ...row }: Row): AssessmentForm {
  const read: AssessmentFormContent = assessmentFormContentShape.parse(content);
  return Object.assign(new AssessmentForm(), row, {
    validFrom: valid_from,
    validTo: valid_to,
    remark: { lv: note_lv, en: note_en },
    content: read,
    areas: read.areas.map((area) =>
      Object.assign(new FormArea(), named(area), {
        criteria: area.criteria.map((one) => Object.assign(new FormCriterion(), { decisiveFrom: null }, named(one))),
      }),
    ),
    levels: read.levels.map((level) => Object.assign(new FormLevel(), { nextInMonths: null }, named(level))),
  });
}

/** `label` is a method of the graph's types: the words go under another name. */
function named<T extends { label: Label }>({ label, ...rest }: T): Omit<T, 'label'> & { words: Label } {
  return { ...rest, words: label };
}
