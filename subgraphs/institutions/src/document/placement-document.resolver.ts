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
import { Placement } from '../placement/placement.entity.js';
import { placementDocuments } from './placement-document.owner.js';

/** The documents of a placement. */
@Resolver(() => Placement)
export class PlacementDocumentResolver {
  @FieldResolver(() => [Document], { description: 'Documents attached to it, the oldest first.' })
  @Allow('placement.document.read')
  documents(@Ctx() context: Context, @Root() record: Placement): Promise<Document[]> {
    return context.load(documentsOf, record.id);
  }

  @Mutation(() => AttachDocumentPayload, {
    description:
      'Declares a document of a placement, and gives the address to which its bytes are to be put, for a few minutes and for you alone. INVALID for a name, a size or a type that is not taken; NOT_FOUND; WRONG_STATE where it takes no more; DUPLICATE, with the one that exists, for the same bytes.',
  })
  @Allow('placement.document.attach')
  attachToPlacement(
    @Ctx() context: Context,
    @Arg('placementId', () => ID, { description: 'To which placement.' }) placementId: string,
    @Arg('input', () => AttachDocumentInput, { description: 'The document.' }) input: AttachDocumentInput,
  ): Promise<AttachDocumentPayload> {
    return attachDocument(context, placementDocuments, placementId, input);
  }

  @Mutation(() => DocumentPayload, {
    description:
      'Discards a document of a placement with a reason: its bytes are removed, that it was there stays on record. NOT_FOUND; WRONG_STATE where something decided or closed rests on it.',
  })
  @Allow('placement.document.discard')
  discardPlacementDocument(
    @Ctx() context: Context,
    @Arg('input', () => DiscardDocumentInput, { description: 'Which one, and why.' }) input: DiscardDocumentInput,
  ): Promise<Payload<'document', Document>> {
    return discardDocument(context, placementDocuments, input);
  }
}
