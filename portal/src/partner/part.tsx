import { useQuery } from '@apollo/client/react';
import partnerFacts from '../../generated/partner.json' with { type: 'json' };
import { graphql } from '../gql/partner/index.js';
import type { SchemaFacts } from '../graph/cache.js';
import type { AudiencePart } from '../shell/screen.js';
import { Welcome } from '../shell/welcome.js';
import { partnerScreens } from './screens.js';

const placeQuery = graphql(`
  query PartnerPlace {
    viewer {
      organisation {
        id
        name
      }
    }
  }
`);

function Place() {
  const { data } = useQuery(placeQuery);
  return data?.viewer?.organisation?.name;
}

/** What the cache knows of the partners' graph. */
export const facts: SchemaFacts = partnerFacts;

/** The part of partner organisations. */
export const part: AudiencePart = { screens: partnerScreens, Place, Home: () => <Welcome part={{ screens: partnerScreens }} /> };
