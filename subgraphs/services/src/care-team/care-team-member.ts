import { Allow } from '@atbalsts/auth';
import { Language } from '@atbalsts/graphql';
import { type Label, labelOf } from '@atbalsts/reference';
import { Arg, Field, ObjectType } from 'type-graphql';
import { Employee } from '../external/employee.js';

/** What somebody does for a person, and on which record it rests. */
export type CareRole = 'CASE_WORKER' | 'AGREEMENT_PARTY' | 'NEEDS_ASSESSOR';

/** The roles in words, the most responsible first. */
export const careRoles: Record<CareRole, Label> = {
  CASE_WORKER: { lv: 'Gadījuma vadītājs', en: 'Case worker' },
  AGREEMENT_PARTY: { lv: 'Līdzdarbības vienošanās puse', en: 'Party to the participation agreement' },
  NEEDS_ASSESSOR: { lv: 'Vajadzību vērtētājs', en: 'Assessor of needs' },
};

/** Somebody who works with a person, and what they do. */
@ObjectType({ description: 'Somebody who works with a person now, and what they do.' })
@Allow('careTeam.read')
export class CareTeamMember {
  @Field(() => Employee, { description: 'Who.' })
  employee!: Employee;

  /** What they do, as a code. */
  does!: CareRole;

  @Field(() => String, { description: 'What they do.' })
  role(@Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the role.' }) language: Language): string {
    return labelOf(careRoles[this.does], language);
  }
}
