import { useQuery } from '@apollo/client/react';
import { lazy } from 'react';
import staffFacts from '../../generated/staff.json' with { type: 'json' };
import { graphql } from '../gql/staff/index.js';
import type { SchemaFacts } from '../graph/cache.js';
import { useLanguage } from '../i18n/language.js';
import type { AudiencePart } from '../shell/screen.js';
import { staffScreens } from './screens.js';

const placeQuery = graphql(`
  query StaffPlace {
    viewer {
      municipality {
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
  return data?.viewer?.municipality?.[language];
}

/** What the cache knows of the staff graph. */
export const facts: SchemaFacts = staffFacts;

/** The part of the municipality's own people. */
export const part: AudiencePart = {
  screens: staffScreens,
  Place,
  Home: lazy(() => import('./home/index.js')),
  Search: lazy(() => import('./search/index.js')),
  searchAction: 'person.search',
};
