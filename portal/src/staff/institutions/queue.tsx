import { useFormat } from '../../i18n/language.js';
import { Badge, type Column, Link, Section, Table } from '../../ui/index.js';
import type { FacilityData } from './facility-query.js';
import { useInstitutionsTexts } from './texts.js';
import { today } from './today.js';

type Entry = FacilityData['waitingList'][number];

/** Who waits for a place, in the order of the graph: by urgency, then by who waits longest. Nothing where nobody waits. */
export function Queue({ entries }: { entries: readonly Entry[] }) {
  const t = useInstitutionsTexts();
  const format = useFormat();
  if (!entries.length) return null;
  const columns: Column<Entry>[] = [
    {
      id: 'position',
      header: t('position'),
      figures: true,
      width: '6rem',
      cell: ({ position }) => position,
      sort: ({ position }) => position,
    },
    { id: 'person', header: t('person'), cell: ({ person }) => <Link href={`/clients/${person.id}`}>{person.reference}</Link> },
    {
      id: 'urgency',
      header: t('urgency'),
      cell: ({ urgency }) => (
        <Badge tone={urgency === 'CRITICAL' ? 'bad' : urgency === 'HIGH' ? 'warn' : 'neutral'}>{t(`urgency.${urgency}`)}</Badge>
      ),
    },
    {
      id: 'since',
      header: t('waitsSince'),
      cell: ({ since }) => `${format.dayShort(since)} (${format.distance(since, today())})`,
      sort: ({ since }) => since,
    },
  ];
  return (
    <Section title={t('queue')} count={entries.length} flush>
      <Table label={t('queue')} columns={columns} rows={entries} id={({ id }) => id} />
    </Section>
  );
}
