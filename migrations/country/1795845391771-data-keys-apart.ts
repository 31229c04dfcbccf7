/** data-keys-apart: data keys stand in a schema of their own, which a dump of the country's does not hold. */
import { SteppedMigration } from '../../src/database/migration-steps';

/** The view has the name that the table had, and acts with the rights of its owner: whoever serves notices nothing. */
export class DataKeysApart1795845391771 extends SteppedMigration {
  readonly name = 'DataKeysApart1795845391771';

  protected readonly steps = [
    `DO $$ BEGIN
       EXECUTE format('ALTER TABLE data_key SET SCHEMA %I', current_schema() || '_keys');
       EXECUTE format('CREATE VIEW data_key AS SELECT id, wrapped, created_at FROM %I.data_key', current_schema() || '_keys');
       EXECUTE format('GRANT SELECT, INSERT ON data_key TO %I', current_schema() || '_app');
     END $$`,
  ];

  protected readonly back = [
    `DROP VIEW data_key`,
    `DO $$ BEGIN
       EXECUTE format('ALTER TABLE %I.data_key SET SCHEMA %I', current_schema() || '_keys', current_schema());
     END $$`,
  ];
}
