import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';
import { CaseNote } from './case-note.entity.js';
import { openCaseForAdding } from './open-case.js';
import type { AddCaseNoteInput } from './social-case.input.js';

/** Writes a note in an open case, signed by the employee of the token. Notes are added, never changed. Refuses NOT_FOUND, INVALID, WRONG_STATE. */
export function addCaseNote(context: Context, input: AddCaseNoteInput): Promise<Payload<'caseNote', CaseNote>> {
  return mutate(context, 'caseNote', async () => {
    const { em, municipality, employee } = context;
    const { found } = new Invalid().when(isBlank(input.text), 'text', 'Piezīme ir tukša.', 'The note is empty.');
    if (found.length) throw new Refusal(found);
    const socialCase = await openCaseForAdding(context, input.caseId);
    const note = em.create(CaseNote, {
      id: newId(),
      municipality,
      caseId: socialCase.id,
      employeeId: employee,
      at: new Date(),
      text: input.text.trim(),
    });
    await em.flush();
    await context.audit.write(em, {
      action: 'case.note.record',
      personId: socialCase.personId,
      object: `case-note:${note.id}`,
      fields: ['text'],
    });
    return note;
  });
}
