import { type DomainName, databaseVariable, domains } from '@atbalsts/database';
import { z } from 'zod';

/** What a subgraph on its own is told by its environment. */
export interface SubgraphConfig {
  port: number;
  host: string;
  /** Folder of the development issuer's key. */
  dataFolder: string;
  oidcIssuer?: string;
  oidcAudience?: string;
  /** The domain's database, as the application role. */
  databaseUrl: string;
  /** Where the other subgraphs stand. */
  subgraphUrls: Partial<Record<DomainName, string>>;
  /** File with the token by which this domain asks others for facts, read anew for each question, since such tokens are short-lived; with the development issuer it makes its own. */
  serviceTokenFile?: string;
}

/** The environment of a subgraph is not usable; every reason at once. */
export class SubgraphConfigError extends Error {
  constructor(problems: string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'SubgraphConfigError';
  }
}

/** Reads the environment of a subgraph once. Throws SubgraphConfigError naming every variable that is wrong. */
export function readSubgraphConfig(domain: DomainName, env: Record<string, string | undefined>): SubgraphConfig {
  const urlVariable = (other: DomainName) => `SUBGRAPH_URL_${other.toUpperCase()}`;
  const shape = z.object({
    PORT: z.coerce
      .number()
      .int()
      .min(0)
      .max(65_535)
      .default(4101 + domains.indexOf(domain)),
    HOST: z.string().default('0.0.0.0'),
    ATBALSTS_DATA: z.string().default('.data'),
    OIDC_ISSUER: z.url().optional(),
    OIDC_AUDIENCE: z.string().optional(),
    ATBALSTS_SERVICE_TOKEN_FILE: z.string().optional(),
    [databaseVariable(domain)]: z.url({ protocol: /^postgres(ql)?$/ }),
    ...Object.fromEntries(domains.map((other) => [urlVariable(other), z.url({ protocol: /^https?$/ }).optional()])),
  });
  const parsed = shape.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (env.NODE_ENV === 'production' && !env.OIDC_ISSUER) problems.push('OIDC_ISSUER: must be set in production');
  if (!parsed.success || problems.length) throw new SubgraphConfigError(problems);
  const values = parsed.data as Record<string, unknown>;
  return {
    port: values.PORT as number,
    host: values.HOST as string,
    dataFolder: values.ATBALSTS_DATA as string,
    oidcIssuer: values.OIDC_ISSUER as string | undefined,
    oidcAudience: values.OIDC_AUDIENCE as string | undefined,
    databaseUrl: values[databaseVariable(domain)] as string,
    serviceTokenFile: values.ATBALSTS_SERVICE_TOKEN_FILE as string | undefined,
    subgraphUrls: Object.fromEntries(domains.flatMap((other) => (values[urlVariable(other)] ? [[other, values[urlVariable(other)]]] : []))),
  };
}
