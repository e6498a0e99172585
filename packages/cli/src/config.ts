import { type DomainName, type DomainUrls, databaseVariable, domains } from '@atbalsts/database';
import { ConfigError, type GatewayConfig, readConfig } from '@atbalsts/gateway';
import { type RegisterAddresses, RegisterConfigError, readRegisterAddresses } from '@atbalsts/registers';
import { z } from 'zod';

/** What the command is told by its environment: everything the gateway is told, and where the databases are. */
export interface CliConfig extends GatewayConfig {
  /** Databases that somebody else runs, by domain; a domain without one is on the embedded server. */
  databases: Partial<Record<DomainName, DomainUrls>>;
  /** State registers that the town is connected to; where none is, the demo pretends to be all of them. */
  registers: RegisterAddresses;
  /** Whether a first start fills the demo municipalities. */
  demo: boolean;
  /** The day the demo lives in; the present day unless told (tests tell). */
  demoToday?: string;
}

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be an address postgresql://user:password@host:port/database' });

/**
 * Reads the environment once. `DATABASE_URL_REGISTRY` (application role) and `MIGRATION_URL_REGISTRY` (migration role; the same when left out) and so on
 * name databases that somebody else runs. Throws ConfigError naming every variable that is wrong.
 */
export function readCliConfig(env: Record<string, string | undefined>): CliConfig {
  const problems: string[] = [];
  const databases: Partial<Record<DomainName, DomainUrls>> = {};
  const read = (name: string): string | undefined => {
    const value = env[name];
    if (!value) return undefined;
    const parsed = postgresUrl.safeParse(value);
    if (!parsed.success) problems.push(`${name} ${parsed.error.issues[0]?.message}`);
    return value;
  };
  for (const domain of domains) {
    const app = read(databaseVariable(domain));
    const owner = read(databaseVariable(domain).replace('DATABASE_URL', 'MIGRATION_URL'));
    if (app) databases[domain] = { app, owner: owner ?? app };
    else if (owner) problems.push(`MIGRATION_URL_${domain.toUpperCase()} is set without ${databaseVariable(domain)}`);
  }
  const demo = env.ATBALSTS_DEMO || (env.NODE_ENV === 'production' ? 'off' : 'on');
  if (!['on', 'off'].includes(demo)) problems.push('ATBALSTS_DEMO must be on or off');
  if (env.ATBALSTS_DEMO_TODAY && !z.iso.date().safeParse(env.ATBALSTS_DEMO_TODAY).success)
    problems.push('ATBALSTS_DEMO_TODAY must be a day, YYYY-MM-DD');
  let gateway: GatewayConfig | null = null;
  try {
    gateway = readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(...error.problems);
  }
  let registers: RegisterAddresses = {};
  try {
    registers = readRegisterAddresses(env);
  } catch (error) {
    if (!(error instanceof RegisterConfigError)) throw error;
    problems.push(...error.problems);
  }
  if (problems.length || !gateway) throw new ConfigError(problems);
  return { ...gateway, databases, registers, demo: demo === 'on', demoToday: env.ATBALSTS_DEMO_TODAY || undefined };
}
