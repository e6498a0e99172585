import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/region/index.js';
import { useFormat } from '../../i18n/language.js';
import { type Column, Empty, Part, Section, Skeleton, Table, useHoles } from '../../ui/index.js';
import { type Cell, cellOf } from '../cells.js';
import styles from '../region.module.css';
import type { Town } from '../use-towns.js';
import { CellText, useCellText, WithheldNotice } from '../withheld.js';
import { useRegionWords } from '../words.js';
import { TileMap } from './map.js';
import { Multiples } from './multiples.js';
import { useComparisonTexts } from './texts.js';

const figuresQuery = graphql(`
  query Figures($table: ID!, $row: ID!, $from: Int!, $until: Int!) {
    regionFigures(table: $table, row: $row, fromYear: $from, untilYear: $until) {
      table
      row
      measure
      lv: label
      en: label(language: EN)
      towns {
        municipality {
          code
          lv: label
          en: label(language: EN)
        }
        mergedInto {
          code
          lv: label
          en: label(language: EN)
        }
        figures {
          year
          value
          suppressed
          perThousand
        }
      }
      sums {
        year
        value
        suppressed
        perThousand
        towns
        townsOfTheDay
      }
    }
  }
`);

/** What is compared. */
export interface Chosen {
  table: string;
  row: string;
  /** The row in words. */
  name: string;
  year: number;
  perThousand: boolean;
}

interface Line {
  code: string;
  name: string;
  note: string | null;
  cells: ReadonlyMap<number, Cell>;
}

/** A figure over the towns: on the map for the year, year by year as small charts, and as a table. */
export function Figures({
  chosen,
  years,
  towns,
  latvia,
}: {
  chosen: Chosen;
  years: readonly number[];
  towns: readonly Town[];
  latvia: readonly Town[];
}) {
  const t = useComparisonTexts();
  const words = useRegionWords();
  const format = useFormat();
  const text = useCellText();
  const { table, row, name: label, year, perThousand } = chosen;
  const span = { from: Math.min(...years), until: Math.max(...years) };
  const { data, error, refetch } = useQuery(figuresQuery, { variables: { table, row, ...span } });
  const holes = useHoles(error);
  if (!data && !error) return <Skeleton lines={8} height="34rem" />;
  const figures = data?.regionFigures;
  if (!figures) {
    return (
      <Part holes={holes} at="regionFigures" onAgain={() => void refetch()}>
        <Empty title={t('noFigureTitle')}>{t('noFigureLead')}</Empty>
      </Part>
    );
  }
  const shown = Array.from({ length: span.until - span.from + 1 }, (_, index) => span.from + index);
  const digits = perThousand ? 2 : figures.measure === 'EUR' || figures.measure === 'POSTS' ? 2 : 0;
  const known = new Map(figures.towns.map((one) => [one.municipality.code, one]));
  const cellsOf = (code: string) => {
    const own = known.get(code)?.figures ?? [];
    return new Map(
      shown.map((one) => [
        one,
        cellOf(
          own.find((figure) => figure.year === one),
          perThousand,
        ),
      ]),
    );
  };
  const gone = figures.towns.filter(({ municipality }) => !towns.some(({ code }) => code === municipality.code));
  const lines: Line[] = [
    ...towns.map((town) => ({ code: town.code, name: town[format.language] ?? town.code, note: null, cells: cellsOf(town.code) })),
    ...gone.map(({ municipality, mergedInto }) => ({
      code: municipality.code,
      name: municipality[format.language] ?? municipality.code,
      note: mergedInto ? t('mergedInto', { town: mergedInto[format.language] ?? mergedInto.code }) : null,
      cells: cellsOf(municipality.code),
    })),
  ];
  const at = (line: Line, one: number): Cell => line.cells.get(one) ?? { kind: 'NOT_PUBLISHED' };
  const columns: Column<Line>[] = [
    {
      id: 'town',
      header: words('town'),
      cell: ({ name, note }) => (note ? `${name} (${note})` : name),
      sort: ({ name }) => name,
    },
    ...shown.map(
      (one): Column<Line> => ({
        id: String(one),
        header: String(one),
        figures: true,
        cell: (line) => <CellText cell={at(line, one)} digits={digits} />,
        sort: (line) => {
          const cell = at(line, one);
          return cell.kind === 'VALUE' ? cell.value : -1;
        },
      }),
    ),
  ];
  const hasWithheld = lines.some((line) => [...line.cells.values()].some(({ kind }) => kind === 'WITHHELD'));
  const sums = figures.sums.filter(({ towns: count }) => count > 0);
  return (
    <>
      {hasWithheld ? <WithheldNotice /> : null}
      <Section
        title={`${label}, ${year}`}
        count={perThousand ? t('perThousand') : t('measure', { measure: words(`measure.${figures.measure}`) })}
      >
        <TileMap
          latvia={latvia}
          cells={new Map(lines.map((line) => [line.code, at(line, year)]))}
          label={t('mapLabel', { row: label, year })}
        />
        <p className={styles.note}>{t('mapNote')}</p>
      </Section>
      <Section title={t('multiplesTitle')}>
        <Multiples
          series={lines.map((line) => ({
            code: line.code,
            name: line.name,
            cells: shown.map((one) => ({ year: one, cell: at(line, one) })),
          }))}
        />
      </Section>
      <Section title={t('tableTitle')} flush>
        <Table label={t('tableLabel')} columns={columns} rows={lines} id={({ code }) => code} href={({ code }) => `/towns/${code}`} />
      </Section>
      <Section title={t('sum')}>
        {sums.map((sum) => (
          <p key={sum.year}>
            {t('sumOf', { year: sum.year, value: text(cellOf(sum, perThousand), digits), towns: sum.towns, all: sum.townsOfTheDay })}
          </p>
        ))}
      </Section>
    </>
  );
}
