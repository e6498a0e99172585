import { Allow } from '@atbalsts/auth';
import { DateTimeScalar, Problem } from '@atbalsts/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Document } from './document.entity.js';

/** What attaching a document gives back. */
@ObjectType({ description: 'What attaching a document gives back.' })
@Directive('@shareable')
@Allow('document.read')
export class AttachDocumentPayload {
  @Field(() => Document, {
    nullable: true,
    description: 'The document; null when refused, but the one that is there already on DUPLICATE.',
  })
  document!: Document | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where its bytes are to be put (PUT, with the same token): a path below the address of the gateway. Null when refused.',
  })
  uploadUrl!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when they can be put there; null when refused.' })
  uploadUntil!: Date | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}

/** What a change of a document gives back. */
@ObjectType({ description: 'What a change of a document gives back.' })
@Directive('@shareable')
@Allow('document.read')
export class DocumentPayload {
  @Field(() => Document, { nullable: true, description: 'The document; null when refused.' })
  document!: Document | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
