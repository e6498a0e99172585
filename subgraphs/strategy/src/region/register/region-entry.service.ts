import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { Project } from '../../project/project.entity.js';
import { ownRegion } from '../own-region.js';
import { RegionEntry, type RegionRegister } from './region-entry.entity.js';
import type { EnterRegionEntryInput, UpdateRegionEntryInput } from './region-entry.input.js';
import { entryChangeProblems, entryProblems } from './region-entry.rules.js';

/** Entries of the registers of the principal's region, by register and name; those that have ended too where asked for. */
export async function regionEntries(context: Context, kind: RegionRegister | null, on: string | null): Promise<RegionEntry[]> {
  const region = ownRegion(context, 'region.register.read');
  const holding = on === null ? {} : { from: { $lte: on }, $or: [{ until: null }, { until: { $gt: on } }] };
  return context.em.find(
    RegionEntry,
    { region, ...(kind ? { kind } : {}), ...holding },
    { orderBy: { kind: 'asc', name: 'asc', id: 'asc' } },
  );
}

/**
 * Enters a service, a project or a partner into the register of the principal's region. INVALID for what cannot be, NOT_FOUND for a kind of service or a project
 * that is not known, DUPLICATE for the same name, municipality and day, which it shows; UNAVAILABLE where services does not answer.
 */
export function enterRegionEntry(context: Context, input: EnterRegionEntryInput): Promise<Payload<'entry', RegionEntry>> {
  return mutate(context, 'entry', async () => {
    const { em, today, principal } = context;
    const region = ownRegion(context, 'region.register.write');
    const problems = entryProblems(input, region, today);
    if (problems.length) throw new Refusal(problems);
    if (input.serviceType && !(await isServiceType(context, input.serviceType)))
      refuse(ProblemCode.NOT_FOUND, 'Šāda pakalpojuma veida nav.', 'There is no such kind of service.', 'serviceType');
    if (input.projectId && !(await em.findOne(Project, { id: input.projectId, region })))
      refuse(
        ProblemCode.NOT_FOUND,
        'Šāda projekta jūsu reģiona konkursos nav.',
        'No such project was submitted in your region.',
        'projectId',
      );
    const { kind, from } = input;
    const name = input.name.trim();
    const town = input.municipality ?? null;
    // Of two entries at once the second waits, and sees the first.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`region entry ${region} ${kind} ${name.toLowerCase()}`]);
    const twins = await em.find(RegionEntry, { region, kind, town, from });
    const twin = twins.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (twin) throw new Refusal([problem(ProblemCode.DUPLICATE, 'Šāds ieraksts jau ir.', 'There is such an entry already.', 'name')], twin);
    const entry = em.create(RegionEntry, {
      id: newId(),
      municipality: `region:${region}`,
      region,
      kind,
      name,
      description: input.description?.trim() || null,
      town,
      serviceType: input.serviceType ?? null,
      projectId: input.projectId ?? null,
      source: input.source.trim(),
      from,
      until: null,
      enteredBy: principal.subject,
      enteredOn: today,
      version: 1,
    });
    await em.flush();
    await audited(context, entry, Object.keys(input));
    return entry;
  });
}

/** Changes or ends an entry of the own region. NOT_FOUND, STALE, INVALID; WRONG_STATE for one that has ended. */
export function updateRegionEntry(context: Context, input: UpdateRegionEntryInput): Promise<Payload<'entry', RegionEntry>> {
  return mutate(context, 'entry', async () => {
    const { em, today } = context;
    const region = ownRegion(context, 'region.register.write');
    const entry = await em.findOne(RegionEntry, { id: input.id, region }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!entry) refuse(ProblemCode.NOT_FOUND, 'Šāda ieraksta jūsu reģionā nav.', 'There is no such entry in your region.', 'id');
    if (entry.version !== input.version) refuseStale();
    const problems = entryChangeProblems(input, entry, today);
    if (problems.length) throw new Refusal(problems);
    entry.name = input.name?.trim() ?? entry.name;
    entry.description =
      input.description === undefined || input.description === null ? entry.description : input.description.trim() || null;
    entry.source = input.source.trim();
    entry.until = input.until ?? entry.until;
    await em.flush();
    const fields = (['name', 'description', 'source', 'until'] as const).filter((field) => input[field] != null);
    await audited(context, entry, fields);
    return entry;
  });
}

const audited = (context: Context, entry: RegionEntry, fields: readonly string[]) =>
  context.audit.write(context.em, {
    action: 'region.register.write',
    object: `region-entry:${entry.id}`,
    municipality: entry.municipality,
    fields,
  });

async function isServiceType(context: Context, code: string): Promise<boolean> {
  const { serviceTypes } = await context.ask<{ serviceTypes: { code: string }[] }>('services', '{ serviceTypes { code } }', {});
  return serviceTypes.some((one) => one.code === code);
}
