/** The columns that every record has. */
import { Attribute, Hidden } from './declaration';

/** What the unit of work itself writes; a new record may bring its own id. */
type Kept = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'createdById';

/** Values of a record's attributes. */
export type Values<T> = Partial<Omit<T, Kept>>;

/** Base of every thing: who made it is kept, but is not a field of the API. */
export abstract class ThingRecord {
  @Attribute({ type: 'uuid', description: 'Global id of the record, opaque.', sort: false })
  id: string;

  @Attribute({
    type: 'int',
    description: 'Counts up with every change; send it back as `expectedVersion`.',
    filter: false,
  })
  version: number;

  @Attribute({ type: 'dateTime', description: 'When the record was made, in UTC.' })
  createdAt: string;

  @Attribute({ type: 'dateTime', description: 'When the record was last changed, in UTC.', sort: true })
  updatedAt: string;

  @Hidden({ type: 'uuid', nullable: true })
  createdById: string | null;
}

/** Base of things with sealed attributes: the data key that seals them (of the survivor, else of the case). */
export abstract class SealedRecord extends ThingRecord {
  @Hidden({ type: 'uuid' })
  dataKeyId: string;
}
