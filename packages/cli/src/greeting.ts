import type { DevIssuer } from '@atbalsts/auth';
import { audiences } from '@atbalsts/gateway';

const examples = [
  ['staff', 'STAFF', 'social-worker', '{ viewer { employee { name } } persons(first: 3) { nodes { reference givenName familyName } } }'],
  [
    'regional',
    'REGIONAL',
    'region-analyst',
    '{ municipalities(region: "latgale") { label staffing(on: "2022-12-31") { fte specialists } } }',
  ],
  ['partner', 'PARTNER', 'ngo-a', '{ referrals(first: 3) { nodes { state serviceType { label } person { reference } } } }'],
] as const;

/** What a start prints: the portal, the three endpoints, the explorer and, with the demo's issuer, one ready curl per audience. */
export function greeting(url: string, devIssuer: DevIssuer | null): string {
  const lines = ['', 'Atbalsts answers.', '', `  ${'portal'.padEnd(9)} ${url}/`];
  for (const [name, audience] of examples) lines.push(`  ${name.padEnd(9)} ${url}${audiences[audience].path}`);
  lines.push(`  ${'explorer'.padEnd(9)} ${url}/explorer`, '');
  if (devIssuer) {
    lines.push('Try it:', '');
    for (const [, audience, persona, query] of examples) {
      const body = JSON.stringify({ query });
      lines.push(
        `  curl -s ${url}${audiences[audience].path} -H "authorization: Bearer $(npm run --silent token -- ${persona})" -H 'content-type: application/json' -d '${body}'`,
        '',
      );
    }
  }
  lines.push('Ctrl-C stops all of it; the data is kept.');
  return lines.join('\n');
}
