import { Allow } from '@atbalsts/auth';
import {
  AttachDocumentInput,
  AttachDocumentPayload,
  attachDocument,
  DiscardDocumentInput,
  Document,
  DocumentPayload,
  discardDocument,
  documentsOf,
} from '@atbalsts/documents';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { SocialCase } from '../social-case/social-case.entity.js';
import { caseDocuments } from './case-document.owner.js';

/** The documents of a social case. */
@Resolver(() => SocialCase)
export class CaseDocumentResolver {
  @FieldResolver(() => [Document], { description: 'Documents attached to it, the oldest first.' })
  @Allow('case.document.read')
  documents(@Ctx() context: Context, @Root() record: SocialCase): Promise<Document[]> {
    return context.load(documentsOf, record.id);
  }

  @Mutation(() => AttachDocumentPayload, {
    description:
      'Declares a document of a social case, and gives the address to which its bytes are to be put, for a few minutes and for you alone. INVALID for a name, a size or a type that is not taken; NOT_FOUND; WRONG_STATE where it takes no more; DUPLICATE, with the one that exists, for the same bytes.',
  })
  @Allow('case.document.attach')
  attachToCase(
    @Ctx() context: Context,
    @Arg('caseId', () => ID, { description: 'To which case.' }) caseId: string,
    @Arg('input', () => AttachDocumentInput, { description: 'The document.' }) input: AttachDocumentInput,
  ): Promise<AttachDocumentPayload> {
    return attachDocument(context, caseDocuments, caseId, input);
  }

  @Mutation(() => DocumentPayload, {
    description:
      'Discards a document of a social case with a reason: its bytes are removed, that it was there stays on record. NOT_FOUND; WRONG_STATE where something decided or closed rests on it.',
  })
  @Allow('case.document.discard')
  discardCaseDocument(
    @Ctx() context: Context,
    @Arg('input', () => DiscardDocumentInput, { description: 'Which one, and why.' }) input: DiscardDocumentInput,
  ): Promise<Payload<'document', Document>> {
    return discardDocument(context, caseDocuments, input);
  }
}
