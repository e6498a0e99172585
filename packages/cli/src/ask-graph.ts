import { request } from 'node:http';
import { json } from 'node:stream/consumers';

/** Asks a graph. Not by `fetch`: it refuses ports that it knows from other protocols, such as 4190 or 6000, where the gateway may well listen. */
export const askGraph = (url: string, token: string, question: object): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    request(url, { method: 'POST', headers, agent: false }, (response) => json(response).then(resolve, reject))
      .once('error', reject)
      .end(JSON.stringify(question));
  });
