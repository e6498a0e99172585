import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A kind of service of the catalogue; the services domain knows the rest. */
@ObjectType({ description: 'A kind of service of the catalogue.' })
@Directive('@key(fields: "code", resolvable: false)')
@Allow('serviceType.read')
export class ServiceType {
  @InGraph('regional', 'partner')
  @Field(() => ID, { description: 'Code of the service type, e.g. shelter.' })
  code!: string;
}

/** The reference to a service type of the services domain. */
export const serviceTypeRef = (code: string): ServiceType => Object.assign(new ServiceType(), { code });
