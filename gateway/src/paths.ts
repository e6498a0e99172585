import { fileURLToPath } from 'node:url';

/** The checked-in supergraphs, one per audience: composed, never edited. The same folder seen from src/ and from dist/. */
export const supergraphFolder = fileURLToPath(new URL('../supergraph/', import.meta.url));

/** The explorer's own page, script and style. */
export const explorerFolder = fileURLToPath(new URL('../explorer/', import.meta.url));

/** The built portal; it is not there before the portal has been built. */
export const portalFolder = fileURLToPath(new URL('../../portal/dist/', import.meta.url));

/** The documents that partners may run where only trusted ones do. */
export const partnerDocumentsFolder = fileURLToPath(new URL('../documents/partner/', import.meta.url));

/** The hand-written allow-lists of the contracts. */
export const contractsFolder = fileURLToPath(new URL('../contracts/', import.meta.url));

/** The graphs as they were last released, one per audience. */
export const releasedFolder = fileURLToPath(new URL('../contracts/released/', import.meta.url));
