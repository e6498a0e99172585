import { runStandalone } from '@atbalsts/graphql';
import { registry } from './index.js';

await runStandalone(registry);
