import { useQuery } from '@apollo/client/react';
import regionFacts from '../../generated/regional.json' with { type: 'json' };
import { graphql } from '../gql/region/index.js';
import type { SchemaFacts } from '../graph/cache.js';
import { useLanguage } from '../i18n/language.js';
import type { AudiencePart } from '../shell/screen.js';
import { Welcome } from '../shell/welcome.js';
import { regionScreens } from './screens.js';

const placeQuery = graphql(`
  query RegionPlace {
    viewer {
      region {
        code
        lv: label
        en: label(language: EN)
      }
    }
  }
`);

function Place() {
  const { data } = useQuery(placeQuery);
  const { language } = useLanguage();
  return data?.viewer?.region?.[language];
}

/** What the cache knows of the region's graph. */
export const facts: SchemaFacts = regionFacts;

/** The part of the planning region's analysts. */
export const part: AudiencePart = { screens: regionScreens, Place, Home: () => <Welcome part={{ screens: regionScreens }} /> };
