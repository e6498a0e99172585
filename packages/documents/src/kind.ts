import { registerEnumType } from 'type-graphql';

/** Type of a document. */
export enum DocumentKind {
  APPLICATION_FORM = 'APPLICATION_FORM',
  IDENTITY = 'IDENTITY',
  INCOME_STATEMENT = 'INCOME_STATEMENT',
  BANK_STATEMENT = 'BANK_STATEMENT',
  RECEIPT = 'RECEIPT',
  RENT_CONTRACT = 'RENT_CONTRACT',
  DISABILITY_STATEMENT = 'DISABILITY_STATEMENT',
  MEDICAL_STATEMENT = 'MEDICAL_STATEMENT',
  COURT_DECISION = 'COURT_DECISION',
  POWER_OF_ATTORNEY = 'POWER_OF_ATTORNEY',
  AGREEMENT = 'AGREEMENT',
  NEEDS_ASSESSMENT = 'NEEDS_ASSESSMENT',
  POLICE_REPORT = 'POLICE_REPORT',
  CORRESPONDENCE = 'CORRESPONDENCE',
  OTHER = 'OTHER',
}

/** What each kind is called. */
export const kindLabels: Readonly<Record<DocumentKind, { lv: string; en: string }>> = {
  APPLICATION_FORM: { lv: 'Iesniegums', en: 'Application form' },
  IDENTITY: { lv: 'Personu apliecinoša dokumenta kopija', en: 'Copy of an identity document' },
  INCOME_STATEMENT: { lv: 'Izziņa par ienākumiem', en: 'Statement of income' },
  BANK_STATEMENT: { lv: 'Konta pārskats', en: 'Bank statement' },
  RECEIPT: { lv: 'Čeks vai rēķins', en: 'Receipt or bill' },
  RENT_CONTRACT: { lv: 'Īres līgums', en: 'Rent contract' },
  DISABILITY_STATEMENT: { lv: 'Izziņa par invaliditāti', en: 'Statement of disability' },
  MEDICAL_STATEMENT: { lv: 'Ārsta izziņa', en: 'Medical statement' },
  COURT_DECISION: { lv: 'Tiesas vai bāriņtiesas nolēmums', en: 'Decision of a court or an orphans’ court' },
  POWER_OF_ATTORNEY: { lv: 'Pilnvara', en: 'Power of attorney' },
  AGREEMENT: { lv: 'Līgums vai vienošanās', en: 'Contract or agreement' },
  NEEDS_ASSESSMENT: { lv: 'Vajadzību novērtējums', en: 'Assessment of needs' },
  POLICE_REPORT: { lv: 'Policijas ziņojums', en: 'Police report' },
  CORRESPONDENCE: { lv: 'Sarakste', en: 'Correspondence' },
  OTHER: { lv: 'Cits dokuments', en: 'Other document' },
};

registerEnumType(DocumentKind, {
  name: 'DocumentKind',
  description: 'Type of a document; how long it is kept, and who may open it, goes by it.',
  valuesConfig: Object.fromEntries(
    Object.entries(kindLabels).map(([kind, { lv, en }]) => [kind, { description: `${en} (${lv}).` }]),
  ) as Record<DocumentKind, { description: string }>,
});

/** Kinds that tell of health: to open them needs the action `document.health.open` too. Regulation (EU) 2016/679, article 9. */
export const healthKinds: ReadonlySet<DocumentKind> = new Set([
  DocumentKind.DISABILITY_STATEMENT,
  DocumentKind.MEDICAL_STATEMENT,
  DocumentKind.NEEDS_ASSESSMENT,
]);
