import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

describe('the environment of the gateway', () => {
  it('has a default for everything but production', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataFolder: '.data',
      oidcIssuer: undefined,
      oidcAudience: undefined,
      portalClientId: 'atbalsts-portal',
      portalScope: 'openid profile',
      subgraphUrls: {},
      subgraphTimeoutMs: 10_000,
      subgraphConnections: undefined,
      subgraphCompression: false,
      supergraphFolder: undefined,
      trustedDocuments: false,
      production: false,
    });
  });

  it('takes what it is told, and an empty variable for an absent one', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '::1',
      ATBALSTS_DATA: '/data',
      SUBGRAPH_URL_REGISTRY: 'http://registry:4001',
      SUBGRAPH_URL_BENEFITS: '',
      SUBGRAPH_TIMEOUT_MS: '',
      SUBGRAPH_CONNECTIONS: '8',
      SUBGRAPH_COMPRESSION: 'on',
      SUPERGRAPH_FOLDER: '/graphs',
    });
    expect(config).toMatchObject({
      port: 0,
      host: '::1',
      dataFolder: '/data',
      subgraphUrls: { registry: 'http://registry:4001' },
      subgraphTimeoutMs: 10_000,
      subgraphConnections: 8,
      subgraphCompression: true,
      supergraphFolder: '/graphs',
    });
    expect(readConfig({ NODE_ENV: 'production', OIDC_ISSUER: 'https://login.example.lv' })).toMatchObject({
      production: true,
      oidcIssuer: 'https://login.example.lv',
    });
  });

  it('lets partners run trusted documents only in production, and where it is told to', () => {
    const production = { NODE_ENV: 'production', OIDC_ISSUER: 'https://login.example.lv' };
    expect(readConfig(production).trustedDocuments).toBe(true);
    expect(readConfig({ ...production, TRUSTED_DOCUMENTS: 'off' }).trustedDocuments).toBe(false);
    expect(readConfig({ TRUSTED_DOCUMENTS: 'on' }).trustedDocuments).toBe(true);
    expect(() => readConfig({ TRUSTED_DOCUMENTS: 'yes' })).toThrow(/TRUSTED_DOCUMENTS must be on or off/);
  });

  it('names everything that is wrong at once', () => {
    const broken = { PORT: '70000', SUBGRAPH_URL_WORKFORCE: 'workforce:4005', SUBGRAPH_TIMEOUT_MS: 'soon', OIDC_ISSUER: 'ftp://x' };
    expect(() => readConfig(broken)).toThrow(ConfigError);
    expect(() => readConfig(broken)).toThrow(
      /^The environment is not usable:\n {2}PORT must be a whole number from 0 to 65535\n {2}OIDC_ISSUER must be an http or https address\n {2}SUBGRAPH_TIMEOUT_MS must be a whole number from 1 to 600000\n {2}SUBGRAPH_URL_WORKFORCE must be an http or https address$/,
    );
  });

  it("refuses production without an issuer of one's own", () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/OIDC_ISSUER must be set in production/);
  });
});
