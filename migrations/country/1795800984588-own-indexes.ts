/** own-indexes: generated from the entities. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OwnIndexes1795800984588 implements MigrationInterface {
  readonly name = 'OwnIndexes1795800984588';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX "case_note_created_by_id_list_c8a8edde" ON "case_note" ("created_by_id", "created_at", "id") WHERE ("created_by_id" IS NOT NULL)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "case_note_created_by_id_list_c8a8edde"`);
  }
}
