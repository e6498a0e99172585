import { CliError } from '../errors.js';

/** A column a file may have. */
export interface Column {
  /** Name of the field, as in the graph. */
  field: string;
  /** How the header may say it, Latvian first; case, accents, blanks and signs do not matter. */
  headers: readonly string[];
  required?: boolean;
}

/** Columns of a file of persons. */
export const personColumns: readonly Column[] = [
  { field: 'personalCode', headers: ['Personas kods', 'Personal code'] },
  { field: 'givenName', headers: ['Vārds', 'Given name', 'First name'], required: true },
  { field: 'familyName', headers: ['Uzvārds', 'Family name', 'Last name', 'Surname'], required: true },
  { field: 'birthDate', headers: ['Dzimšanas datums', 'Dzimis', 'Birth date', 'Date of birth'], required: true },
  { field: 'sex', headers: ['Dzimums', 'Sex'], required: true },
  { field: 'identityBasis', headers: ['Identitātes pamats', 'Identity basis'] },
  { field: 'phone', headers: ['Tālrunis', 'Telefons', 'Phone'] },
  { field: 'address', headers: ['Deklarētā adrese', 'Adrese', 'Address'] },
  { field: 'residenceSince', headers: ['Deklarēts no', 'Deklarēta no', 'Residence since'] },
  { field: 'household', headers: ['Mājsaimniecība', 'Household'] },
  { field: 'relation', headers: ['Loma mājsaimniecībā', 'Loma', 'Relation'] },
  { field: 'householdSince', headers: ['Mājsaimniecībā no', 'Household since'] },
];

/** Columns of a file of applications. */
export const applicationColumns: readonly Column[] = [
  { field: 'applicant', headers: ['Iesniedzējs', 'Applicant', 'Personas kods', 'Personal code', 'Atsauce', 'Reference'], required: true },
  { field: 'benefitType', headers: ['Pabalsts', 'Pabalsta veids', 'Benefit', 'Benefit type'], required: true },
  { field: 'submittedOn', headers: ['Iesniegts', 'Iesniegšanas datums', 'Submitted on', 'Submitted'], required: true },
  { field: 'legalGround', headers: ['Pamats', 'Legal ground'] },
  { field: 'payeeAccount', headers: ['Konts', 'Konta numurs', 'IBAN', 'Account'] },
  { field: 'claimedCosts', headers: ['Izdevumi', 'Čeku summa', 'Claimed costs'] },
];

/** A header's cell as it is compared: "Personas kods", "personas_kods" and "personalCode" without signs, accents and case. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Which cell holds which field, and which columns of the file are not known. */
export interface Header {
  at: ReadonlyMap<string, number>;
  width: number;
  ignored: readonly string[];
  /** What the file calls a field. */
  nameOf(field: string): string;
}

/** Reads the header. Throws CliError where a column is missing or stands twice. */
export function readHeader(cells: readonly string[], columns: readonly Column[]): Header {
  const known = new Map(columns.flatMap(({ field, headers }) => [field, ...headers].map((name) => [plain(name), field] as const)));
  const at = new Map<string, number>();
  const ignored: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const field = known.get(plain(cell));
    if (!field) ignored.push(cell);
    else if (at.has(field))
      throw new CliError(
        `Two columns are the same: “${cells[at.get(field) ?? 0]}” and “${cell}”. / Divas kolonnas nozīmē vienu un to pašu.`,
      );
    else at.set(field, index);
  }
  const missing = columns.filter(({ field, required }) => required && !at.has(field));
  if (missing.length) {
    const named = missing.map(({ headers }) => `“${headers[0]}”`).join(', ');
    throw new CliError(
      `The file lacks the column ${named}; the first line must name the columns. / Failā nav kolonnas ${named}; pirmajā rindā jābūt kolonnu nosaukumiem.`,
    );
  }
  return { at, width: cells.length, ignored, nameOf: (field) => cells[at.get(field) ?? -1] ?? field };
}
