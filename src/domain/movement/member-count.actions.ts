/** Counting the members of an association, day by day. */
import { problem } from '../../base/problem';
import { changing, making } from '../../model/action-input';
import { many, part, type InputOf } from '../../model/input';
import { action } from '../../writing/action';
import { InputCheck } from '../../writing/input';
import { now } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { MemberAssociation } from './member-association.entity';
import { MemberCount, MemberCountGroup } from './member-count.entity';
import { assertPast, byCode, keepAsTold } from './movement.parts';

const memberGroup = part('memberGroup', MemberCountGroup, {
  description: 'How many members are of one gender.',
  relies: ['genderIdentity', 'members'],
});
type Groups = readonly InputOf<typeof memberGroup>[];

action(
  {
    name: 'recordMemberCount',
    of: MemberCount,
    label: { en: 'record how many members there are', pt: 'registar quantos membros há' },
    description: 'Records how many members an association had on a day.',
    input: making(MemberCount, {
      description: 'What recording a count of members takes.',
      relies: ['associationId', 'countedOn', 'total'],
      fields: {
        byGender: many(memberGroup, { nullable: true, description: 'The members by gender, as far as it is known.' }),
      },
    }),
  },
  async (work, { id, values, byGender }) => {
    const { associationId, countedOn, total } = values;
    assertPast(work, { countedOn });
    assertSum(
      total,
      byGender?.map(({ values: { members } }) => members),
    );
    // Held until the end, so that two counts of a day are not recorded at once.
    await work.load(MemberAssociation, associationId, { path: ['associationId'] });
    if ((await work.find(MemberCount, { associationId, countedOn, voidedAt: null })).length > 0) throw countedAlready();
    const countId = await work.insert(MemberCount, { ...values, id });
    await keepGroups(work, countId, byGender ?? []);
    return countId;
  },
);

action(
  {
    name: 'updateMemberCount',
    of: MemberCount,
    label: { en: 'correct the count of members', pt: 'corrigir a contagem de membros' },
    description: 'Corrects a count of members; genders that are left out of a list that is given are taken out.',
    input: changing(MemberCount, {
      description: 'What correcting a count of members takes; what is left out stays as it is.',
      fields: {
        byGender: many(memberGroup, { nullable: true, description: 'The members by gender: all, as they should be.' }),
      },
    }),
  },
  async (work, { id, expectedVersion, values, byGender }) => {
    const count = await work.load(MemberCount, id, { expectedVersion });
    const held = await work.find(MemberCountGroup, { countId: id, voidedAt: null });
    assertSum(
      values.total ?? count.total,
      byGender?.map(({ values: { members } }) => members) ?? held.map(({ members }) => members),
    );
    await work.update(MemberCount, count, values);
    if (byGender) await keepGroups(work, id, byGender);
    return id;
  },
);

action(
  {
    name: 'voidMemberCount',
    of: MemberCount,
    label: { en: 'take the count out, as recorded in error', pt: 'retirar a contagem, registada por engano' },
    description: 'Takes a count of members out of all lists, since it was recorded in error.',
    input: changing(MemberCount, { description: 'What taking a count of members out takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const count = await work.load(MemberCount, id, { expectedVersion });
    await work.update(MemberCount, count, { voidedAt: now() });
    await keepGroups(work, id, []);
    return id;
  },
);

const keepGroups = (work: Work, countId: string, groups: Groups): Promise<void> => {
  const check = new InputCheck();
  const told = groups.map(({ values }) => values);
  const sorted = byCode(
    check,
    told,
    ({ genderIdentity }) => genderIdentity,
    (at) => ['byGender', at, 'genderIdentity'],
  );
  check.done();
  return keepAsTold(work, MemberCountGroup, { countId }, sorted, ({ genderIdentity }) => genderIdentity);
};

/** Whose gender was not asked for is in the total alone. */
function assertSum(total: number, members: readonly number[] = []): void {
  const sum = members.reduce((all, one) => all + one, 0);
  if (sum <= total) return;
  throw problem(
    'INVALID_INPUT',
    'The members by gender are more than all members together. Correct one of the numbers.',
    'Os membros por género são mais do que todos os membros juntos. Corrija um dos números.',
    ['total'],
  );
}

const countedAlready = () =>
  problem(
    'ALREADY_COUNTED',
    'The members of that day are counted already. Correct that count.',
    'Os membros desse dia já estão contados. Corrija essa contagem.',
    ['countedOn'],
  );
