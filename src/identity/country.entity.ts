/** The registry of countries: one row for every country that the installation has. */
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** An entry is written last, when the country's schema is ready: running instances take the country up then. */
@Entity('country')
@Check('country_code', `"code" ~ '^([A-Z]{2}|REGION)$'`)
export class CountryEntry {
  /** ISO 3166-1 alpha-2, or the region's own; in lower case the name of its schema. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'country_pkey' })
  code: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('text', { name: 'name_pt' })
  namePt: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: string;
}
