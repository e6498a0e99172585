import { createHash } from 'node:crypto';
import { demoId } from '@atbalsts/auth';
import type { DomainName } from '@atbalsts/database';
import { daugavpils } from '@atbalsts/reference';
import type { Row, World } from '../world.js';
import { smallPdf } from './paper.js';

interface Paper {
  kind: string;
  name: string;
  bytes: Buffer;
}

/** Records of Daugavpils that somebody works with today, the latest ones, as far as `wanted` picks them. */
function latest(world: World, domain: DomainName, table: string, day: string, wanted: (row: Row) => boolean, most: number): Row[] {
  const rows = (world.rows.get(domain)?.get(table) ?? []).filter((row) => row.municipality === daugavpils && wanted(row));
  const place = (row: Row) => `${row[day]} ${row.id}`;
  return rows.sort((a, b) => (place(a) < place(b) ? 1 : -1)).slice(0, most);
}

/** Papers attached to what is worked with today: applications not yet decided, open cases, places that are held. Bytes and all; few, and small. */
export function planDocuments(world: World): void {
  const random = world.random.fork('documents');
  const add = (domain: DomainName, ownerKind: string, owner: Row, on: string, persona: string, paper: Paper): void => {
    const { kind, name, bytes } = paper;
    const id = world.id('document', `${owner.id} ${name}`);
    const minutes = String(random.int(0, 59)).padStart(2, '0');
    const hours = String(random.int(7, 14)).padStart(2, '0');
    world.add(domain, 'document', {
      id,
      municipality: owner.municipality ?? daugavpils,
      owner_kind: ownerKind,
      owner_id: owner.id ?? null,
      person_id: owner.applicant_id ?? owner.person_id ?? null,
      kind,
      name,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      media_type: name.endsWith('.pdf') ? 'application/pdf' : 'text/plain',
      state: 'STORED',
      attached_at: `${on}T${hours}:${minutes}:00Z`,
      attached_by: `demo:${persona}`,
      attached_by_id: demoId('employee', persona),
      stored_in: 'POSTGRESQL',
    });
    world.add(domain, 'document_content', {
      document_id: id,
      part: 0,
      municipality: owner.municipality ?? daugavpils,
      bytes: `\\x${bytes.toString('hex')}`,
    });
  };
  const applications = latest(
    world,
    'benefits',
    'application',
    'submitted_on',
    ({ state }) => state !== 'DECIDED' && state !== 'WITHDRAWN',
    8,
  );
  for (const application of applications) {
    const on = String(application.submitted_on);
    const wage = random.int(180, 420);
    add('benefits', 'APPLICATION', application, on, 'assistance-organiser', {
      kind: 'INCOME_STATEMENT',
      name: 'izziņa-par-ienākumiem.pdf',
      bytes: smallPdf(['Izzina par ienakumiem (parauga dokuments)', `Iesniegums ${application.number}`, `Menesi videji ${wage}.00 EUR`]),
    });
    if (random.chance(0.5))
      add('benefits', 'APPLICATION', application, on, 'assistance-organiser', {
        kind: 'RECEIPT',
        name: 'rēķins-par-apkuri.txt',
        bytes: Buffer.from(`Rēķins par apkuri (parauga dokuments)\nIesniegums ${application.number}\nSumma ${random.int(30, 95)},00 EUR\n`),
      });
  }
  for (const one of latest(world, 'services', 'social_case', 'opened_on', ({ closed_on }) => closed_on === null, 4))
    add('services', 'CASE', one, String(one.opened_on), 'social-worker', {
      kind: 'CORRESPONDENCE',
      name: 'vēstule-no-skolas.txt',
      bytes: Buffer.from(`Skolas vēstule (parauga dokuments)\nLūdzam apmeklēt ģimeni. ${one.opened_on}\n`),
    });
  for (const placement of latest(world, 'institutions', 'placement', 'from_date', ({ ended_on }) => ended_on === null, 4))
    add(
      'institutions',
      'PLACEMENT',
      placement,
      String(placement.from_date) > world.today ? world.today : String(placement.from_date),
      'facility-manager',
      {
        kind: 'AGREEMENT',
        name: 'vienošanās-par-uzturēšanos.pdf',
        bytes: smallPdf(['Vienosanas par uzturesanos (parauga dokuments)', `No ${placement.from_date}`]),
      },
    );
}
