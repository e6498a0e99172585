/** Thrown for what is no answer of HTTP/1.1: nothing that comes after it on the connection could be trusted to be where it seems. */
export class MalformedResponse extends Error {
  constructor(what: string) {
    super(`the answer is no HTTP/1.1: ${what}`);
    this.name = 'MalformedResponse';
  }
}
