import { TenantEntity } from '@atbalsts/database';
import type { ResultsFile } from '@atbalsts/reference';
import { Entity, Property } from '@mikro-orm/decorators/legacy';

/** A document of published results of a town, as it was printed. */
@Entity()
export class PrintedResults extends TenantEntity {
  /** Title of the document. */
  @Property({ type: 'text' })
  document!: string;

  /** The year of the tables whose columns are kinds of count instead of years. */
  @Property({ type: 'integer' })
  documentYear!: number;

  @Property({ type: 'json' })
  tables!: ResultsFile['tables'];

  @Property({ type: 'date' })
  importedOn!: string;

  /** Who brought it in. */
  @Property({ type: 'text' })
  importedBy!: string;
}
