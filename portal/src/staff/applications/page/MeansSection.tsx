import { useMemo } from 'react';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { Badge, ButtonLink, Empty, Section } from '../../../ui/index.js';
import styles from '../applications.module.css';
import { useChangeTexts } from '../change/texts.js';
import { useWords } from '../texts.js';
import { Wide } from '../Wide.js';
import { type MeansRow, meansRows, monthsBefore } from './means-view.js';
import { Who } from './names.js';
import { usePageTexts } from './texts.js';
import type { ApplicationView } from './use-application.js';
import { useHouseholdOn } from './WhoSection.js';

/** Declared means by member, source and month, with what a register tells beside each month that differs. */
export function MeansSection({ view }: { view: ApplicationView & { application: NonNullable<ApplicationView['application']> } }) {
  const t = usePageTexts();
  const words = useWords();
  const change = useChangeTexts();
  const may = useMay();
  const { application, incomeDifferences, means } = view;
  const household = useHouseholdOn(application.household?.id, application.submittedOn);
  const months = useMemo(() => monthsBefore(application.submittedOn), [application.submittedOn]);
  const incomes = application.incomes ?? [];
  const people = useMemo(() => {
    const members = (household.data?.household?.members ?? []).map(({ person }) => person);
    return new Map(
      [...members, ...incomes.map(({ person }) => person), ...incomeDifferences.map(({ person }) => person)].map((one) => [one.id, one]),
    );
  }, [household.data, incomes, incomeDifferences]);
  const order = (household.data?.household?.members ?? []).map(({ person }) => person.id);
  const rows = meansRows(order, incomes, incomeDifferences, months);
  const tested = application.benefitType.meansTested && application.legalGround === 'STANDARD';
  const open = application.state === 'SUBMITTED' || application.state === 'MEANS_DECLARED';
  const declare =
    tested && open && may('means.declare').allowed ? (
      <ButtonLink href={`/applications/${application.id}/means`} look={means ? 'plain' : 'primary'} small={Boolean(means)}>
        {means ? t('redeclare') : t('declare')}
      </ButtonLink>
    ) : undefined;
  if (!tested) {
    return (
      <Section title={t('means')}>
        <Empty title={t('noMeansTest')}>{t('noMeansTestLead')}</Empty>
      </Section>
    );
  }
  if (!means) {
    return (
      <Section title={t('means')}>
        <Empty title={t('notDeclared')} action={declare}>
          {t('notDeclaredLead')}
        </Empty>
      </Section>
    );
  }
  return (
    <Section
      title={t('means')}
      count={incomeDifferences.length ? <Badge tone="warn">{t('differs', { count: incomeDifferences.length })}</Badge> : undefined}
      actions={declare}
    >
      <p className={styles.fine}>{application.effectiveFrom ? t('meansLeadChange') : t('meansLead')}</p>
      <Wide label={t('means')}>
        <table className={styles.plainTable}>
          <thead>
            <tr>
              <th scope="col">{t('member')}</th>
              <th scope="col">{t('source')}</th>
              <th scope="col">{t('evidence')}</th>
              {months.map((month, at) => (
                <th scope="col" key={month} className={styles.figure}>
                  {application.effectiveFrom ? change('month', { at: at + 1 }) : <Month month={month} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.key} row={row} person={people.get(row.personId) ?? { id: row.personId }} words={words} />
            ))}
          </tbody>
        </table>
      </Wide>
    </Section>
  );
}

/** A month with its year above it, so that three of them stand beside each other. */
function Month({ month }: { month: string }) {
  const format = useFormat();
  const words = format.month(month).split(' ');
  const name = format.language === 'lv' ? words.at(-1) : words[0];
  const year = format.language === 'lv' ? words.slice(0, -1).join(' ') : words.slice(1).join(' ');
  return (
    <>
      <span className={styles.month}>{year}</span> {name}
    </>
  );
}

function Line({
  row,
  person,
  words,
}: {
  row: MeansRow;
  person: { id: string; reference?: string | null };
  words: ReturnType<typeof useWords>;
}) {
  const t = usePageTexts();
  const format = useFormat();
  const plainEuro = (amount: string) => format.euro(amount).replace(/\s?EUR\s?/u, '');
  const who = (
    <th scope="row">
      <Who person={person} />
    </th>
  );
  if (!row.source) {
    return (
      <tr>
        {who}
        <td colSpan={5} className={styles.quiet}>
          {t('noIncome')}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      {who}
      <td>{words(`source.${row.source}` as 'source.WAGE')}</td>
      <td>
        {row.evidences.length ? (
          row.evidences.map((evidence) => (
            <Badge key={evidence} tone={evidence === 'DECLARED' ? 'warn' : evidence === 'REGISTER' ? 'good' : 'info'}>
              {words(`evidence.${evidence}` as 'evidence.DECLARED')}
            </Badge>
          ))
        ) : (
          <Badge tone="bad">{t('onlyRegister')}</Badge>
        )}
      </td>
      {row.cells.map(({ month, declared, difference }) => (
        <td key={month} className={styles.figure}>
          {declared === null ? <span className={styles.quiet}>–</span> : plainEuro(declared)}
          {difference ? (
            <span className={styles.told} title={difference.note}>
              {t('tells', {
                register: words(`registerShort.${difference.register}` as 'registerShort.REVENUE'),
                amount: plainEuro(difference.told),
              })}
            </span>
          ) : null}
        </td>
      ))}
    </tr>
  );
}
