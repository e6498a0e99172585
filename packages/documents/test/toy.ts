import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { Allow, type Principal } from '@atbalsts/auth';
import { type Context, type DomainModule, type FileAnswer, type Payload } from '@atbalsts/graphql';
import { daugavpils, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import {
  AttachDocumentInput,
  AttachDocumentPayload,
  attachDocument,
  DiscardDocumentInput,
  Document,
  type DocumentOwner,
  DocumentPayload,
  type DocumentSettings,
  discardDocument,
  documentFiles,
  documentsOf,
  OwnerKind,
} from '../src/index.js';

/** Records of the toy domain: all of Daugavpils, one of which takes nothing more. */
export const records = {
  open: '00000000-0000-7000-8000-0000000000a1',
  other: '00000000-0000-7000-8000-0000000000a2',
  closed: '00000000-0000-7000-8000-0000000000a3',
};
export const person = '00000000-0000-7000-8000-0000000000b1';

/** Until when the records are open, for the retention; a test closes them. */
export const owner: DocumentOwner = {
  kind: OwnerKind.APPLICATION,
  byId: async ({ principal }, ids) =>
    ids.map((id) =>
      principal.municipality === daugavpils && Object.values(records).includes(id)
        ? { id, municipality: daugavpils, personId: person, takesMore: id !== records.closed, letsDiscard: id !== records.closed }
        : null,
    ),
  closedOn: `select '${records.closed}'::uuid as owner_id, date '2020-05-31' as closed_on union all select '${records.open}'::uuid, null`,
};

@Resolver()
class ToyResolver {
  @Query(() => [Document], { description: 'Documents of a record.' })
  @Allow('application.document.read')
  documents(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Record.' }) id: string): Promise<Document[]> {
    return context.load(documentsOf, id);
  }

  @Mutation(() => AttachDocumentPayload, { description: 'Attaches.' })
  @Allow('application.document.attach')
  attach(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Record.' }) id: string,
    @Arg('input', () => AttachDocumentInput, { description: 'Document.' }) input: AttachDocumentInput,
  ): Promise<AttachDocumentPayload> {
    return attachDocument(context, owner, id, input);
  }

  @Mutation(() => DocumentPayload, { description: 'Discards.' })
  @Allow('application.document.discard')
  discard(
    @Ctx() context: Context,
    @Arg('input', () => DiscardDocumentInput, { description: 'Document.' }) input: DiscardDocumentInput,
  ): Promise<Payload<'document', Document>> {
    return discardDocument(context, owner, input);
  }
}

const toy: DomainModule = {
  name: 'benefits',
  entities: [Document],
  resolvers: [ToyResolver],
  references: {},
  migrations: new URL('./none/', import.meta.url),
  files: documentFiles(owner),
};

/** A small PDF with a mark of its own, so that no two are the same. */
export const pdf = (size = 400): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.from(randomBytes(size).toString('hex').slice(0, size)), Buffer.from('\n%%EOF\n')]);

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export const settingsOf = (change: Partial<DocumentSettings> = {}): DocumentSettings => ({
  largest: 10 * 1_048_576,
  uploadKey: Buffer.from('a key of the tests, and of nobody else'),
  uploadSeconds: 900,
  scan: null,
  s3: null,
  now: () => new Date('2026-11-22T10:00:00Z'),
  ...change,
});

/** What attaching answers. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
export type Answer = any;

/** The toy domain, asked as its clients ask. */
export class Desk {
  private constructor(readonly town: TestSubgraph) {}

  static async open(): Promise<Desk> {
    return new Desk(await testSubgraph(toy));
  }

  async attach(who: Principal, bytes: Buffer, change: Record<string, unknown> = {}, id = records.open): Promise<Answer> {
    const input = { kind: 'INCOME_STATEMENT', name: 'izziņa.pdf', size: bytes.length, sha256: hashOf(bytes), ...change };
    const answer = await this.town.ask(
      who,
      `mutation($id: ID!, $input: AttachDocumentInput!) { attach(id: $id, input: $input) {
        document { id state kind name size } uploadUrl uploadUntil problems { code field message } } }`,
      { id, input },
    );
    return answer.data?.attach ?? answer.errors?.[0]?.extensions;
  }

  async file(who: Principal, method: string, url: string, bytes?: Buffer | Readable, announced?: number | null): Promise<FileAnswer> {
    await this.town.ask(who, '{ __typename }'); // makes the token known to the verifier of the test
    const [path = '', query = ''] = url.split('?');
    const length = announced === undefined ? (Buffer.isBuffer(bytes) ? bytes.length : null) : announced;
    const body = bytes === undefined ? null : Buffer.isBuffer(bytes) ? Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]) : bytes;
    const answer = await this.town.subgraph.file?.({
      method,
      path,
      query: new URLSearchParams(query),
      token: who.token,
      requestId: 'test-request',
      contentLength: length,
      body,
    });
    return answer as FileAnswer;
  }

  /** Status and code of what is answered. */
  async put(who: Principal, url: string, bytes: Buffer | Readable, announced?: number | null): Promise<string> {
    const answer = await this.file(who, 'PUT', url, bytes, announced);
    return `${answer.status} ${codeOf(answer)}`;
  }

  async open(who: Principal, url: string): Promise<{ status: number; code: string; headers: Record<string, string>; bytes: Buffer }> {
    const { status, headers, body } = await this.file(who, 'GET', url);
    const bytes = Buffer.isBuffer(body) ? body : Buffer.concat(await Readable.from(body).toArray());
    return { status, headers, bytes, code: status === 200 ? 'OK' : JSON.parse(bytes.toString()).errors[0].extensions.code };
  }

  async stored(who: Principal, bytes: Buffer, change: Record<string, unknown> = {}, id = records.open): Promise<Answer> {
    const { document, uploadUrl } = await this.attach(who, bytes, change, id);
    const put = await this.put(who, uploadUrl, bytes);
    if (!put.startsWith('201')) throw new Error(put);
    return { ...document, url: uploadUrl.split('?')[0] };
  }

  row(id: string): Promise<Answer[]> {
    return this.town.sql('select state, stored_in, media_type, discard_reason from document where id = $1', [id]);
  }

  async contents(): Promise<number> {
    const [row] = await this.town.sql<{ n: number }>('select count(*)::int as n from document_content');
    return row?.n ?? 0;
  }

  audit(id: string): Promise<Answer[]> {
    return this.town.sql('select subject, action, person_id, fields from audit_entry where object = $1 order by at', [`document:${id}`]);
  }
}

function codeOf(answer: FileAnswer): string {
  const parsed = JSON.parse((answer.body as Buffer).toString());
  return parsed.errors?.[0]?.extensions?.code ?? parsed.document.state;
}
