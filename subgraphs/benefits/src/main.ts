import { runStandalone } from '@atbalsts/graphql';
import { benefits } from './index.js';

await runStandalone(benefits);
