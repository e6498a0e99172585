/**
 * What the region of the demo found over 2020 to 2022, as its analyst enters it (`evaluateRegion`) once the report of 2022 is published: the figures beside it come from
 * what is published, so it cannot be written before. All of it is invented.
 */
export const demoEvaluation = {
  fromYear: 2020,
  whatAndHowWell:
    'Par 2022. gadu pārskatu publicējusi viena no deviņām pašvaldībām, par pirmajiem diviem gadiem – neviena. Daugavpilī pabalstus un pakalpojumus saņēma vairāk cilvēku nekā gadu iepriekš; pārējās ainu redzēs, kad pārskati būs.',
  betterOff: 'Sasniegto mērķu daļa zināma par vienu pašvaldību un vienu gadu; salīdzināt vēl nav ar ko.',
  howClientsFeel: 'Aptaujas atbilžu ir maz: tās jāvāc katra pakalpojuma beigās.',
  whatItCost: 'Izdevumi uz vienu klientu aprēķināti no pašvaldības visa gada izpildes; tajos ir arī Ukrainas civiliedzīvotāju atbalsts.',
  conclusions: 'Līdz nākamajam izvērtējumam (2023.–2025. gads) panākt, ka pārskatu publicē visas pašvaldības.',
} as const;
