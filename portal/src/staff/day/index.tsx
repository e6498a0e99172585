import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { Page, Part, Section, Skeleton, useHoles } from '../../ui/index.js';
import { DueTable } from './due-table.js';
import { useDayTexts } from './texts.js';

const dayQuery = graphql(`
  query Day {
    myDay {
      on
      overdue {
        ...DueTableItem
      }
      thisWeek {
        ...DueTableItem
      }
    }
  }
`);

/** What is late and what is due until Sunday, of the person's own work. */
export default function Day() {
  const t = useDayTexts();
  const format = useFormat();
  const { data, error, refetch } = useQuery(dayQuery);
  const holes = useHoles(error);
  const day = data?.myDay;
  return (
    <Page title={t('title')} kicker={day ? format.dayLong(day.on) : '\u00a0'}>
      <Part holes={holes} at="myDay" onAgain={() => void refetch()}>
        <Section title={t('overdue')} count={day?.overdue.length} flush>
          {day ? <DueTable label={t('overdue')} items={day.overdue} empty={t('noneOverdue')} today={day.on} /> : <Waiting />}
        </Section>
        {/* Not before its place is known: it stands under a list whose length nobody knows yet, and would jump. */}
        {day ? (
          <Section title={t('thisWeek')} count={day.thisWeek.length} flush>
            <DueTable label={t('thisWeek')} items={day.thisWeek} empty={t('noneThisWeek')} today={day.on} />
          </Section>
        ) : null}
      </Part>
    </Page>
  );
}

const Waiting = () => (
  <div style={{ padding: 'var(--s4)' }}>
    <Skeleton lines={5} height="14rem" />
  </div>
);
