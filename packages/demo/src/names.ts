import type { Random } from './random.js';

/** Invented people's given names. */
const women = ['Aija', 'Anete', 'Anita', 'Anna', 'Antra', 'Baiba', 'Biruta', 'Dace', 'Daina', 'Elīna', 'Elza', 'Evita', 'Gunta', 'Ieva', 'Ilga', 'Ilze', 'Inese', 'Inga', 'Irēna', 'Jana', 'Jeļena', 'Kristīne', 'Laima', 'Lāsma', 'Liene', 'Līga', 'Līvija', 'Lolita', 'Ludmila', 'Maija', 'Marija', 'Mārīte', 'Natālija', 'Oksana', 'Olga', 'Paula', 'Rasma', 'Rita', 'Rūta', 'Sandra', 'Santa', 'Sarmīte', 'Skaidrīte', 'Solvita', 'Svetlana', 'Tatjana', 'Valentīna', 'Valda', 'Vija', 'Zane', 'Zenta', 'Zoja'];
const men = ['Aivars', 'Aldis', 'Aleksandrs', 'Andrejs', 'Andris', 'Arnis', 'Artūrs', 'Dainis', 'Didzis', 'Edgars', 'Eduards', 'Gints', 'Guntis', 'Gvido', 'Igors', 'Ilmārs', 'Imants', 'Ivars', 'Jānis', 'Jevgeņijs', 'Juris', 'Kārlis', 'Kaspars', 'Krišjānis', 'Leonīds', 'Māris', 'Mārtiņš', 'Mihails', 'Modris', 'Nauris', 'Nikolajs', 'Normunds', 'Oļegs', 'Oskars', 'Pāvels', 'Pēteris', 'Raimonds', 'Rihards', 'Roberts', 'Sergejs', 'Staņislavs', 'Toms', 'Uldis', 'Valdis', 'Valērijs', 'Viktors', 'Vilnis', 'Vladimirs', 'Ziedonis', 'Zigmunds'];

/** Family names put together of two parts, so that none is anybody's in particular: ending for a man, for a woman. */
const roots = ['Ābol', 'Avot', 'Bals', 'Ber', 'Birz', 'Briež', 'Ciel', 'Dimz', 'Dzen', 'Egl', 'Gail', 'Grab', 'Irb', 'Jumar', 'Kaln', 'Kārkl', 'Kļav', 'Krast', 'Lazd', 'Liep', 'Lūs', 'Mež', 'Niedr', 'Oš', 'Paegl', 'Palej', 'Priek', 'Purm', 'Rasm', 'Rub', 'Sēj', 'Sil', 'Skuj', 'Sprīd', 'Straum', 'Strazd', 'Tīr', 'Udr', 'Upm', 'Vanad', 'Vilc', 'Vītol', 'Zem', 'Zvirb', 'Žag'];
const endings: [string, string][] = [
  ['ainis', 'aine'],
  ['iņš', 'iņa'],
  ['enieks', 'eniece'],
  ['upe', 'upe'],
  ['kalns', 'kalna'],
  ['lejs', 'leja'],
  ['āres', 'āre'],
  ['mals', 'mala'],
  ['ovs', 'ova'],
  ['skis', 'ska'],
  ['vičs', 'viča'],
  ['garšs', 'garša'],
];

const streets = ['Apiņu', 'Bērzu', 'Ceriņu', 'Dārza', 'Egļu', 'Gaismas', 'Jasmīnu', 'Kalna', 'Krasta', 'Lauku', 'Liepu', 'Mežmalas', 'Ozolu', 'Parka', 'Pļavu', 'Rožu', 'Saules', 'Skolas', 'Upes', 'Vītolu', 'Zemeņu', 'Ziedu'];

/** An invented given name. */
export const givenName = (random: Random, sex: 'FEMALE' | 'MALE'): string => random.pick(sex === 'FEMALE' ? women : men);

/** An invented family name; members of one family share its `stem`. */
export function familyName(random: Random, sex: 'FEMALE' | 'MALE', stem?: string): { name: string; stem: string } {
  const chosen = stem ?? `${random.int(0, roots.length - 1)}-${random.int(0, endings.length - 1)}`;
  const [root, ending] = chosen.split('-').map(Number) as [number, number];
  return { name: `${roots[root]}${endings[ending]?.[sex === 'FEMALE' ? 1 : 0]}`, stem: chosen };
}

/** An invented address in a town. */
export const address = (random: Random, town: string): string => `${random.pick(streets)} iela ${random.int(1, 140)}-${random.int(1, 60)}, ${town}`;
