// Jest's globalTeardown: stops the server of the run and removes its folder.
export default async function globalTeardown() {
  await globalThis.atbalstsTestServer?.stop();
}
