/** count-indexes: generated from the entities. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountIndexes1795797737608 implements MigrationInterface {
  readonly name = 'CountIndexes1795797737608';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX "case_organisation_id_status_list_60a06c0a" ON "case" ("organisation_id", "status")`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_transfer_from_organisation_id_status_list_b6728c2d" ON "case_transfer" ("from_organisation_id", "status")`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_transfer_to_organisation_id_status_list_4ec41d2d" ON "case_transfer" ("to_organisation_id", "status")`,
    );
    await queryRunner.query(
      `CREATE INDEX "training_organisation_id_status_list_96c6d6a7" ON "training" ("organisation_id", "status")`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "case_organisation_id_status_list_60a06c0a"`);
    await queryRunner.query(`DROP INDEX "case_transfer_from_organisation_id_status_list_b6728c2d"`);
    await queryRunner.query(`DROP INDEX "case_transfer_to_organisation_id_status_list_4ec41d2d"`);
    await queryRunner.query(`DROP INDEX "training_organisation_id_status_list_96c6d6a7"`);
  }
}
