/** What a search looks among (`model/search-text.ts`): texts and words of many records together, and of no record. */
import { Entity, PrimaryColumn } from 'typeorm';
import { searchTextTable, searchWordTable } from '../model/search-text';

@Entity({ name: searchTextTable })
export class SearchText {
  /** As it is searched: without case and accents. */
  @PrimaryColumn('text')
  text: string;

  /** What it is in its record: a table and its column. */
  @PrimaryColumn('text')
  field: string;

  /** Whose records have it. */
  @PrimaryColumn('uuid', { name: 'organisation_id' })
  organisationId: string;
}

@Entity({ name: searchWordTable })
export class SearchWord {
  /** As it is searched: without case and accents. */
  @PrimaryColumn('text')
  word: string;

  /** Of which texts it is one: a table and its column. */
  @PrimaryColumn('text')
  field: string;

  /** Whose records have it; nobody's (zeros) where they are of no one organisation. */
  @PrimaryColumn('uuid', { name: 'organisation_id' })
  organisationId: string;
}
