import { Allow } from '@atbalsts/auth';
import { InGraph, StatisticalCount } from '@atbalsts/graphql';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Municipality } from '../external/municipality.js';
import { ServiceType } from '../service-type/service-type.entity.js';

/** How a municipality gives a service. */
export enum Provision {
  OWN = 'OWN',
  PARTNER = 'PARTNER',
  NEIGHBOUR = 'NEIGHBOUR',
  NONE = 'NONE',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(Provision, {
  name: 'Provision',
  description: 'How a municipality gives a service.',
  valuesConfig: {
    OWN: { description: 'Itself.' },
    PARTNER: { description: 'Through a partner organisation alone.' },
    NEIGHBOUR: { description: 'Through another municipality.' },
    NONE: { description: 'It has records of services in that year, and none of this one.' },
    UNKNOWN: { description: 'Nothing is known: no records, or nothing published.' },
  },
});

/** Which municipality gave which service in a year. */
@ObjectType({ description: 'Whether and how a municipality gave a service in a year, and to how many.' })
@Allow('coverage.read')
export class ServiceCoverage {
  @InGraph('regional')
  @Field(() => Municipality, { description: 'The municipality.' })
  municipality!: Municipality;

  @InGraph('regional')
  @Field(() => ServiceType, { description: 'The kind of service.' })
  serviceType!: ServiceType;

  @InGraph('regional')
  @Field(() => Provision, { description: 'How it was given.' })
  provision!: Provision;

  @InGraph('regional')
  @Field(() => StatisticalCount, { description: 'To how many persons; 1 to 4 are withheld.' })
  clients!: StatisticalCount;
}
