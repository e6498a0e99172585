import { addMonths } from '@atbalsts/database';
import { invalid, type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { municipalities } from '@atbalsts/reference';

/** A new entry as it is checked. */
export interface EntryDraft {
  kind: 'SERVICE' | 'PROJECT' | 'PARTNER';
  name: string;
  municipality?: string | null;
  serviceType?: string | null;
  projectId?: string | null;
  source: string;
  from: string;
}

/** Everything that is wrong with a new entry of a region's register, on a day. A municipality must be of the region on the first day of the entry. */
export function entryProblems(draft: EntryDraft, region: string, today: string): Problem[] {
  const { kind, name, municipality, serviceType, projectId, source, from } = draft;
  const found: Problem[] = [];
  if (!name.trim()) found.push(invalid('name', 'Nosaukums ir tukšs.', 'The name is empty.'));
  if (!source.trim()) found.push(invalid('source', 'Norādiet, uz ko tas balstās.', 'Say what it rests on.'));
  if (from < '1990-01-01' || from > addMonths(today, 12))
    found.push(invalid('from', 'Ierakstu sāk no 1990. gada līdz gadam uz priekšu.', 'An entry begins from 1990 to a year ahead.'));
  if (municipality) {
    const town = municipalities.find((one) => one.code === municipality);
    const there = town && town.region === region && (town.validUntil === null || from < (town.validUntil ?? ''));
    if (!there)
      found.push(
        invalid('municipality', 'Šajā dienā jūsu reģionā šādas pašvaldības nav.', 'Your region has no such municipality on that day.'),
      );
  }
  if (kind !== 'SERVICE' && serviceType)
    found.push(invalid('serviceType', 'To norāda tikai pakalpojumam.', 'This is said of a service alone.'));
  if (kind === 'SERVICE' && !serviceType?.trim())
    found.push(invalid('serviceType', 'Norādiet pakalpojuma veidu.', 'Say which kind of service it is.'));
  if (kind !== 'PROJECT' && projectId) found.push(invalid('projectId', 'To norāda tikai projektam.', 'This is said of a project alone.'));
  return found;
}

/** Everything that is wrong with a change of an entry. One that has ended stays as it is. */
export function entryChangeProblems(
  change: { name?: string | null; source: string; until?: string | null },
  now: { from: string; until: string | null },
  today: string,
): Problem[] {
  const found: Problem[] = [];
  if (now.until !== null && now.until <= today)
    found.push(problem(ProblemCode.WRONG_STATE, 'Ieraksts ir beidzies.', 'The entry has ended.', 'id'));
  if (change.name != null && !change.name.trim()) found.push(invalid('name', 'Nosaukums ir tukšs.', 'The name is empty.'));
  if (!change.source.trim()) found.push(invalid('source', 'Norādiet, uz ko tas balstās.', 'Say what it rests on.'));
  if (change.until != null && change.until <= now.from)
    found.push(invalid('until', 'Beigas ir pirms sākuma.', 'The end is not after the beginning.'));
  return found;
}
