/** What is found when the risks of a family are assessed. */
export const riskTexts: readonly string[] = [
  'Vecāki sadarbojas, bērni skolu apmeklē; ienākumi neregulāri.',
  'Bērni kavē skolu, vecākiem trūkst prasmju dienas režīmam.',
  'Konflikti ģimenē; vecmāmiņa palīdz bērnu uzraudzībā.',
  'Mājoklis auksts un šaurs, parādi par apkuri.',
];

/** What is found when a service is reviewed. */
export const reviewTexts: readonly string[] = [
  'Apjoms atbilst vajadzībām.',
  'Klients ar pakalpojumu apmierināts, apjoms nemainās.',
  'Veselības stāvoklis nav mainījies.',
];

/** Tasks of care at home: what, how long, and at most how often a week. */
export const carePlanTasks: readonly { text: string; minutes: number; most: number }[] = [
  { text: 'Palīdzība mazgājoties', minutes: 45, most: 3 },
  { text: 'Ēst gatavošana', minutes: 40, most: 5 },
  { text: 'Iepirkšanās un rēķini', minutes: 60, most: 2 },
  { text: 'Mājokļa uzkopšana', minutes: 60, most: 1 },
  { text: 'Malkas un ūdens pienešana', minutes: 20, most: 5 },
  { text: 'Saruna, pastaiga', minutes: 30, most: 3 },
];
