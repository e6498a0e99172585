import { Allow } from '@atbalsts/auth';
import { type Label, labelOf, reportTable } from '@atbalsts/reference';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { InGraph } from './audience.js';
import { Language, Measure } from './enums.js';
import { figuresOf, ruleCode } from './report-figures.js';
import { DateScalar, EuroScalar } from './scalars.js';

const languageArg = { defaultValue: Language.LV, description: 'Language of the text.' };

/** How a row of a report is counted: one dated rule, whose text says in words what its SQL statement does. */
@ObjectType({ description: 'How a row of a report is counted: one dated rule.' })
@Directive('@shareable')
@Allow('viewer.read')
export class CountingRule {
  @InGraph('regional')
  @Field(() => ID, { description: 'Code of the rule, e.g. `shelter.total`.' })
  code!: string;

  /** Both languages; the graph shows one. */
  words!: Label;

  @InGraph('regional')
  @Field(() => String, { description: 'What is counted, in words.' })
  text(@Arg('language', () => Language, languageArg) language: Language): string {
    return labelOf(this.words, language);
  }

  @InGraph('regional')
  @Field(() => DateScalar, { description: 'The first day of the reports that are counted so.' })
  since!: string;
}

/** A row of a report table with its figure of the year and of the year before. */
@ObjectType({ description: 'A row of a report table with its figure of the year and of the year before.' })
@Directive('@shareable')
@Allow('viewer.read')
export class ReportRow {
  @InGraph('regional')
  @Field(() => ID, { description: 'Key of the row within its table.' })
  key!: string;

  /** Both languages; the graph shows one. */
  title!: Label;

  @InGraph('regional')
  @Field(() => String, { description: 'The row as it is printed.' })
  label(@Arg('language', () => Language, languageArg) language: Language): string {
    return labelOf(this.title, language);
  }

  @InGraph('regional')
  @Field(() => ID, { nullable: true, description: 'Key of the row it is a part of; null for a row of its own.' })
  parent!: string | null;

  @InGraph('regional')
  @Field(() => Int, { description: 'How deep the row is indented, from 0.' })
  level!: number;

  @InGraph('regional')
  @Field(() => Measure, { description: 'What the figure counts.' })
  measure!: Measure;

  @InGraph('regional')
  @Field(() => Float, {
    nullable: true,
    description: 'The figure of the year; null for a heading, a row without records, or a suppressed figure.',
  })
  value!: number | null;

  @InGraph('regional')
  @Field(() => Boolean, { description: 'True where the figure is withheld, so that nobody can be worked out from it.' })
  suppressed!: boolean;

  @InGraph('regional')
  @Field(() => Float, { nullable: true, description: 'The figure of the year before, counted by the same rule.' })
  previous!: number | null;

  @InGraph('regional')
  @Field(() => Boolean, { description: 'True where the figure of the year before is withheld.' })
  previousSuppressed!: boolean;

  @InGraph('regional')
  @Field(() => CountingRule, { description: 'How it was counted.' })
  rule!: CountingRule;
}

/** A table of the annual report. */
@ObjectType({ description: 'A table of the annual report.' })
@Directive('@shareable')
@Allow('viewer.read')
export class ReportTable {
  @InGraph('regional')
  @Field(() => ID, { description: 'Id of the table, as in the results of 2022.' })
  id!: string;

  /** Both languages; the graph shows one. */
  name!: Label;

  @InGraph('regional')
  @Field(() => String, { description: 'Title of the table.' })
  title(@Arg('language', () => Language, languageArg) language: Language): string {
    return labelOf(this.name, language);
  }

  @InGraph('regional')
  @Field(() => [ReportRow], { description: 'The rows, in the printed order.' })
  rows!: ReportRow[];
}

/** A count that may be withheld: 1 to 4 is never published, nor any cell from which it could be worked out. */
@ObjectType({ description: 'A count that may be withheld: 1 to 4 is never published, nor any cell from which it could be worked out.' })
@Directive('@shareable')
@Allow('viewer.read')
export class StatisticalCount {
  @InGraph('regional')
  @Field(() => Int, { nullable: true, description: 'The count; null where withheld.' })
  value!: number | null;

  @InGraph('regional')
  @Field(() => Boolean, { description: 'True where withheld.' })
  suppressed!: boolean;
}

/** The four questions of the Latgale programme (2010): what and how well; is anyone better off; how does the client feel; what did it cost. */
@ObjectType({
  description:
    'The four questions of the regional programme: what and how well, is anyone better off, how does the client feel, what did it cost.',
})
@Directive('@shareable')
@Allow('viewer.read')
export class Monitoring {
  @InGraph('regional')
  @Field(() => StatisticalCount, { description: 'Clients served in the year: what was done.' })
  outputs!: StatisticalCount;

  @InGraph('regional')
  @Field(() => Float, {
    nullable: true,
    description: 'Share of case goals achieved, 0 to 1: is anyone better off; null without closed goals.',
  })
  goalsAchievedShare!: number | null;

  @InGraph('regional')
  @Field(() => Float, { nullable: true, description: 'Mean of survey scores, 1 to 5: how does the client feel; null without answers.' })
  satisfaction!: number | null;

  @InGraph('regional')
  @Field(() => StatisticalCount, { description: 'How many answered the survey.' })
  surveyAnswers!: StatisticalCount;

  @InGraph('regional')
  @Field(() => EuroScalar, {
    nullable: true,
    description: 'Money spent divided by clients served: what did it cost; null without clients.',
  })
  costPerClient!: number | null;
}

/**
 * One counting rule: a row of a table, its words, and the SQL expression that counts it.
 * `sql` is a scalar select over this domain's tables and fact views in which `:municipality`, `:year`, `:from` (1 January) and `:until`
 * (1 January of the next year) stand for the report's municipality and period; it gives a number, or null where there are no records to count.
 */
export interface CountingRuleDefinition {
  table: string;
  row: string;
  since: string;
  words: Label;
  sql: string;
  /** Where `sql` is not one count or sum over records: a statement that is, and gives the same figure; the records behind the figure are read from it. */
  records?: string;
}

/** Makes a rule; its code is `table.row`. */
export function countingRule(table: string, row: string, words: Label, sql: string, since = '2021-01-01'): CountingRuleDefinition {
  return { table, row, since, words, sql };
}

/**
 * Figures of every rule for the year and for the year before, and shapes the tables as they are printed:
 * headings stand where the published table has them, rows without a rule are left out.
 */
export async function countTables(
  em: EntityManager,
  rules: readonly CountingRuleDefinition[],
  municipality: string,
  year: number,
): Promise<ReportTable[]> {
  const figures = await figuresOf(em, rules, municipality, [year, year - 1]);
  const tables = [...new Set(rules.map((rule) => rule.table))];
  return tables.map((id) =>
    shapeTable(id, rules, (rule) => [
      figures.get(`${ruleCode(rule)}@${year}`) ?? null,
      figures.get(`${ruleCode(rule)}@${year - 1}`) ?? null,
    ]),
  );
}

function shapeTable(
  id: string,
  rules: readonly CountingRuleDefinition[],
  pairOf: (rule: CountingRuleDefinition) => [number | null, number | null],
): ReportTable {
  const published = reportTable(id);
  const byRow = new Map(rules.filter((rule) => rule.table === id).map((rule) => [rule.row, rule]));
  const rows = published.rows.flatMap((row) => {
    const rule = byRow.get(row.key);
    if (!rule && !row.heading) return [];
    const [value, previous] = rule ? pairOf(rule) : [null, null];
    const countedBy = rule ?? countingRule(id, row.key, { lv: 'Virsraksts, neskaita', en: 'A heading: nothing is counted' }, 'null');
    return [
      Object.assign(new ReportRow(), {
        key: row.key,
        title: row.label,
        parent: row.parent,
        level: row.level,
        measure: row.measure as Measure,
        value,
        suppressed: false,
        previous,
        previousSuppressed: false,
        rule: Object.assign(new CountingRule(), { code: ruleCode(countedBy), words: countedBy.words, since: countedBy.since }),
      }),
    ];
  });
  return Object.assign(new ReportTable(), { id, name: published.title, rows });
}
