import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { type Request, type RequestHandler, type Response, Router } from 'express';

/** How people sign in to the portal; the browser reads it from `GET /portal-config.json`. Nothing in it is secret. */
export interface PortalSignIn {
  /** Address of the OpenID Connect issuer; absent with the development issuer, where one picks a persona. */
  authority?: string;
  /** The portal's client id at that issuer: a public client, authorization code with PKCE. */
  clientId?: string;
  /** What the portal asks the issuer for, e.g. `openid profile`. */
  scope?: string;
}

/** What the portal is served from and what it is told. */
export interface PortalOptions {
  /** Folder of the built portal. */
  folder: string;
  signIn: PortalSignIn;
}

/** One built file: its path on disk, what it is, and which compressed forms stand beside it. */
interface BuiltFile {
  path: string;
  type: string;
  compressed: readonly ('br' | 'gz')[];
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Addresses that are never a screen of the portal, whatever the browser asks for. */
const notScreens = /^\/(graphql|regional|partner|files|letters|progress-reports|health|metrics|explorer|assets|\.well-known)(\/|$)/;

/** What Vite puts where a page's own nonce goes. */
const nonceMark = '__CSP_NONCE__';

/** Whether a portal has been built into a folder. */
export const hasPortal = (folder: string): boolean => existsSync(join(folder, 'index.html'));

/**
 * The policy of the portal's page: nothing from elsewhere, no inline script, framed by nobody. Styles are files, but for the two that React Aria
 * writes into the page (touch behaviour, no scrolling behind a dialog) under the page's nonce.
 */
function contentSecurityPolicy(nonce: string, { authority }: PortalSignIn): string {
  const issuer = authority ? ` ${new URL(authority).origin}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${issuer}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The portal at `/`: its built files, compressed as the build left them, and its page for every address that is a screen. Hashed files may be kept for
 * ever; the page is asked for each time and carries a nonce of its own. The folder is read once, so that no path of a request ever reaches the disk.
 */
export function portal({ folder, signIn }: PortalOptions): Router {
  const files = builtFiles(folder);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const router = Router({ strict: true });
  router.get('/portal-config.json', (_req, res) => {
    res.setHeader('cache-control', 'no-store');
    res.json({ ...signIn, demo: !signIn.authority });
  });
  const show: RequestHandler = (_req, res) => {
    const nonce = randomBytes(18).toString('base64');
    res.setHeader('content-security-policy', contentSecurityPolicy(nonce, signIn));
    res.setHeader('cache-control', 'no-cache');
    res.setHeader('content-type', types['.html'] as string);
    res.send(page.replaceAll(nonceMark, nonce));
  };
  router.get('/', show);
  router.use((req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next();
    const file = files.get(req.path);
    if (file) return sendBuilt(req, res, file);
    const screen = !notScreens.test(req.path) && (req.headers.accept ?? '').includes('text/html');
    if (screen) return show(req, res, next);
    next();
  });
  return router;
}

/** Every file of the folder but the page itself, the manifest and the compressed forms, by its address. */
function builtFiles(folder: string): ReadonlyMap<string, BuiltFile> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'));
  const all = new Set(paths);
  const served = paths.filter((path) => types[extname(path)] && path !== 'index.html' && !path.startsWith('.vite/'));
  return new Map(
    served.map((path) => [
      `/${path}`,
      {
        path: join(folder, path),
        type: types[extname(path)] as string,
        compressed: (['br', 'gz'] as const).filter((form) => all.has(`${path}.${form}`)),
      },
    ]),
  );
}

function sendBuilt(req: Request, res: Response, { path, type, compressed }: BuiltFile): void {
  const taken = req.acceptsEncodings(...compressed.map((form) => (form === 'gz' ? 'gzip' : form)), 'identity');
  const form = taken === 'br' ? 'br' : taken === 'gzip' ? 'gz' : null;
  res.setHeader('content-type', type);
  res.setHeader('vary', 'accept-encoding');
  res.setHeader('cache-control', req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (form) res.setHeader('content-encoding', form === 'gz' ? 'gzip' : form);
  res.sendFile(form ? `${path}.${form}` : path, { dotfiles: 'allow', cacheControl: false });
}
