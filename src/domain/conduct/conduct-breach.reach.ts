/**
 * To whom a breach of a code of conduct is open: the reviewers who were named for its platform, and nobody else. Who
 * reported it is none of them, whatever they review besides. As SQL, for the row scopes.
 */
import { and, column, sql, type Sql } from '../../base/sql';
import type { Subject } from '../../model/reach';

/** Platforms have a few reviewers: their associations are looked up once in a statement. */
export const isReviewer = (alias: string, { accountId, organisationId }: Subject): Sql =>
  and([
    sql`${column(alias, 'created_by_id')} IS DISTINCT FROM ${accountId}`,
    sql`${column(alias, 'association_id')} = ANY(ARRAY(
      SELECT a.id FROM platform_reviewer r
      JOIN platform p ON p.id = r.platform_id AND p.organisation_id = ${organisationId}
      JOIN member_association a ON a.platform_id = p.id
      WHERE r.member_id = ${accountId} AND r.ended_at IS NULL))`,
  ]);

/** Who reviews these breaches, for the change feed. */
export const reviewersOf = (ids: readonly string[]): Sql => sql`
  SELECT b.id, r.member_id AS account FROM conduct_breach b
  JOIN member_association a ON a.id = b.association_id JOIN platform_reviewer r ON r.platform_id = a.platform_id
  WHERE b.id = ANY(${ids}::uuid[]) AND r.ended_at IS NULL AND r.member_id IS DISTINCT FROM b.created_by_id`;
