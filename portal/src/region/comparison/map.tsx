import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/language.js';
import { classes } from '../../ui/index.js';
import { type Cell, mostOf, shadeOf, shades } from '../cells.js';
import { mapSize, tileName, tiles } from '../map/tiles.js';
import type { Town } from '../use-towns.js';
import { useCellText } from '../withheld.js';
import { useRegionWords } from '../words.js';
import styles from './comparison.module.css';
import { useComparisonTexts } from './texts.js';

const shadeStyles = [styles.shade0, styles.shade1, styles.shade2, styles.shade3, styles.shade4, styles.shade5];

const styleOf = (cell: Cell, most: number) => {
  if (cell.kind === 'VALUE') return shadeStyles[shadeOf(cell.value, most)];
  return cell.kind === 'WITHHELD' ? styles.withheldTile : styles.unknownTile;
};

/** The municipalities of Latvia as tiles; those of the region with their figure, each opening its page. */
export function TileMap({ latvia, cells, label }: { latvia: readonly Town[]; cells: ReadonlyMap<string, Cell>; label: string }) {
  const { language } = useFormat();
  const text = useCellText();
  const words = useRegionWords();
  const most = mostOf([...cells.values()]);
  const digits = most < 20 ? 2 : 0;
  const names = latvia.map((town) => town[language] ?? town.code);
  return (
    <>
      <ul className={styles.map} style={{ '--columns': mapSize.columns, '--rows': mapSize.rows } as CSSProperties} aria-label={label}>
        {latvia.map((town) => {
          const place = tiles[town.code];
          if (!place) return null;
          const name = town[language] ?? town.code;
          const cell = cells.get(town.code);
          const at = { gridColumn: place.column + 1, gridRow: place.row + 1 };
          if (!cell) {
            return (
              <li key={town.code} className={styles.tile} style={at} title={`${name}: ${words('otherRegion')}`}>
                <span>{tileName(name, names)}</span>
              </li>
            );
          }
          const said = text(cell);
          return (
            <li key={town.code} style={{ ...at, display: 'grid' }}>
              <Link to={`/towns/${town.code}`} className={classes(styles.tile, styles.own, styleOf(cell, most))} title={`${name}: ${said}`}>
                <span>{tileName(name, names)}</span>
                <Figure cell={cell} said={said} digits={digits} />
              </Link>
            </li>
          );
        })}
      </ul>
      <Legend cells={[...cells.values()]} most={most} />
    </>
  );
}

/** The figure of a tile; where there is none, the sign of the legend, and its words for who does not see it. */
function Figure({ cell, said, digits }: { cell: Cell; said: string; digits: number }) {
  const { number } = useFormat();
  if (cell.kind === 'VALUE') return <strong>{number(cell.value, digits)}</strong>;
  if (cell.kind === 'WITHHELD') return <span>{said}</span>;
  return (
    <>
      <span aria-hidden="true">?</span>
      <span className="unseen">{said}</span>
    </>
  );
}

/** What the shades and hatchings of the map mean; only what the map shows. */
function Legend({ cells, most }: { cells: readonly Cell[]; most: number }) {
  const t = useComparisonTexts();
  const words = useRegionWords();
  const { number } = useFormat();
  const kinds = new Set(cells.map(({ kind }) => kind));
  const used = new Set(cells.flatMap((cell) => (cell.kind === 'VALUE' ? [shadeOf(cell.value, most)] : [])));
  const digits = most < 20 ? 1 : 0;
  const range = (shade: number) => `${number((most / shades) * (shade - 1), digits)}–${number((most / shades) * shade, digits)}`;
  const entries: [string, string | undefined, string][] = [
    ...[...used]
      .sort((a, b) => a - b)
      .map((shade): [string, string | undefined, string] => [`shade ${shade}`, shadeStyles[shade], shade ? range(shade) : t('legendZero')]),
    ...(kinds.has('WITHHELD') ? [['withheld', styles.withheldTile, words('withheld')] as [string, string | undefined, string]] : []),
    ...(kinds.has('NOT_PUBLISHED')
      ? [['none', styles.unknownTile, `? – ${words('notPublished')}`] as [string, string | undefined, string]]
      : []),
    ...(kinds.has('NOT_COUNTED')
      ? [['uncounted', styles.unknownTile, `? – ${words('notCounted')}`] as [string, string | undefined, string]]
      : []),
    ...(kinds.has('NO_POPULATION')
      ? [['nobody', styles.unknownTile, `? – ${words('noPopulation')}`] as [string, string | undefined, string]]
      : []),
    ['other', styles.otherSwatch, words('otherRegion')],
  ];
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {entries.map(([key, style, name]) => (
        <li key={key}>
          <span className={classes(styles.swatch, style)} aria-hidden="true" />
          {name}
        </li>
      ))}
    </ul>
  );
}
