import { type FragmentType, graphql, read } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { Badge, type Column, Empty, Link, Table } from '../../ui/index.js';
import { useDayTexts } from './texts.js';

const dueItem = graphql(`
  fragment DueTableItem on DueItem {
    objectId
    kind
    dueOn
    daysLate
    number
    lv: title
    en: title(language: EN)
    person {
      id
      reference
    }
  }
`);

/** What is due, one line each. No names: nobody asked for them, and each would be a look at an identity in the audit. */
export function DueTable({
  label,
  items,
  empty,
  today,
}: {
  label: string;
  items: readonly FragmentType<typeof dueItem>[];
  empty: string;
  today: string;
}) {
  const t = useDayTexts();
  const format = useFormat();
  const rows = read(dueItem, items);
  const columns: Column<(typeof rows)[number]>[] = [
    { id: 'what', header: t('what'), cell: (row) => row[format.language], sort: (row) => row[format.language] },
    {
      id: 'client',
      header: t('client'),
      cell: ({ person }) => <Link href={`/clients/${person.id}`}>{person.reference ?? '–'}</Link>,
      sort: ({ person }) => person.reference ?? '',
    },
    { id: 'number', header: t('number'), cell: (row) => row.number, sort: (row) => row.number },
    {
      id: 'due',
      header: t('due'),
      width: '16rem',
      cell: (row) => (
        <>
          {format.dayShort(row.dueOn)}{' '}
          {row.daysLate > 0 ? (
            <Badge tone="bad">{t('late', { count: row.daysLate })}</Badge>
          ) : (
            <Badge>{format.distance(row.dueOn, today)}</Badge>
          )}
        </>
      ),
      sort: (row) => row.dueOn,
    },
  ];
  return (
    <Table
      label={label}
      columns={columns}
      rows={rows}
      id={(row) => `${row.kind} ${row.objectId}`}
      empty={<Empty title={empty}>{t('noneLead')}</Empty>}
      {...(rows.length > 20 ? { height: '32rem' } : {})}
    />
  );
}
