import { runStandalone } from '@atbalsts/graphql';
import { strategy } from './index.js';

await runStandalone(strategy);
