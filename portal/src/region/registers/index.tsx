import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { dayOf } from '../../format/format.js';
import type { RegionEntriesQuery, RegionRegister } from '../../gql/region/graphql.js';
import { graphql } from '../../gql/region/index.js';
import { useFormat } from '../../i18n/language.js';
import { Badge, Button, Checkbox, type Column, Empty, Page, Part, Row, Section, Skeleton, Table, Tabs, useHoles } from '../../ui/index.js';
import shared from '../region.module.css';
import { useTowns } from '../use-towns.js';
import { ChangeForm } from './change-form.js';
import { EntryForm } from './entry-form.js';
import { useRegistersTexts } from './texts.js';

const entriesQuery = graphql(`
  query RegionEntries {
    regionEntries {
      id
      kind
      name
      description
      serviceType
      projectId
      source
      from
      until
      enteredOn
      version
      municipality {
        code
        lv: label
        en: label(language: EN)
      }
    }
    serviceTypes {
      code
      lv: label
      en: label(language: EN)
    }
    projectCalls {
      id
      code
      projects {
        id
        title
      }
    }
  }
`);

type Entry = NonNullable<RegionEntriesQuery['regionEntries']>[number];
const registers: readonly RegionRegister[] = ['SERVICE', 'PROJECT', 'PARTNER'];

/** The registers of services, projects and partners that the region keeps. */
export default function Registers() {
  const t = useRegistersTexts();
  const { language } = useFormat();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useQuery(entriesQuery);
  const holes = useHoles(error);
  const { towns } = useTowns();
  const [changing, setChanging] = useState<string | null>(null);
  const shown = registers.find((kind) => kind === params.get('register')) ?? 'SERVICE';
  const ended = params.get('ended') === 'shown';
  const change = (next: { register?: string; ended?: boolean }) => {
    const register = next.register ?? shown;
    const withEnded = next.ended ?? ended;
    setParams({ ...(register === 'SERVICE' ? {} : { register }), ...(withEnded ? { ended: 'shown' } : {}) }, { replace: true });
  };
  const today = dayOf(new Date().toISOString());
  const entries = data?.regionEntries;
  const serviceNames = new Map((data?.serviceTypes ?? []).map((type) => [type.code, type[language] ?? type.code]));
  const choices = {
    towns: (towns ?? []).map((town) => ({ id: town.code, label: town[language] ?? town.code })),
    serviceTypes: [...serviceNames].map(([id, label]) => ({ id, label })),
    projects: (data?.projectCalls ?? []).flatMap(({ code, projects }) =>
      projects.map(({ id, title }) => ({ id, label: title, note: code })),
    ),
  };
  const changed = entries?.find(({ id }) => id === changing);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Checkbox value={ended} onChange={(on) => change({ ended: on })}>
          {t('ended')}
        </Checkbox>
      }
    >
      <Part holes={holes} at="regionEntries" onAgain={() => void refetch()}>
        <Tabs
          label={t('registers')}
          value={shown}
          onChange={(register) => change({ register })}
          tabs={registers.map((kind) => {
            const rows = (entries ?? []).filter((entry) => entry.kind === kind && (ended || !entry.until || entry.until > today));
            return {
              id: kind,
              label: t(`register.${kind}`),
              content: (
                <Section
                  title={t(`register.${kind}`)}
                  count={entries ? rows.length : null}
                  flush
                  actions={<EntryForm kind={kind} choices={choices} onEntered={() => void refetch()} />}
                >
                  {entries ? (
                    <Entries kind={kind} rows={rows} serviceNames={serviceNames} today={today} onChange={setChanging} />
                  ) : (
                    <div className={shared.waiting}>
                      <Skeleton lines={4} height="10rem" />
                    </div>
                  )}
                </Section>
              ),
            };
          })}
        />
      </Part>
      {changed ? (
        <ChangeForm
          key={changed.id}
          entry={changed}
          onClose={() => setChanging(null)}
          onChanged={async () => (await refetch()).data?.regionEntries?.find(({ id }) => id === changed.id)}
        />
      ) : null}
    </Page>
  );
}

function Entries({
  kind,
  rows,
  serviceNames,
  today,
  onChange,
}: {
  kind: RegionRegister;
  rows: readonly Entry[];
  serviceNames: ReadonlyMap<string, string>;
  today: string;
  onChange(id: string): void;
}) {
  const t = useRegistersTexts();
  const format = useFormat();
  const townOf = ({ municipality }: Entry) => municipality?.[format.language] ?? t('wholeRegion');
  const columns: Column<Entry>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: ({ name, description }) => (
        <>
          {name}
          {description ? <div className={shared.note}>{description}</div> : null}
        </>
      ),
      sort: ({ name }) => name,
    },
    ...(kind === 'SERVICE'
      ? [
          {
            id: 'serviceType',
            header: t('serviceType'),
            cell: ({ serviceType }: Entry) => serviceNames.get(serviceType ?? '') ?? '–',
            sort: ({ serviceType }: Entry) => serviceNames.get(serviceType ?? ''),
          },
        ]
      : []),
    { id: 'municipality', header: t('municipality'), cell: townOf, sort: townOf },
    {
      id: 'period',
      header: t('period'),
      cell: ({ from, until }) => (
        <Row>
          {format.period(from, until)}
          {until && until <= today ? <Badge>{t('over')}</Badge> : null}
        </Row>
      ),
      sort: ({ from }) => from,
    },
    { id: 'source', header: t('source'), cell: ({ source }) => <span className={shared.note}>{source}</span> },
    {
      id: 'actions',
      header: t('actions'),
      cell: ({ id, name, until }) =>
        until && until <= today ? null : (
          <Button small aria-label={`${t('change')}: ${name}`} onPress={() => onChange(id)}>
            {t('change')}
          </Button>
        ),
    },
  ];
  return (
    <Table
      label={t('list', { register: t(`register.${kind}`) })}
      columns={columns}
      rows={rows}
      id={({ id }) => id}
      empty={<Empty title={t('emptyTitle')}>{t('emptyLead')}</Empty>}
    />
  );
}
