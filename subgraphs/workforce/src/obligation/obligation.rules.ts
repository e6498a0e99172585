import { norms, type SpecialistKind, trainingNorm } from '@atbalsts/reference';

/** Hours against what is asked, in hundredths of an hour. */
export interface HoursOwed {
  required: number;
  done: number;
  met: boolean;
  citation: string;
}

/** Training of a kind of employee in a year: 24, 16 or 8 hours (norms.json). Null where nothing is known to be asked. */
export function trainingOwed(kind: SpecialistKind, doneHundredths: number): HoursOwed | null {
  const norm = trainingNorm(kind);
  return norm ? owed(norm.hours * 100, doneHundredths, norm.citation) : null;
}

/**
 * Supervision of a kind of employee in a year: 9 hours alone or 18 in a group, so one hour alone stands for two in a group (assumed where both
 * occur). Counted in hours of a group. Null for kinds of which none is asked.
 */
export function supervisionOwed(kind: SpecialistKind, individualHundredths: number, groupHundredths: number): HoursOwed | null {
  const { kinds, individualHours, groupHours, citation } = norms.supervision;
  if (!kinds.includes(kind)) return null;
  return owed(groupHours * 100, Math.round((individualHundredths * groupHours) / individualHours) + groupHundredths, citation);
}

function owed(required: number, done: number, citation: string): HoursOwed {
  return { required, done, met: done >= required, citation };
}
