/** What a country's database knows of the keys that its data are sealed with. */
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** One for each key that was ever used: it opens under that key and no other. */
@Entity({ name: 'key_check' })
export class KeyCheck {
  @PrimaryColumn('varchar', { name: 'key_id', length: 255 })
  keyId: string;

  @Column('bytea')
  sealed: Buffer;

  @CreateDateColumn({ type: 'timestamp with time zone', name: 'created_at' })
  createdAt: string;
}

/** Keys of a country that never turn, since what they make is compared: wrapped like a data key. */
@Entity({ name: 'lasting_key' })
export class LastingKey {
  @PrimaryColumn('varchar', { length: 50 })
  purpose: string;

  /** The key, wrapped by a key of the country; the id of that key stands in the bytes. */
  @Column('bytea')
  wrapped: Buffer;

  @CreateDateColumn({ type: 'timestamp with time zone', name: 'created_at' })
  createdAt: string;
}
