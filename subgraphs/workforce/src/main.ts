import { runStandalone } from '@atbalsts/graphql';
import { workforce } from './index.js';

await runStandalone(workforce);
