/** The lifecycle of a complaint, as its table says; every step that it does not have is refused. */
import '../../../src/domain/all';
import { ComplaintStatus } from '../../../src/domain/casework/complaint/complaint.codes';
import { complaintLifecycle, over } from '../../../src/domain/casework/complaint/complaint.lifecycle';

const all = { wished: true, notTakenFurther: true, unconcluded: true };

test('every status of the code list is in it, and all can be reached', () => {
  expect([...complaintLifecycle.states].sort()).toEqual([...ComplaintStatus.codes].sort());
  expect(complaintLifecycle.unreachable).toEqual([]);
  expect(complaintLifecycle.initial).toEqual(['PREPARED']);
});

test('an end is none for ever: an authority decides later, an appeal is brought, a file is found', () => {
  expect(complaintLifecycle.terminal).toEqual([]);
  for (const status of over)
    expect(complaintLifecycle.allowed(status)).toEqual(expect.arrayContaining(['putBackComplaint(stage: IN_COURT)']));
});

const actions = [...new Set(complaintLifecycle.steps.map(({ action }) => action))];
const from: readonly (ComplaintStatus | null)[] = [null, ...ComplaintStatus.codes];

test.each(from.flatMap((status) => actions.map((action) => [status, action] as const)))(
  'from %s, %s is what the table says',
  (status, action) => {
    const steps = complaintLifecycle.steps.filter((step) => step.action === action);
    const found = steps.find((step) => (status === null ? step.from.length === 0 : step.from.includes(status)));
    const take = (): string =>
      complaintLifecycle.step(status, action, { ...all, ofSurvivor: action !== 'dropComplaint' });
    if (!found) expect(take).toThrow();
    else expect(take()).toBe(typeof found.to === 'string' ? found.to : status);
  },
);
