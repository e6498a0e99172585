import { runStandalone } from '@atbalsts/graphql';
import { institutions } from './index.js';

await runStandalone(institutions);
