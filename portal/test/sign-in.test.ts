import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { remoteKeys, TokenVerifier } from '@atbalsts/auth';
import { subgraphSdls } from '@atbalsts/cli';
import { type RunningGateway, startGateway } from '@atbalsts/gateway';
import { failedResult, type SubgraphCaller } from '@atbalsts/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildASTSchema, execute, parse } from 'graphql';
import Provider, { type Configuration } from 'oidc-provider';
import { supergraphs } from '../../test/support/supergraphs.js';
import { portalBrowser } from './support/portal.js';

const client = 'atbalsts-portal';
const graphResource = 'urn:atbalsts:graph';

/** Who signs in at the issuer: one social worker. */
const worker = {
  accountId: 'worker-1',
  atbalsts: { audience: 'STAFF', municipality: '0002000', roles: ['social-worker'], name: 'Ieva Liepniece' },
} as const;

let gateway: RunningGateway;
let issuer: Server;
let tokens: (string | null)[] = [];
const browser = portalBrowser(() => gateway.url);

/** Listens on a free port before it is known what answers: the issuer must know its own address. */
async function listening(): Promise<{ server: Server; url: string }> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** An issuer as a municipality has one: code flow with PKCE for a public client, access tokens as JWT (ES256) for the graph, one page to sign in. */
async function startIssuer(server: Server, url: string, portal: string) {
  const { privateKey } = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  // Without `key_ops`: the issuer shows the public half of it, whose use is another one.
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', privateKey);
  const key = { kty, crv, x, y, d, kid: 'one', alg: 'ES256', use: 'sig' };
  const configuration: Configuration = {
    clients: [
      {
        client_id: client,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [`${portal}/signed-in`],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [key as never] },
    cookies: { keys: ['of this test alone'] },
    ttl: { AccessToken: 3_600, AuthorizationCode: 60, IdToken: 3_600, Interaction: 600, Session: 3_600, Grant: 3_600 },
    clientBasedCORS: (_ctx, origin) => origin === portal,
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    extraTokenClaims: () => ({ atbalsts: worker.atbalsts }),
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => graphResource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: '', audience: 'atbalsts', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }),
      },
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId: client, accountId: ctx.oidc.session?.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(url, configuration);
  const answer = provider.callback();
  server.on('request', async (req, res) => {
    if (!req.url?.startsWith('/interaction/')) return answer(req, res);
    if (req.method === 'POST') return provider.interactionFinished(req, res, { login: { accountId: worker.accountId } });
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(
      '<!doctype html><html lang="lv"><title>Iestādes konts</title><form method="post"><button>Ieva Liepniece</button></form></html>',
    );
  });
}

/** Subgraphs that answer two questions and remember with whose token they were asked. */
function fewSubgraphs(): SubgraphCaller {
  const sdls = subgraphSdls();
  const roots: Record<string, object> = {
    registry: { viewer: { municipality: { code: '0002000', label: 'Daugavpils' } } },
    services: { myDay: { on: '2026-11-22', overdue: [], thisWeek: [] } },
  };
  return {
    async call(subgraph, { query, variables, token }) {
      tokens.push(token);
      const sdl = sdls.find(({ name }) => name === subgraph);
      const rootValue = roots[subgraph];
      if (!sdl || !rootValue) return failedResult(subgraph, 'SUBGRAPH_UNAVAILABLE');
      const schema = buildASTSchema(parse(sdl.sdl), { assumeValidSDL: true });
      return JSON.parse(JSON.stringify(await execute({ schema, document: parse(query), rootValue, variableValues: variables })));
    },
    health: async () => 'up',
    close: async () => {},
  };
}

beforeAll(async () => {
  const { server, url } = await listening();
  issuer = server;
  gateway = await startGateway({
    config: { port: 0, host: '127.0.0.1', oidcIssuer: url, portalClientId: client, portalScope: 'openid' },
    supergraphs: await supergraphs(),
    caller: fewSubgraphs(),
    verifier: new TokenVerifier(remoteKeys(url), { issuer: url }),
    log: () => {},
  });
  await startIssuer(server, url, gateway.url);
});
afterAll(async () => {
  await browser.close();
  await gateway?.stop();
  issuer?.closeAllConnections();
  await new Promise((closed) => issuer?.close(closed));
});

describe('signing in at an issuer of OpenID Connect', () => {
  it('goes there by code flow with PKCE, comes back to the page that was asked for, and asks the graph with that token', async () => {
    const portal = await browser.open({ clock: 'real' });
    const { page } = portal;
    const asked: URL[] = [];
    page.on('request', (request) => request.url().includes('/auth?') && asked.push(new URL(request.url())));
    await portal.go('/day?from=letter');
    expect(await page.getByText('Demonstrācija').count()).toBe(0);
    expect(await portal.axe()).toEqual([]);
    await page.getByRole('button', { name: 'Pieslēgties' }).click();
    await page.getByRole('button', { name: 'Ieva Liepniece' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mana diena' }).waitFor();
    await portal.settled();
    expect(asked[0]?.searchParams.get('response_type')).toBe('code');
    expect(asked[0]?.searchParams.get('code_challenge_method')).toBe('S256');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/day?from=letter');
    expect(await page.getByText('Ieva Liepniece').isVisible()).toBe(true);
    expect(await page.getByText('Daugavpils').isVisible()).toBe(true);
    expect(await page.getByText('Nekas nav nokavēts').isVisible()).toBe(true);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('eyJ');
    expect(new Set(tokens).size).toBe(1);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('signs in again in a window of its own when the token has ended, and the page goes on', async () => {
    const portal = await browser.open({ clock: 'real' });
    const { page } = portal;
    await portal.go('/day');
    await page.getByRole('button', { name: 'Pieslēgties' }).click();
    await page.getByRole('button', { name: 'Ieva Liepniece' }).click();
    await page.getByRole('heading', { level: 2, name: 'Nokavēts' }).waitFor();
    await portal.settled();
    tokens = [];
    let refused = 0;
    await page.route('**/graphql', async (route) => {
      refused += 1;
      if (refused > 1) return route.continue();
      const errors = [{ message: 'The token has expired', extensions: { code: 'UNAUTHENTICATED' } }];
      await route.fulfill({ status: 401, contentType: 'application/json', body: JSON.stringify({ errors }) });
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Pieslēguma laiks ir beidzies' }).waitFor();
    const [window] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('dialog').getByRole('button', { name: 'Pieslēgties' }).click(),
    ]);
    if (!window.isClosed()) await window.waitForEvent('close');
    await page.getByText('Nekas nav nokavēts').waitFor();
    await portal.settled();
    expect(await page.getByRole('dialog').count()).toBe(0);
    // Of the issuer's answer nothing stays but the session.
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('oidc.user')))).toEqual([]);
    portal.forgive(/401/);
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });

  it('ends the session of the issuer on signing out, and the issuer asks anew who signs in', async () => {
    const portal = await browser.open({ clock: 'real' });
    const { page } = portal;
    await portal.go('/day');
    await page.getByRole('button', { name: 'Pieslēgties' }).click();
    await page.getByRole('button', { name: 'Ieva Liepniece' }).click();
    await page.getByRole('heading', { level: 2, name: 'Nokavēts' }).waitFor();
    await portal.settled();
    const [left] = await Promise.all([
      page.waitForRequest((request) => request.url().includes('/session/end')),
      page.getByRole('button', { name: 'Iziet' }).click(),
    ]);
    expect(new URL(left.url()).searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    await page.waitForURL('**/session/end**');
    await portal.go('/day');
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('eyJ');
    const [asked] = await Promise.all([
      page.waitForRequest((request) => request.url().includes('/auth?')),
      page.getByRole('button', { name: 'Pieslēgties' }).click(),
    ]);
    expect(new URL(asked.url()).searchParams.get('prompt')).toBe('login');
    await page.getByRole('button', { name: 'Ieva Liepniece' }).waitFor();
    await portal.close();
  });

  it('comes back in a window that another page opened as in any other', async () => {
    const portal = await browser.open({ clock: 'real' });
    await portal.go('/day');
    const [window] = await Promise.all([portal.page.waitForEvent('popup'), portal.page.evaluate(() => void open('/day', '_blank'))]);
    await window.getByRole('button', { name: 'Pieslēgties' }).click();
    await window.getByRole('button', { name: 'Ieva Liepniece' }).click();
    await window.getByRole('heading', { level: 1, name: 'Mana diena' }).waitFor();
    expect(window.isClosed()).toBe(false);
    await portal.close();
  });

  it('shows a refusal of the issuer and lets one try again', async () => {
    const portal = await browser.open({ clock: 'real' });
    await portal.go('/signed-in?error=access_denied&state=unknown');
    expect(await portal.page.getByRole('alert').isVisible()).toBe(true);
    await portal.page.getByRole('button', { name: 'Pieslēgties' }).click();
    await portal.page.getByRole('button', { name: 'Ieva Liepniece' }).click();
    await portal.page.getByText('Daugavpils').waitFor();
    expect(new URL(portal.page.url()).pathname).not.toBe('/signed-in');
    expect(portal.faults()).toEqual([]);
    await portal.close();
  });
});
