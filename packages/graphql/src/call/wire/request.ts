/** A header value that cannot end its line, nor be read in two ways. */
const printable = /^[\t\x20-\x7e]*$/;

/** The beginning of requests to one address: what every call says beside its own headers. */
export function requestPrefix(host: string, path: string, lines: string): string {
  return `POST ${checked(path)} HTTP/1.1\r\nhost: ${checked(host)}\r\nconnection: keep-alive\r\n${lines}`;
}

/** A whole request, to be written at once. */
export function requestText(prefix: string, lines: string, body: string): string {
  return `${prefix}${lines}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/**
 * Headers as they are written. Their names are the program's own, their values may be a client's.
 * @throws TypeError where a value would be more than a value
 */
export function headerLines(headers: Readonly<Record<string, string>>): string {
  let lines = '';
  for (const name in headers) lines += `${name}: ${checked(headers[name] as string)}\r\n`;
  return lines;
}

/** @throws TypeError where a value would be more than a value */
function checked(value: string): string {
  if (!printable.test(value)) throw new TypeError('a header has characters that no header may have');
  return value;
}
