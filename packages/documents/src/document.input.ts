import { IsUUID, Matches, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DocumentKind } from './kind.js';

/** A document to be attached: what it is, and which bytes will come. */
@InputType({ description: 'A document to be attached: what it is, and which bytes will come.' })
export class AttachDocumentInput {
  @Field(() => DocumentKind, { description: 'Type of document.' })
  kind!: DocumentKind;

  @Field(() => String, {
    description: 'Name of the file, with an ending that is taken: pdf, jpg, png, tiff, docx, xlsx, odt, ods, edoc, asice, txt, csv.',
  })
  @MinLength(1)
  @MaxLength(200)
  name!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  @Min(1)
  size!: number;

  @Field(() => String, { description: 'SHA-256 of the bytes, in hexadecimal digits.' })
  @Matches(/^[0-9a-fA-F]{64}$/)
  sha256!: string;
}

/** A document to be discarded, and why. */
@InputType({ description: 'A document to be discarded, and why.' })
export class DiscardDocumentInput {
  @Field(() => ID, { description: 'Which document.' })
  @IsUUID()
  documentId!: string;

  @Field(() => String, { description: 'Why: attached to the wrong person, for example.' })
  @MinLength(1)
  @MaxLength(500)
  reason!: string;
}
