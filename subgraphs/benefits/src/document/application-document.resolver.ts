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
import { Application } from '../application/application.entity.js';
import { applicationDocuments } from './application-document.owner.js';

/** The documents of an application. */
@Resolver(() => Application)
export class ApplicationDocumentResolver {
  @FieldResolver(() => [Document], { description: 'Documents attached to it, the oldest first.' })
  @Allow('application.document.read')
  documents(@Ctx() context: Context, @Root() record: Application): Promise<Document[]> {
    return context.load(documentsOf, record.id);
  }

  @Mutation(() => AttachDocumentPayload, {
    description:
      'Declares a document of an application, and gives the address to which its bytes are to be put, for a few minutes and for you alone. INVALID for a name, a size or a type that is not taken; NOT_FOUND; WRONG_STATE where it takes no more; DUPLICATE, with the one that exists, for the same bytes.',
  })
  @Allow('application.document.attach')
  attachToApplication(
    @Ctx() context: Context,
    @Arg('applicationId', () => ID, { description: 'To which application.' }) applicationId: string,
    @Arg('input', () => AttachDocumentInput, { description: 'The document.' }) input: AttachDocumentInput,
  ): Promise<AttachDocumentPayload> {
    return attachDocument(context, applicationDocuments, applicationId, input);
  }

  @Mutation(() => DocumentPayload, {
    description:
      'Discards a document of an application with a reason: its bytes are removed, that it was there stays on record. NOT_FOUND; WRONG_STATE where something decided or closed rests on it.',
  })
  @Allow('application.document.discard')
  discardApplicationDocument(
    @Ctx() context: Context,
    @Arg('input', () => DiscardDocumentInput, { description: 'Which one, and why.' }) input: DiscardDocumentInput,
  ): Promise<Payload<'document', Document>> {
    return discardDocument(context, applicationDocuments, input);
  }
}
