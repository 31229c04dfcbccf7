/** count-indexes: generated from the entities. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountIndexes1795802284687 implements MigrationInterface {
  readonly name = 'CountIndexes1795802284687';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX "case_organisation_id_status_list_60a06c0a" ON "case" ("organisation_id", "status")`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_note_created_by_id_list_c8a8edde" ON "case_note" ("created_by_id", "created_at", "id") WHERE ("created_by_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "training_organisation_id_status_list_96c6d6a7" ON "training" ("organisation_id", "status")`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "case_organisation_id_status_list_60a06c0a"`);
    await queryRunner.query(`DROP INDEX "case_note_created_by_id_list_c8a8edde"`);
    await queryRunner.query(`DROP INDEX "training_organisation_id_status_list_96c6d6a7"`);
  }
}
