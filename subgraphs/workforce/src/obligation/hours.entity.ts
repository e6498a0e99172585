import { TenantEntity } from '@atbalsts/database';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';

/** How somebody is supervised. */
export enum SupervisionForm {
  INDIVIDUAL = 'INDIVIDUAL',
  GROUP = 'GROUP',
}
registerEnumType(SupervisionForm, {
  name: 'SupervisionForm',
  description: 'How somebody is supervised.',
  valuesConfig: {
    INDIVIDUAL: { description: 'Alone (individuālā supervīzija); an hour counts as two of a group.' },
    GROUP: { description: 'In a group (grupas supervīzija).' },
  },
});

/** Training that an employee attended on a day. */
@Entity()
export class TrainingRecord extends TenantEntity {
  @Property({ type: 'uuid' })
  employeeId!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  on!: string;

  @Property({ type: 'text' })
  topic!: string;

  /** Hundredths of an hour. */
  @Property({ type: 'integer' })
  hoursHundredths!: number;
}

/** Supervision of an employee on a day. */
@Entity()
export class SupervisionRecord extends TenantEntity {
  @Property({ type: 'uuid' })
  employeeId!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  on!: string;

  @Enum({ items: () => SupervisionForm, type: 'text' })
  form!: SupervisionForm;

  /** Hundredths of an hour. */
  @Property({ type: 'integer' })
  hoursHundredths!: number;
}
