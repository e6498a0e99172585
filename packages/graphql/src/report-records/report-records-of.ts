import { Allow } from '@atbalsts/auth';
import { Args, ArgsType, type ClassType, Ctx, Directive, Field, FieldResolver, Float, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { type Connection, ConnectionOf, PageArgs, page } from '../paging.js';
import type { CountingRuleDefinition } from '../report.js';
import { ruleCode } from '../report-figures.js';
import { DateScalar } from '../scalars.js';
import { countedRecords, type RecordSources } from './counted-records.js';
import { numberOfRecords, orderOf, recordsAfter } from './records-behind.js';

/** What a domain needs to show the records behind its figures. */
export interface ReportRecordsOptions {
  /** Name of the field on `AnnualReport`, e.g. `institutionsRecords`. */
  field: string;
  /** What the domain's tables are about, for the description. */
  text: string;
  report: () => ClassType<{ municipalityCode: string; year: number }>;
  person: () => ClassType<{ id: string }>;
  household: () => ClassType<{ id: string }>;
  rules: readonly CountingRuleDefinition[];
  sources: RecordSources;
}

@ArgsType()
class RecordArgs extends PageArgs {
  @Field(() => ID, { description: 'Id of the table.' })
  table!: string;

  @Field(() => ID, { description: 'Key of the row.' })
  row!: string;
}

/**
 * The drill-down of a domain, to be put into its module: a resolver that adds to the annual report the records behind each figure. Their number is the figure;
 * where the row sums, their amounts sum to it. Persons whom a page shows stand in their audit trail, with the row by which they were seen: a row can tell what a
 * name alone does not.
 */
export function reportRecordsOf({ field, text, report, person, household, rules, sources }: ReportRecordsOptions): ClassType {
  const byCode = new Map(rules.map((rule) => [ruleCode(rule), rule]));
  const ref = (type: () => ClassType<{ id: string }>, id: string | null) => (id === null ? null : Object.assign(new (type())(), { id }));

  @ObjectType('ReportRecord', { description: 'A record that a figure of the annual report counts.' })
  @Directive('@shareable')
  @Allow('report.record.read')
  class ReportRecord {
    /** Sort values in the list. */
    order!: [string, string];

    @Field(() => String, { description: 'What kind of object it is, e.g. `placement`, `payment`, `employee`.' })
    kind!: string;

    @Field(() => ID, {
      nullable: true,
      description: 'Its id in the domain that counts it; null where it has none of its own, e.g. an apartment.',
    })
    id!: string | null;

    @Field(() => person(), { nullable: true, description: 'Whom it counts; null where it counts no person.' })
    person!: { id: string } | null;

    @Field(() => household(), { nullable: true, description: 'The household that it counts or belongs to; null where it is of none.' })
    household!: { id: string } | null;

    @Field(() => DateScalar, {
      nullable: true,
      description: 'The day by which it is known, e.g. the first of a stay or that of a payment; null where it has none.',
    })
    day!: string | null;

    @Field(() => String, { nullable: true, description: 'Its number; null where it has none.' })
    number!: string | null;

    @Field(() => Float, {
      nullable: true,
      description: 'How much it adds to the figure, in its unit (EUR, posts); null where the row counts records.',
    })
    amount!: number | null;
  }
  const ReportRecordConnection = ConnectionOf(() => ReportRecord, 'ReportRecord', [], { shareable: true });

  @Resolver(report)
  class ReportRecordsResolver {
    @FieldResolver(() => ReportRecordConnection, {
      name: field,
      nullable: true,
      description: `The records behind a figure ${text}, by day: their number is the figure of the row, or their amounts sum to it. Null for a row that is not derived, and for another municipality than your own.`,
    })
    @Allow('report.record.read')
    async records(
      @Ctx() context: Context,
      @Root() { municipalityCode, year }: { municipalityCode: string; year: number },
      @Args(() => RecordArgs) { table, row, ...args }: RecordArgs,
    ): Promise<Connection<ReportRecord> | null> {
      const rule = byCode.get(ruleCode({ table, row }));
      if (!rule || municipalityCode !== context.principal.municipality || !isYear(year)) return null;
      const of = { municipality: municipalityCode, year };
      const records = countedRecords(rule, sources);
      const found = await recordsAfter(context.em, records, of, args);
      for (const seen of found.slice(0, args.first)) {
        if (seen.person)
          context.audit.read(seen.person, municipalityCode, 'report.record.read', 'record', `report-row:${ruleCode(rule)}:${year}`);
      }
      const nodes = found.map((behind) =>
        Object.assign(new ReportRecord(), {
          ...behind,
          person: ref(person, behind.person),
          household: ref(household, behind.household),
          order: orderOf(behind),
        }),
      );
      return page(
        nodes,
        args,
        ({ order }) => order,
        () => numberOfRecords(context.em, records, of),
      );
    }
  }
  return ReportRecordsResolver;
}

const isYear = (year: number): boolean => Number.isInteger(year) && year > 1900 && year < 3000;
