import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import {
  Badge,
  type Column,
  Empty,
  Failure,
  Notice,
  Page,
  Part,
  ProgressBar,
  Row,
  Section,
  Select,
  Skeleton,
  Stack,
  Table,
  Tabs,
  useHoles,
} from '../../../ui/index.js';
import { today } from '../../spoken.js';
import styles from '../cases.module.css';
import { MyCaseload, MyDue, OpenCases } from '../queries.js';
import { useCaseTexts } from '../texts.js';
import { RiskBadge, risks, targetGroups } from '../words.js';
import { DueWork } from './DueWork.js';
import { dueByNumber } from './due-by-number.js';

const every = 'ALL';

/** Cases; for who answers for all workers also what is due of all of them. */
export function CaseList() {
  const t = useCaseTexts();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  if (!may('dueWork.read').allowed) {
    return (
      <Page title={t('title')} lead={t('lead')}>
        <OpenCaseList />
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs
        label={t('tabs')}
        tabs={[
          { id: 'cases', label: t('tabCases'), content: <OpenCaseList /> },
          { id: 'due', label: t('tabDue'), content: <DueWork /> },
        ]}
        value={params.get('part') ?? 'cases'}
        onChange={(part) => setParams(part === 'due' ? { part } : {}, { replace: true })}
      />
    </Page>
  );
}

/** Open cases: one's own with the caseload against the norm and what is due, or all of the town. */
function OpenCaseList() {
  const t = useCaseTexts();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const change = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === every) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const me = useQuery(MyCaseload);
  const holes = useHoles(me.error);
  const employee = me.data?.viewer?.employee;
  const caseload = employee?.caseload;
  const whose = params.get('whose') ?? (employee && !caseload?.open ? 'town' : 'mine');
  const group = targetGroups.find((one) => one === params.get('group')) ?? null;
  const risk = risks.find((one) => one === params.get('risk')) ?? null;
  return (
    <Stack>
      {caseload && (caseload.open > 0 || may('myDay.read').allowed) ? (
        <Section title={t('caseload')} count={caseload.over ? <Badge tone="bad">{t('over')}</Badge> : undefined}>
          <ProgressBar
            label={t('highRisk', { count: caseload.highRisk })}
            value={caseload.open}
            most={caseload.norm}
            text={t('caseloadText', { open: caseload.open, norm: caseload.norm })}
            tone={caseload.over ? 'bad' : 'good'}
          />
        </Section>
      ) : null}
      {me.loading && !me.data ? (
        <Skeleton lines={8} height="24rem" />
      ) : (
        <Part holes={holes} at="viewer.employee" onAgain={() => void me.refetch()}>
          <div className={styles.filters}>
            <Select<'mine' | 'town'>
              label={t('whose')}
              choices={[
                { id: 'mine', label: t('mine') },
                { id: 'town', label: t('all') },
              ]}
              value={whose === 'town' ? 'town' : 'mine'}
              onChange={(value) => change('whose', value)}
            />
            <Select
              label={t('group')}
              choices={[{ id: every, label: t('anyGroup') }, ...targetGroups.map((id) => ({ id, label: t(`group.${id}`) }))]}
              value={group ?? every}
              onChange={(value) => change('group', value)}
            />
            <Select
              label={t('risk')}
              choices={[{ id: every, label: t('anyRisk') }, ...risks.map((id) => ({ id, label: t(`risk.${id}`) }))]}
              value={risk ?? every}
              onChange={(value) => change('risk', value)}
            />
          </div>
          {whose === 'mine' && !employee ? (
            <Notice tone="neutral">{t('noEmployee')}</Notice>
          ) : (
            <Cases responsibleId={whose === 'mine' ? (employee?.id ?? null) : null} targetGroup={group} risk={risk} />
          )}
        </Part>
      )}
    </Stack>
  );
}

function Cases({
  responsibleId,
  targetGroup,
  risk,
}: {
  responsibleId: string | null;
  targetGroup: (typeof targetGroups)[number] | null;
  risk: (typeof risks)[number] | null;
}) {
  const t = useCaseTexts();
  const format = useFormat();
  const may = useMay();
  const day = useMemo(today, []);
  const { data, loading, error, refetch, fetchMore } = useQuery(OpenCases, {
    variables: { filter: { openOn: day, responsibleId, targetGroup, risk } },
  });
  const due = useQuery(MyDue, { skip: !may('myDay.read').allowed || responsibleId === null });
  const dues = useMemo(() => dueByNumber(due.data?.myDay?.overdue ?? [], due.data?.myDay?.thisWeek ?? []), [due.data]);
  const holes = useHoles(error);
  const page = data?.socialCases;
  type Case = NonNullable<typeof page>['nodes'][number];
  const rows = useMemo(() => {
    const list = [...(page?.nodes ?? [])];
    if (!dues.size) return list;
    const first = (one: Case) => dues.get(one.number)?.first ?? '9999';
    return list.sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
  }, [page, dues]);
  const columns: readonly Column<Case>[] = [
    { id: 'number', header: t('column.number'), cell: (row) => row.number, width: '8rem' },
    { id: 'person', header: t('column.person'), cell: (row) => row.person.reference, width: '7rem' },
    { id: 'group', header: t('group'), cell: (row) => t(`group.${row.targetGroup}`) },
    { id: 'risk', header: t('risk'), cell: (row) => <RiskBadge risk={row.risk} />, width: '9rem' },
    ...(dues.size
      ? [
          {
            id: 'due',
            header: t('column.due'),
            cell: (row: Case) => {
              const item = dues.get(row.number);
              if (!item) return null;
              return (
                <Row>
                  <span>{format.dayShort(item.first)}</span>
                  {item.late ? <Badge tone="bad">{t('late', { count: item.late })}</Badge> : null}
                </Row>
              );
            },
          },
        ]
      : []),
    ...(responsibleId === null ? [{ id: 'responsible', header: t('column.responsible'), cell: (row: Case) => row.responsible.name }] : []),
    { id: 'opened', header: t('column.opened'), cell: (row) => format.dayShort(row.openedOn), width: '8rem' },
  ];
  if (holes.all.length && !page) return <Failure faults={holes.all} onAgain={() => void refetch()} />;
  return (
    <Section
      title={responsibleId ? t('mine') : t('all')}
      count={page ? t('shown', { shown: rows.length, total: page.totalCount }) : undefined}
      flush
    >
      {loading && !page ? (
        <div className={styles.wait}>
          <Skeleton lines={8} height="24rem" />
        </div>
      ) : (
        <Table
          label={t('label')}
          columns={columns}
          rows={rows}
          id={({ id }) => id}
          href={({ id }) => `/cases/${id}`}
          onMore={page?.pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: page.pageInfo.endCursor } }) : undefined}
          loadingMore={loading}
          empty={<Empty title={t('empty')}>{t('emptyLead')}</Empty>}
        />
      )}
    </Section>
  );
}
