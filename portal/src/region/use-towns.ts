import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { PublishedOfTownQuery } from '../gql/region/graphql.js';
import { graphql } from '../gql/region/index.js';
import { type Fault, faultsOf } from '../graph/faults.js';
import { useSession } from '../sign-in/session.js';

const townsQuery = graphql(`
  query RegionTowns($region: ID!) {
    region(code: $region) {
      code
      lv: label
      en: label(language: EN)
      municipalities {
        code
        lv: label
        en: label(language: EN)
      }
    }
    municipalities {
      code
      lv: label
      en: label(language: EN)
    }
  }
`);

const publishedQuery = graphql(`
  query PublishedOfTown($municipality: ID!) {
    publishedReports(municipality: $municipality) {
      municipalityCode
      year
      publishedOn
    }
  }
`);

/** The region of the token, its municipalities of today, and all of Latvia's. */
export function useTowns() {
  const { place } = useSession();
  const { data, error, refetch } = useQuery(townsQuery, { variables: { region: place ?? '' } });
  return {
    region: data?.region ?? null,
    towns: data?.region?.municipalities ?? null,
    latvia: data?.municipalities ?? null,
    error,
    refetch,
  };
}

/** A municipality as {@link useTowns} gives it. */
export type Town = NonNullable<ReturnType<typeof useTowns>['towns']>[number];

/** A publication of a town. */
export type Publication = NonNullable<PublishedOfTownQuery['publishedReports']>[number];

/** What each of some towns has published, by code, the newest first; null while it is asked. */
export function usePublished(codes: readonly string[] | null): {
  published: ReadonlyMap<string, readonly Publication[]> | null;
  faults: readonly Fault[];
} {
  const client = useApolloClient();
  const [state, setState] = useState<ReturnType<typeof usePublished>>({ published: null, faults: [] });
  const asked = codes?.join(' ');
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    const all = asked.split(' ').map(async (code) => {
      const { data, error } = await client.query({ query: publishedQuery, variables: { municipality: code } });
      return { code, publications: data?.publishedReports ?? [], faults: faultsOf(error) };
    });
    void Promise.all(all).then(
      (answers) => {
        if (gone) return;
        setState({
          published: new Map(answers.map(({ code, publications }) => [code, publications])),
          faults: answers.flatMap(({ faults }) => faults),
        });
      },
      (error: unknown) => !gone && setState({ published: null, faults: faultsOf(error) }),
    );
    return () => {
      gone = true;
    };
  }, [client, asked]);
  return state;
}

/** Every year that any of the towns published, the newest first. */
export const yearsOf = (published: ReadonlyMap<string, readonly Publication[]>): readonly number[] =>
  [...new Set([...published.values()].flat().map(({ year }) => year))].sort((a, b) => b - a);
