import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { read } from '../../gql/staff/index.js';
import { useMay } from '../../shell/may.js';
import { Button, Empty, Notice, Page, Part, Section, Skeleton, Stack, Tabs, useHoles } from '../../ui/index.js';
import { FormButton } from '../act-dialog.js';
import styles from '../cases/cases.module.css';
import { ReportCard } from './ReportCard.js';
import { ReportForm } from './ReportForm.js';
import { useViolenceTexts } from './texts.js';
import { ExaminedQuery, UnexaminedQuery, ViolenceFields } from './violence.queries.js';

/** Reports of violence: what waits to be examined, the first due first, and what was found. Whoever only reports does that here. */
export default function Violence() {
  const t = useViolenceTexts();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const reads = may('violence.read').allowed;
  const part = params.get('part') === 'examined' ? 'examined' : 'open';
  const open = useQuery(UnexaminedQuery, { skip: !reads || part !== 'open' });
  const done = useQuery(ExaminedQuery, { skip: !reads || part !== 'examined' });
  const shown = part === 'open' ? open : done;
  const again = () => (reads ? shown.refetch() : undefined);
  const holes = useHoles(shown.error);
  const page = part === 'open' ? open.data?.unexaminedViolenceReports : done.data?.violenceReports;
  const list: ReactNode = (
    <Part holes={holes} at={part === 'open' ? 'unexaminedViolenceReports' : 'violenceReports'} onAgain={() => void again()}>
      <Section title={t(part === 'open' ? 'tabOpen' : 'tabDone')} count={page?.totalCount}>
        {!page ? (
          shown.loading ? (
            <Skeleton lines={10} height="24rem" />
          ) : null
        ) : page.nodes.length ? (
          <Stack>
            <ul className={styles.list}>
              {read(ViolenceFields, page.nodes).map((report) => (
                <li key={report.id}>
                  <ReportCard report={report} onDone={again} />
                </li>
              ))}
            </ul>
            {page.pageInfo.hasNextPage ? (
              <div>
                <Button isDisabled={shown.loading} onPress={() => void shown.fetchMore({ variables: { after: page.pageInfo.endCursor } })}>
                  {t('more')}
                </Button>
              </div>
            ) : null}
          </Stack>
        ) : (
          <Empty title={t(part === 'open' ? 'emptyOpen' : 'emptyDone')}>{t('emptyLead')}</Empty>
        )}
      </Section>
    </Part>
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('violence.report').allowed ? (
          <FormButton words={t('report')} look="primary" small={false}>
            {(close) => <ReportForm onClose={close} onDone={again} />}
          </FormButton>
        ) : undefined
      }
    >
      {reads ? (
        <Tabs
          label={t('tabs')}
          value={part}
          onChange={(next) => setParams(next === 'open' ? {} : { part: next }, { replace: true })}
          tabs={[
            { id: 'open', label: t('tabOpen'), content: list },
            { id: 'examined', label: t('tabDone'), content: list },
          ]}
        />
      ) : (
        <Notice tone="neutral">{t('onlyReports')}</Notice>
      )}
    </Page>
  );
}
