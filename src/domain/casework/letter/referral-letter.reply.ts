/** What came of a letter: the torn-off reply, recorded by its number; and with it what came of the referral. */
import { field } from '../../../model/input';
import { finding } from '../../../model/action-input';
import { stepName } from '../../../model/lifecycle';
import { hasCheckLetter, typedNumber } from '../../../base/typed-number';
import { notFound, problem } from '../../../base/problem';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { notTomorrow } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import { letterNumber } from '../case/number-forms';
import { ReferralLetter } from './referral-letter.entity';
import { letterLifecycle } from './referral-letter.lifecycle';
import { nothingGiven, ReferralOutcome } from '../referral/referral.codes';
import { bySender } from '../referral/referral.elsewhere';
import { Referral } from '../referral/referral.entity';
import { accepted, referralLifecycle } from '../referral/referral.lifecycle';
import { recordService } from '../referral/referral.service';
import { advance, caseOf } from '../referral/referral.step';

const OUTCOME = 'outcome';

/** The provider may have an account: a letter is answered on paper all the same. A reply that was noted wrongly is noted again. */
action(
  {
    name: 'recordLetterReply',
    of: ReferralLetter,
    label: { en: 'record the reply to a letter', pt: 'registar a resposta a uma carta' },
    description: 'Records the reply to a letter, by its number; with `outcome` also what came of the referral.',
    duty: 'referring',
    input: finding(ReferralLetter, {
      description: 'What recording the reply to a letter takes.',
      fields: {
        number: field({
          type: 'text',
          description: 'Number of the letter, however it is typed.',
          becomes: 'ReferralLetter.number',
        }),
        outcome: field({
          type: ReferralOutcome,
          nullable: true,
          description: 'What came of the referral, which ends with it. Left out: the referral stays as it is.',
          becomes: 'Referral.outcome',
        }),
      },
    }),
    steps: [
      letterLifecycle.on({ from: ['ISSUED', 'ANSWERED', 'REVOKED'], to: 'ANSWERED' }),
      referralLifecycle.on({
        variant: OUTCOME,
        from: ['REQUESTED', 'EXPIRED', 'RETURNED', ...accepted],
        to: 'COMPLETED',
      }),
    ],
  },
  async (work, { number, values: { seen = null, repliedOn }, outcome }) => {
    const { id, referralId, createdAt } = await byNumber(work, number);
    const on = repliedOn ?? work.day();
    checkReply(work, { seen, on, outcome, issuedOn: work.day(createdAt) });
    const { caseId } = await work.load(Referral, referralId, { right: 'read', path: ['number'] });
    const record = await caseOf(work, caseId, true);
    const letter = await work.load(ReferralLetter, id, { path: ['number'] });
    const status = letterLifecycle.step(letter.status, work.action, {});
    await work.update(ReferralLetter, letter, { seen, repliedOn: on, status });
    if (!outcome) return id;
    const referral = await work.load(Referral, referralId, { path: ['number'] });
    await advance(work, referral, { outcome }, stepName(work.action, OUTCOME));
    await recordService(work, referral, record, {}, { as: bySender });
    return id;
  },
);

/** @throws ProblemError INVALID_INPUT for a slip, NOT_FOUND where there is none or it is out of reach: the same */
async function byNumber(work: Work, typed: string): Promise<ReferralLetter> {
  const path = ['number'];
  const number = typedNumber(typed, letterNumber, work.country);
  if (number === null || !hasCheckLetter(number)) {
    throw problem(
      'INVALID_INPUT',
      'No letter has this number: a letter or digit of it is mistyped. Compare it with the paper.',
      'Nenhuma carta tem este número: uma letra ou algarismo está errado. Compare-o com o papel.',
      path,
    );
  }
  const [found] = await work.find(ReferralLetter, { number });
  if (!found) throw notFound(path);
  return work.load(ReferralLetter, found.id, { right: 'read', path });
}

interface Reply {
  readonly seen: boolean | null;
  readonly on: string;
  readonly outcome: ReferralOutcome | null | undefined;
  readonly issuedOn: string;
}

function checkReply(work: Work, { seen, on, outcome, issuedOn }: Reply): void {
  const check = new InputCheck();
  notTomorrow(check, on, work.day(), ['repliedOn']);
  if (on < issuedOn) {
    check.refuse(['repliedOn'], {
      en: 'The letter was issued later than that.',
      pt: 'A carta foi emitida depois dessa data.',
    });
  }
  if (outcome && seen === false && !nothingGiven.includes(outcome)) {
    check.refuse(['outcome'], {
      en: 'Somebody who was not seen was given no service. Correct one of the two.',
      pt: 'Quem não foi recebido não teve serviço. Corrija um dos dois.',
    });
  }
  check.done();
}
