/** A platform as its story is told: what movement, leaders and conduct know of it. */
import type { MemberAssociation } from '../../src/domain/movement/member-association.entity';
import type { Platform } from '../../src/domain/movement/platform.entity';
import type { Row } from './batch';

/** A platform, with who keeps its records. */
export interface ToldPlatform {
  readonly row: Row<Platform>;
  readonly organisationId: string;
  readonly by: string;
  readonly associations: readonly Row<MemberAssociation>[];
}
