import { Allow } from '@atbalsts/auth';
import { type Context, Language } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Float, Query, Resolver, Root } from 'type-graphql';
import { Employee } from '../employee/employee.entity.js';
import { Unit } from './unit.entity.js';
import { employeesOfUnit, unitById, vacantHundredths } from './unit.loader.js';

/** Units of the own municipality. */
@Resolver(() => Unit)
export class UnitResolver {
  @Query(() => [Unit], { description: 'The units of your municipality, in their own order.' })
  @Allow('unit.read')
  units(@Ctx() context: Context): Promise<Unit[]> {
    return context.em.find(Unit, { municipality: context.municipality }, { orderBy: { position: 'asc', id: 'asc' } });
  }

  @FieldResolver(() => String, { description: 'Its name.' })
  label(
    @Root() unit: Unit,
    @Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the name.' }) language: Language,
  ): string {
    return language === Language.EN ? unit.labelEn : unit.labelLv;
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit it is a part of; null for the whole service.' })
  parent(@Ctx() context: Context, @Root() unit: Unit): Promise<Unit | null> | null {
    return unit.parentId ? context.load(unitById, unit.parentId) : null;
  }

  @FieldResolver(() => [Employee], { description: 'Who holds a post of this unit today, by name; not of its parts.' })
  @Allow('employee.read')
  employees(@Ctx() context: Context, @Root() unit: Unit): Promise<Employee[]> {
    return context.load(employeesOfUnit, unit.id);
  }

  @FieldResolver(() => Float, { description: 'Posts of this unit that nobody holds today, in full-time equivalents.' })
  async vacancies(@Ctx() context: Context, @Root() unit: Unit): Promise<number> {
    return (await context.load(vacantHundredths, unit.id)) / 100;
  }
}
