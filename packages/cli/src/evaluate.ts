import { type DevIssuer, personas, personaToken } from '@atbalsts/auth';
import { withSession } from '@atbalsts/database';
import { demoEvaluation } from '@atbalsts/demo';
import { audiences } from '@atbalsts/gateway';
import type { Subgraph } from '@atbalsts/graphql';
import { askGraph } from './ask-graph.js';
import { CliError } from './errors.js';

const analyst = 'region-analyst';

/**
 * Has the analyst of the demo evaluate the first three years of the region, through the regional graph as anybody would, unless it is done already: the evaluation keeps
 * what is published, so it comes after the report.
 * @param url of the running gateway
 */
export async function evaluateDemo(url: string, strategy: Subgraph, issuer: DevIssuer): Promise<void> {
  const done = await withSession(strategy.database, { audience: 'REGIONAL', region: regionOf(analyst) }, (em) =>
    em.execute('select 1 from region_evaluation where from_year = ?', [demoEvaluation.fromYear]),
  );
  if (done.length) return;
  const question = {
    query: 'mutation($input: EvaluateRegionInput!) { evaluateRegion(input: $input) { problems { message(language: EN) } } }',
    variables: { input: demoEvaluation },
  };
  const answer = await askGraph(url + audiences.REGIONAL.path, await personaToken(issuer, analyst), question);
  const { data, errors } = answer as {
    data: { evaluateRegion: { problems: { message: string }[] } | null } | null;
    errors?: { message: string }[];
  };
  const [wrong] = [...(errors ?? []), ...(data?.evaluateRegion?.problems ?? [])];
  if (wrong) throw new CliError(`The demo's evaluation could not be made: ${wrong.message}`);
}

function regionOf(name: typeof analyst): string {
  const persona = personas[name];
  return persona.audience === 'REGIONAL' ? persona.region : '';
}
