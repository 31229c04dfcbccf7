/** The columns that every record has. */
import { Attribute, Hidden } from './declaration';
import type { AttributeOptions } from './thing';

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

/** Of what can be recorded in error: it stays where it is, and stands in no list, count or share. */
export const voided: AttributeOptions = {
  type: 'dateTime',
  nullable: true,
  filter: false,
  description: 'When it was found to be recorded in error, in UTC: from then on it stands in no list, count or share.',
};

/** Base of things with sealed attributes: the data key that seals them (of the survivor, else of the case). */
export abstract class SealedRecord extends ThingRecord {
  @Hidden({ type: 'uuid' })
  dataKeyId: string;
}
