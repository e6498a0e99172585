import type { DomainName } from '@atbalsts/database';

interface Words {
  lv: string;
  en: string;
}

const words = (lv: string, en: string): Words => ({ lv, en });

/** The domains, as a reader calls them. */
export const domainWords: Readonly<Record<DomainName, Words>> = {
  registry: words('Reģistrs', 'Registry'),
  benefits: words('Pabalsti', 'Benefits'),
  services: words('Pakalpojumi', 'Services'),
  institutions: words('Institūcijas', 'Institutions'),
  workforce: words('Darbinieki', 'Workforce'),
  strategy: words('Stratēģija', 'Strategy'),
};

/** Tables, as a reader calls what they hold; one that is not here is called by its comment. */
export const tableWords: Readonly<Record<string, Words>> = {
  person: words('Persona', 'Person'),
  personal_code: words('Personas kodi', 'Personal codes'),
  former_identity: words('Agrākā identitāte', 'Former identities'),
  residence: words('Deklarētās dzīvesvietas', 'Declared residences'),
  household_member: words('Mājsaimniecības', 'Households'),
  circumstance: words('Apstākļi', 'Circumstances'),
  representation: words('Pārstāvība', 'Who acts for whom'),
  consent: words('Piekrišanas', 'Consents'),
  audit_entry: words('Kad dati skatīti vai mainīti', 'When the records were looked at or changed'),
  fact: words('Saņemts no citām daļām', 'Told by other domains'),
  outbox: words('Paziņots citām daļām', 'Told to other domains'),
  application: words('Iesniegumi', 'Applications'),
  application_member: words('Vērtētie ienākumi: mājsaimniecības locekļi', 'Whose means were assessed'),
  declared_income: words('Ienākumi', 'Incomes'),
  decision: words('Lēmumi', 'Decisions'),
  decision_person: words('Lēmumi, kas attiecas uz personu', 'Decisions that cover the person'),
  payment: words('Maksājumi', 'Payments'),
  social_case: words('Sociālie gadījumi', 'Social cases'),
  case_goal: words('Gadījuma mērķi', 'Goals of a case'),
  case_handover: words('Gadījuma nodošana', 'Handovers of a case'),
  case_note: words('Gadījuma piezīmes', 'Notes of a case'),
  client_group: words('Klientu grupas', 'Groups of clients'),
  support_record: words('Sniegtais atbalsts', 'Support given'),
  home_visit: words('Mājas apmeklējumi', 'Home visits'),
  home_visit_opinion: words('Speciālistu atzinumi', 'Opinions of specialists'),
  needs_assessment: words('Vajadzību novērtējumi', 'Needs assessments'),
  participation_agreement: words('Vienošanās par līdzdarbību', 'Participation agreements'),
  participation_duty: words('Līdzdarbības pienākumi', 'Duties of participation'),
  referral: words('Nosūtījumi', 'Referrals'),
  delivery: words('Saņemtie pakalpojumi', 'Deliveries'),
  service_request: words('Pakalpojumu pieprasījumi', 'Service requests'),
  survey_answer: words('Aptaujas atbildes', 'Answers to surveys'),
  waiting_list_entry: words('Rindas', 'Waiting lists'),
  facility_waiting_entry: words('Rindas uz iestādi', 'Waiting for a facility'),
  night_stay: words('Naktis patversmē', 'Nights in a shelter'),
  placement: words('Izmitināšana', 'Placements'),
  placement_activity: words('Nodarbības', 'Activities'),
  placement_extension: words('Izmitināšanas pagarinājumi', 'Extensions of a placement'),
};

/** Columns, as a reader calls them; one that is not here keeps its name. */
export const columnWords: Readonly<Record<string, string>> = {
  reference: 'atsauce / reference',
  given_name: 'vārds / given name',
  family_name: 'uzvārds / family name',
  birth_date: 'dzimšanas datums / birth date',
  sex: 'dzimums / sex',
  phone: 'tālrunis / phone',
  address: 'adrese / address',
  code: 'personas kods / personal code',
  identity_basis: 'identitātes pamats / identity basis',
  from_date: 'no / from',
  until_date: 'līdz (neieskaitot) / until (not included)',
  evidence: 'pamatojums / evidence',
  kind: 'veids / kind',
  relation: 'loma / relation',
  purpose: 'nolūks / purpose',
  scopes: 'apjoms / scopes',
  number: 'numurs / number',
  benefit_type: 'pabalsts / benefit',
  submitted_on: 'iesniegts / submitted on',
  state: 'stāvoklis / state',
  reasons: 'pamatojums / reasons',
  amount: 'summa / amount',
  monthly_amount: 'summa mēnesī / monthly amount',
  monthly: 'pa mēnešiem / by month',
  payee_account: 'konts / account',
  claimed_costs: 'izdevumi / claimed costs',
  housing_costs: 'mājokļa izdevumi / housing costs',
  month: 'mēnesis / month',
  text: 'teksts / text',
  findings: 'secinājumi / findings',
  needs: 'vajadzības / needs',
  at: 'kad / when',
  action: 'darbība / action',
  fields: 'lauki / fields',
};

/** Columns in cents. */
export const moneyColumns: ReadonlySet<string> = new Set(['amount', 'monthly_amount', 'monthly', 'claimed_costs', 'housing_costs']);
