/** The data keys of a country, wrapped. Deleting a row makes all that it sealed unreadable here; a backup that has the row still opens it. */
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'data_key' })
export class DataKey {
  @PrimaryColumn('uuid')
  id: string;

  /** The key, wrapped by a key of the country; the id of that key stands in the bytes. */
  @Column('bytea')
  wrapped: Buffer;

  @CreateDateColumn({ type: 'timestamp with time zone', name: 'created_at' })
  createdAt: string;
}
