import { Allow } from '@atbalsts/auth';
import { type Context, InGraph } from '@atbalsts/graphql';
import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { Municipality } from '../municipality/municipality.entity.js';
import { municipalityByCode, regionByCode } from '../municipality/municipality.loader.js';
import { Region } from '../municipality/region.entity.js';
import { Organisation } from '../organisation/organisation.entity.js';
import { organisationById } from '../organisation/organisation.loader.js';
import { Viewer } from './viewer.js';

/** Who is asking. */
@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who is asking: subject, audience, roles, and the employee or organisation behind the token.' })
  @InGraph('regional', 'partner')
  @Allow('viewer.read')
  viewer(@Ctx() { principal }: Context): Viewer {
    return Object.assign(new Viewer(), { subject: principal.subject, audience: principal.audience, roles: [...principal.roles] });
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'The municipality the token is for; staff only.' })
  municipality(@Ctx() context: Context): Promise<Municipality | null> | null {
    const code = context.principal.municipality;
    return code ? context.load(municipalityByCode, code) : null;
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The planning region the token is for.' })
  @InGraph('regional')
  region(@Ctx() context: Context): Promise<Region | null> | null {
    const code = context.principal.region;
    return code ? context.load(regionByCode, code) : null;
  }

  @FieldResolver(() => Organisation, { nullable: true, description: 'The partner organisation the token is for.' })
  @InGraph('partner')
  organisation(@Ctx() context: Context): Promise<Organisation | null> | null {
    const id = context.principal.organisation;
    return id ? context.load(organisationById, id) : null;
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'The employee behind the token; staff only.' })
  employee(@Ctx() { principal }: Context): Employee | null {
    return principal.employee ? employeeRef(principal.employee) : null;
  }
}
