import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

/** Answers smaller than this are sent as they are, in characters: two packets of a network hold them. */
const worthCompressing = 2_048;

const encoders = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};

/**
 * Compresses an answer that is sent whole (`res.send`) for whoever accepts it, outside of the main thread. What a client wrote and what is secret may
 * stand in one answer, which compression can betray by its length (BREACH); but only to who can make another's browser send requests, and a token is in
 * no cookie that a browser would add by itself.
 */
export const compress: RequestHandler = (req, res, next) => {
  const send = res.send.bind(res);
  res.send = (body: unknown) => {
    if (typeof body !== 'string') return send(body);
    res.vary('accept-encoding');
    const encoding = body.length < worthCompressing ? false : req.acceptsEncodings('br', 'gzip');
    if (encoding !== 'br' && encoding !== 'gzip') return send(body);
    encoders[encoding](Buffer.from(body))
      .then(
        (bytes) => {
          res.setHeader('content-encoding', encoding);
          send(bytes);
        },
        () => send(body),
      )
      .catch(next);
    return res;
  };
  next();
};
