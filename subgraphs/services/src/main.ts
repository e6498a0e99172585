import { runStandalone } from '@atbalsts/graphql';
import { services } from './index.js';

await runStandalone(services);
