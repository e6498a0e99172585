import { subgraphSdls } from '@atbalsts/cli';
import { composeSupergraphs, type Supergraphs } from '@atbalsts/gateway';
import { oncePerRun } from '@atbalsts/testing';

/** The three graphs as the sources of this moment compose; composed once per Jest run. */
export const supergraphs = async (): Promise<Supergraphs> =>
  JSON.parse(await oncePerRun('supergraphs', () => JSON.stringify(composeSupergraphs(subgraphSdls())))) as Supergraphs;
