import type { DemoPerson, World } from '../world.js';

/** Who opened a file in an emergency: how many hours before the morning of the demo's day, for how long, and whether it was given up before. */
const accesses = [
  {
    subject: 'demo:carer',
    role: 'carer',
    hoursAgo: 61,
    hours: 4,
    closedAfter: null,
    reason: 'Kliente atrasta bez samaņas, ātrā palīdzība prasa zāles (demo)',
  },
  {
    subject: 'demo:facility-manager',
    role: 'facility-manager',
    hoursAgo: 34,
    hours: 12,
    closedAfter: 2,
    reason: 'Pazudis patversmes iemītnieks, policija prasa tuviniekus (demo)',
  },
  {
    subject: 'demo:social-worker',
    role: 'social-worker',
    hoursAgo: 1,
    hours: 12,
    closedAfter: null,
    reason: 'Bērns viens mājās, kaimiņi sauc policiju (demo)',
  },
] as const;

const hour = 3_600_000;

/** What an auditor finds on the first day: a file that is open now, one given up early, one that ran out; each opening in the audit. Ids sort by the moment, as the program's do. */
export function planEmergencyAccess(world: World): void {
  const random = world.random.fork('emergency access');
  const town = world.people.filter(({ municipality, birthDate }) => municipality === '0002000' && birthDate < '2000-01-01');
  if (!town.length) return;
  const morning = Date.parse(`${world.today}T06:00:00Z`);
  for (const [n, { subject, role, hoursAgo, hours, closedAfter, reason }] of accesses.entries()) {
    const person: DemoPerson = random.pick(town);
    const opened = morning - hoursAgo * hour;
    const id = idAt(world, 'emergency-access', n, opened);
    const at = (after: number | null) => (after === null ? null : new Date(opened + after * hour).toISOString());
    world.add('registry', 'emergency_access', {
      id,
      municipality: person.municipality,
      person_id: person.id,
      subject,
      role,
      reason,
      opened_at: at(0),
      ends_at: at(hours),
      closed_at: at(closedAfter),
    });
    const acts = [
      { after: 0, fields: ['endsAt', 'reason'] },
      ...(closedAfter === null ? [] : [{ after: closedAfter, fields: ['closedAt'] }]),
    ];
    for (const { after, fields } of acts)
      world.add('registry', 'audit_entry', {
        id: idAt(world, `emergency-audit-${after}`, n, opened + after * hour),
        municipality: person.municipality,
        at: at(after),
        subject,
        role,
        action: 'emergency.open',
        person_id: person.id,
        object: `emergencyAccess:${id}`,
        fields,
        purpose: null,
        request_id: `demo-emergency-${n}`,
      });
  }
}

/** A uuid of version 7: the moment first, then what is the same on every day. */
function idAt(world: World, kind: string, key: number, ms: number): string {
  const moment = ms.toString(16).padStart(12, '0');
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${world.id(kind, key).slice(15)}`;
}
