import { z } from 'zod';
import type { ServiceKind } from './catalogues.js';
import { dateShape, labelShape, readData } from './data.js';
import type { IsoDate, Label } from './values.js';

/** A service that a town gives or mediates beside the 20 of its catalogue. */
export interface FurtherServiceType {
  readonly code: string;
  readonly label: Label;
  readonly kind: ServiceKind;
  /** The table of the 2022 results whose rows name it; null where they count it without a name. */
  readonly source: string | null;
  readonly assumed: boolean;
}

/** Whom a project with money of its own is for. */
export type ServiceProjectGroup = 'ADULT_WITH_MENTAL_IMPAIRMENT' | 'CHILD_WITH_FUNCTIONAL_IMPAIRMENT' | 'LEGAL_REPRESENTATIVE';

/** A project with money of its own within which a town gives services. */
export interface ServiceProjectDefinition {
  readonly code: string;
  /** As contracts name it. */
  readonly number: string;
  readonly label: Label;
  /** Whom it is for; none where its services ask for no request. */
  readonly groups: readonly ServiceProjectGroup[];
  readonly from: IsoDate;
  /** The first day on which it no longer pays. */
  readonly until: IsoDate;
  /** No document names the days. */
  readonly assumed: boolean;
}

/** Services beside the 20 of the catalogue. */
export const furtherServiceTypes: readonly FurtherServiceType[] = readData(
  'further-services.json',
  z.object({
    services: z.array(
      z.object({
        code: z.string().regex(/^[a-z][a-z-]*$/),
        label: labelShape,
        kind: z.enum(['CARE', 'REHABILITATION', 'SOCIAL_WORK', 'HOUSING', 'TRANSPORT', 'OTHER']),
        source: z.string().nullable(),
        assumed: z.boolean(),
      }),
    ),
  }),
).services;

/** Projects with money of their own. */
export const serviceProjects: readonly ServiceProjectDefinition[] = readData(
  'service-projects.json',
  z.object({
    projects: z.array(
      z.object({
        code: z.string().regex(/^[a-z][a-z0-9-]*$/),
        number: z.string().min(1),
        label: labelShape,
        groups: z.array(z.enum(['ADULT_WITH_MENTAL_IMPAIRMENT', 'CHILD_WITH_FUNCTIONAL_IMPAIRMENT', 'LEGAL_REPRESENTATIVE'])),
        from: dateShape,
        until: dateShape,
        assumed: z.boolean(),
      }),
    ),
  }),
).projects;
