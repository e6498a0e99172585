/** Where a municipality stands on the tile map: column from the west, row from the north. */
export interface Tile {
  column: number;
  row: number;
}

/**
 * Every municipality since the reform of 2021-07-01 by its ATVK code, laid out by where it lies: Kurzeme in the west, the gulf left open, Riga with its
 * neighbours in the middle, Latgale in the south-east. A place is never used twice, so that the map of any day has no overlap; the place of Varakļānu
 * novads is empty since it joined Madonas novads on 2025-07-01.
 */
export const tiles: Readonly<Record<string, Tile>> = {
  '0053000': { row: 0, column: 7 }, // Valkas novads
  '0047000': { row: 1, column: 4 }, // Saulkrastu novads
  '0035000': { row: 1, column: 5 }, // Limbažu novads
  '0054000': { row: 1, column: 6 }, // Valmieras novads
  '0049000': { row: 1, column: 7 }, // Smiltenes novads
  '0021000': { row: 1, column: 8 }, // Alūksnes novads
  '0007000': { row: 2, column: 0 }, // Ventspils
  '0056000': { row: 2, column: 1 }, // Ventspils novads
  '0051000': { row: 2, column: 2 }, // Talsu novads
  '0023000': { row: 2, column: 4 }, // Ādažu novads
  '0048000': { row: 2, column: 5 }, // Siguldas novads
  '0026000': { row: 2, column: 6 }, // Cēsu novads
  '0029000': { row: 2, column: 7 }, // Gulbenes novads
  '0024000': { row: 2, column: 8 }, // Balvu novads
  '0033000': { row: 3, column: 1 }, // Kuldīgas novads
  '0052000': { row: 3, column: 2 }, // Tukuma novads
  '0004000': { row: 3, column: 3 }, // Jūrmala
  '0001000': { row: 3, column: 4 }, // Rīga
  '0044000': { row: 3, column: 5 }, // Ropažu novads
  '0040000': { row: 3, column: 6 }, // Ogres novads
  '0038000': { row: 3, column: 7 }, // Madonas novads
  '0043000': { row: 3, column: 8 }, // Rēzeknes novads
  '0006000': { row: 3, column: 9 }, // Rēzekne
  '0005000': { row: 4, column: 0 }, // Liepāja
  '0027000': { row: 4, column: 1 }, // Dienvidkurzemes novads
  '0046000': { row: 4, column: 2 }, // Saldus novads
  '0039000': { row: 4, column: 3 }, // Mārupes novads
  '0034000': { row: 4, column: 4 }, // Ķekavas novads
  '0045000': { row: 4, column: 5 }, // Salaspils novads
  '0020000': { row: 4, column: 6 }, // Aizkraukles novads
  '0031000': { row: 4, column: 7 }, // Jēkabpils novads
  '0055000': { row: 4, column: 8 }, // Varakļānu novads, until 2025-06-30
  '0037000': { row: 4, column: 9 }, // Ludzas novads
  '0028000': { row: 5, column: 2 }, // Dobeles novads
  '0003000': { row: 5, column: 3 }, // Jelgava
  '0041000': { row: 5, column: 4 }, // Olaines novads
  '0025000': { row: 5, column: 5 }, // Bauskas novads
  '0036000': { row: 5, column: 7 }, // Līvānu novads
  '0042000': { row: 5, column: 8 }, // Preiļu novads
  '0030000': { row: 6, column: 3 }, // Jelgavas novads
  '0002000': { row: 6, column: 7 }, // Daugavpils
  '0022000': { row: 6, column: 8 }, // Augšdaugavas novads
  '0032000': { row: 6, column: 9 }, // Krāslavas novads
};

/** Columns and rows of the whole map. */
export const mapSize = { columns: 10, rows: 7 } as const;

const longWord = /\s+(novads|municipality)$/u;
const shortWord: Readonly<Record<string, string>> = { novads: 'nov.', municipality: 'mun.' };

/**
 * A name short enough for a tile: without the word for a municipality, in both languages; with a short one where a city of the same name is among
 * `names` ("Ventspils" and "Ventspils nov.").
 */
export function tileName(label: string, names: readonly string[] = []): string {
  const word = longWord.exec(label)?.[1];
  if (!word) return label;
  const short = label.replace(longWord, '');
  return names.includes(short) ? `${short} ${shortWord[word]}` : short;
}
