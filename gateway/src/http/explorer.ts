import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type DevIssuer, isPersona, type Persona, personaNames, personas, personaToken } from '@atbalsts/auth/identity';
import express, { type RequestHandler, type Response, Router } from 'express';
import { audiences } from '../audiences/audience.js';
import { explorerFolder } from '../paths.js';
import { scopeOf } from './request-scope.js';
import { refuse } from './respond.js';

/**
 * The page loads nothing from elsewhere, runs no inline script and can be framed by nobody. Inline style is open because the editor
 * (CodeMirror) and the menus of GraphiQL set their styles so.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const require = createRequire(import.meta.url);
const vendored = (name: string, file: string) => join(dirname(require.resolve(`${name}/package.json`)), file);

/** Everything the page loads: its own three files, and GraphiQL with React as their packages ship them. */
const files: Readonly<Record<string, string>> = {
  '/': join(explorerFolder, 'index.html'),
  '/explorer.js': join(explorerFolder, 'explorer.js'),
  '/queries.js': join(explorerFolder, 'queries.js'),
  '/explorer.css': join(explorerFolder, 'explorer.css'),
  '/vendor/react.js': vendored('react', 'umd/react.production.min.js'),
  '/vendor/react-dom.js': vendored('react-dom', 'umd/react-dom.production.min.js'),
  '/vendor/graphiql.js': vendored('graphiql', 'graphiql.min.js'),
  '/vendor/graphiql.css': vendored('graphiql', 'graphiql.min.css'),
};

/** One persona as the explorer's menu shows it. */
interface PersonaChoice {
  persona: string;
  name: string;
  audience: string;
  roles: readonly string[];
  /** Municipality or region code, or the organisation's name. */
  place: string;
  endpoint: string;
}

/**
 * The explorer, complete without internet. With the development issuer one picks a persona and gets its token; without it the page
 * asks for a token of one's own.
 */
export function explorer(devIssuer?: DevIssuer): Router {
  const router = Router({ strict: true });
  for (const [path, file] of Object.entries(files)) router.get(path, sendFile(file));
  router.get('/personas', (_req, res) => {
    res.json({ devIssuer: Boolean(devIssuer), personas: devIssuer ? personaNames.map((name) => choiceOf(name, personas[name])) : [] });
  });
  router.post('/token', express.json({ limit: '1kb' }), async (req, res) => {
    const { requestId } = scopeOf(res);
    const persona: unknown = req.body?.persona;
    if (!devIssuer) {
      return refuse(req, res, requestId, {
        status: 404,
        code: 'NOT_FOUND',
        message: 'Tokens come from your own issuer here',
        messageLv: 'Pilnvaras šeit izsniedz jūsu pašu izdevējs',
      });
    }
    if (typeof persona !== 'string' || !isPersona(persona)) {
      return refuse(req, res, requestId, {
        status: 400,
        code: 'BAD_USER_INPUT',
        message: `"persona" must be one of: ${personaNames.join(', ')}`,
        messageLv: `"persona" jābūt vienai no: ${personaNames.join(', ')}`,
      });
    }
    res.setHeader('cache-control', 'no-store');
    res.json({ persona, token: await personaToken(devIssuer, persona), endpoint: audiences[personas[persona].audience].path });
  });
  return router;
}

function sendFile(file: string): RequestHandler {
  return (_req, res: Response) => {
    res.setHeader('content-security-policy', contentSecurityPolicy);
    res.sendFile(file, { dotfiles: 'allow', cacheControl: true, maxAge: 0 });
  };
}

function choiceOf(name: string, persona: Persona): PersonaChoice {
  const place =
    persona.audience === 'STAFF' ? persona.municipality : persona.audience === 'REGIONAL' ? persona.region : persona.organisationName;
  return {
    persona: name,
    name: persona.name,
    audience: persona.audience,
    roles: persona.roles,
    place,
    endpoint: audiences[persona.audience].path,
  };
}
