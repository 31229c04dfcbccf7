/** Who takes part in an activity of another organisation: added, and taken out. What was told wrongly is taken out and added anew. */
import { problem } from '../../base/problem';
import { changing, making, type Changing } from '../../model/action-input';
import type { ThingRecord, Values } from '../../model/record';
import type { Constructor } from '../../model/thing';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { AdvocacyActivity } from '../advocacy/advocacy-activity.entity';
import { Organisation } from '../organisation/organisation.entity';
import { OutreachActivity } from '../outreach/outreach-activity.entity';
import { Training } from '../training/training.entity';
import { ActivityPartner } from './activity-partner.entity';
import { assertAll } from './activity.checks';

type Kept = ThingRecord & { readonly organisationId: string };
type ActivityLink = 'trainingId' | 'outreachActivityId' | 'advocacyActivityId';

/** The kinds of activities that others take part in, by the link to each. */
const activities: readonly (readonly [ActivityLink, Constructor<Kept>])[] = [
  ['trainingId', Training],
  ['outreachActivityId', OutreachActivity],
  ['advocacyActivityId', AdvocacyActivity],
];

action(
  {
    name: 'addActivityPartner',
    of: ActivityPartner,
    duty: 'partnering',
    label: { en: 'add a partner to the activity', pt: 'acrescentar um parceiro à actividade' },
    description:
      'Adds an organisation that takes part in a training, outreach or advocacy activity of another one. The activity stays with the organisation that keeps it, and is counted once.',
    input: making(ActivityPartner, {
      description:
        'What adding a partner takes: one training, one outreach activity or one advocacy activity; who takes part, and as what.',
      relies: ['partnerId', 'parts'],
    }),
  },
  async (work, { id, values }) => {
    assertAll((check) => {
      if (values.parts.length > 0) return;
      check.refuse(['parts'], {
        en: 'Say what the partner does in it: at least one part.',
        pt: 'Indique o que o parceiro faz na actividade: pelo menos uma parte.',
      });
    });
    const [link, target, activityId] = activityOf(values);
    // Held until the end: of two who add the same partner at once, the second finds it there.
    const { organisationId } = await work.load(target, activityId, { path: [link] });
    await assertAnother(work, values.partnerId, organisationId);
    const known = await work.find(ActivityPartner, { [link]: activityId, partnerId: values.partnerId, voidedAt: null });
    if (known.length > 0) throw takesPart();
    return work.insert(ActivityPartner, { ...values, id, organisationId });
  },
);

action(
  {
    name: 'voidActivityPartner',
    of: ActivityPartner,
    duty: 'partnering',
    label: { en: 'take the partner out of the activity', pt: 'retirar o parceiro da actividade' },
    description: 'Takes a partner out of an activity, in which it took no part, or another one than was recorded.',
    input: changing(ActivityPartner, { description: 'What taking a partner out of an activity takes.' }),
  },
  async (work, { id, expectedVersion }: Changing) => {
    const partner = await work.load(ActivityPartner, id, { expectedVersion });
    const [, target, activityId] = activityOf(partner);
    await work.load(target, activityId);
    await work.update(ActivityPartner, partner, { voidedAt: now() });
    return id;
  },
);

/** @throws ProblemError where it is of no activity, or of several at once */
function activityOf(values: Values<ActivityPartner>): [ActivityLink, Constructor<Kept>, string] {
  const named = activities.flatMap(([link, target]): [ActivityLink, Constructor<Kept>, string][] => {
    const id = values[link];
    return id ? [[link, target, id]] : [];
  });
  const [one, ...others] = named;
  if (one && others.length === 0) return one;
  throw problem(
    'INVALID_INPUT',
    'Say what it takes part in: one training, one outreach activity or one advocacy activity.',
    'Indique em que participa: uma formação, uma actividade de proximidade ou uma actividade de advocacia.',
    [one ? others[0]![0] : 'trainingId'],
  );
}

/** @throws ProblemError NOT_FOUND; INVALID_INPUT where it is the organisation that keeps the activity */
async function assertAnother(work: Work, partnerId: string, keeperId: string): Promise<void> {
  const path = ['partnerId'];
  const partner = await work.load(Organisation, partnerId, { right: 'read', path });
  if (partner.id !== keeperId) return;
  throw problem(
    'INVALID_INPUT',
    'This organisation keeps the activity itself. Name one that takes part in it beside that.',
    'É esta organização que regista a actividade. Indique outra que participe nela.',
    path,
  );
}

const takesPart = (): Error =>
  problem(
    'ALREADY_EXISTS',
    'This organisation takes part in the activity already. To tell its part otherwise, take that entry out and add it anew.',
    'Esta organização já participa na actividade. Para indicar de outro modo o que faz, retire esse registo e volte a acrescentá-la.',
    ['partnerId'],
  );
