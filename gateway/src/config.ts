import { type DomainName, domains } from '@atbalsts/database/domains';
import { z } from 'zod';

/** What the gateway is told by its environment. */
export interface GatewayConfig {
  /** Port of all endpoints; 0 takes any free one. */
  port: number;
  host: string;
  /** Folder of the development issuer's key. */
  dataFolder: string;
  /** Issuer whose tokens are accepted; without it the development issuer of the data folder. */
  oidcIssuer?: string;
  /** Audience that an OIDC token must be made out to, where the issuer sets one. */
  oidcAudience?: string;
  /** The portal's client id at that issuer. */
  portalClientId: string;
  /** What the portal asks that issuer for. */
  portalScope: string;
  /** Where the subgraphs stand in the distributed form; an absent one is taken from the supergraph. */
  subgraphUrls: Partial<Record<DomainName, string>>;
  /** Longest wait for one subgraph call, in milliseconds. */
  subgraphTimeoutMs: number;
  /** Connections to one subgraph at most; 32 unless told. */
  subgraphConnections?: number;
  /** Whether subgraphs are asked to compress their answers: for data centres apart. */
  subgraphCompression: boolean;
  /** Folder of the supergraphs, read at start and on SIGHUP; the gateway's own unless told. */
  supergraphFolder?: string;
  /** Whether partners may run the documents of `documents/partner` only; as a rule in production and not elsewhere. */
  trustedDocuments: boolean;
  /** Folder of those documents; the gateway's own `documents/partner` unless told. */
  documentsFolder?: string;
  production: boolean;
}

/** Everything that is wrong with the environment, at once; one line each. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** An empty variable counts as absent. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const wholeNumber = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

const environment = z
  .object({
    PORT: optional(wholeNumber(0, 65_535)),
    HOST: optional(z.string()),
    ATBALSTS_DATA: optional(z.string()),
    OIDC_ISSUER: optional(httpUrl),
    OIDC_AUDIENCE: optional(z.string()),
    PORTAL_CLIENT_ID: optional(z.string()),
    PORTAL_SCOPE: optional(z.string()),
    SUBGRAPH_TIMEOUT_MS: optional(wholeNumber(1, 600_000)),
    SUBGRAPH_CONNECTIONS: optional(wholeNumber(1, 1_000)),
    SUBGRAPH_COMPRESSION: optional(z.enum(['on', 'off'], { error: 'must be on or off' })),
    SUPERGRAPH_FOLDER: optional(z.string()),
    TRUSTED_DOCUMENTS: optional(z.enum(['on', 'off'], { error: 'must be on or off' })),
    TRUSTED_DOCUMENTS_FOLDER: optional(z.string()),
    NODE_ENV: optional(z.string()),
    ...Object.fromEntries(domains.map((domain) => [urlVariable(domain), optional(httpUrl)])),
  })
  .superRefine((values, context) => {
    if (values.NODE_ENV === 'production' && !values.OIDC_ISSUER) {
      context.addIssue({
        code: 'custom',
        path: ['OIDC_ISSUER'],
        message: 'must be set in production: the development issuer is not for it',
      });
    }
  });

/** Name of the variable that says where a subgraph stands: SUBGRAPH_URL_REGISTRY. */
export function urlVariable(domain: DomainName): string {
  return `SUBGRAPH_URL_${domain.toUpperCase()}`;
}

/** Reads the environment once. Throws ConfigError naming every variable that is wrong. */
export function readConfig(env: Record<string, string | undefined>): GatewayConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const values = parsed.data as Record<string, unknown>;
  const subgraphUrls: Partial<Record<DomainName, string>> = {};
  for (const domain of domains) {
    const url = values[urlVariable(domain)];
    if (typeof url === 'string') subgraphUrls[domain] = url;
  }
  return {
    port: (values.PORT as number | undefined) ?? 4000,
    host: (values.HOST as string | undefined) ?? '127.0.0.1',
    dataFolder: (values.ATBALSTS_DATA as string | undefined) ?? '.data',
    oidcIssuer: values.OIDC_ISSUER as string | undefined,
    oidcAudience: values.OIDC_AUDIENCE as string | undefined,
    portalClientId: (values.PORTAL_CLIENT_ID as string | undefined) ?? 'atbalsts-portal',
    portalScope: (values.PORTAL_SCOPE as string | undefined) ?? 'openid profile',
    subgraphUrls,
    subgraphTimeoutMs: (values.SUBGRAPH_TIMEOUT_MS as number | undefined) ?? 10_000,
    subgraphConnections: values.SUBGRAPH_CONNECTIONS as number | undefined,
    subgraphCompression: values.SUBGRAPH_COMPRESSION === 'on',
    supergraphFolder: values.SUPERGRAPH_FOLDER as string | undefined,
    trustedDocuments: (values.TRUSTED_DOCUMENTS ?? (values.NODE_ENV === 'production' ? 'on' : 'off')) === 'on',
    documentsFolder: values.TRUSTED_DOCUMENTS_FOLDER as string | undefined,
    production: values.NODE_ENV === 'production',
  };
}
