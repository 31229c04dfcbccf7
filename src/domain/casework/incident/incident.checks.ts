/** What of an incident can be wrong before anything is written. */
import type { InputCheck, Path } from '../../../writing/input';
import type { Work } from '../../../writing/work';
import { problem } from '../../../base/problem';
import { reportingRefused } from '../consent/consent.ledger';
import { notAhead, notTomorrow } from '../../../writing/moments';
import type { Told, ToldDetail } from './incident.inputs';

const DAY = 86_400_000;

export function checkIncident(check: InputCheck, { values, detail }: Told, today: string, path: Path): void {
  const { violationTypes, reportedAt } = values;
  // Refused already where it is no list.
  if ((violationTypes as readonly unknown[] | undefined)?.length === 0) {
    check.refuse([...path, 'violationTypes'], {
      en: 'At least one violation is needed; choose “Other violation” if none of the list fits.',
      pt: 'É necessária pelo menos uma violação; escolha «Outra violação de direitos» se nenhuma da lista se aplicar.',
    });
  }
  notAhead(check, reportedAt, [...path, 'reportedAt']);
  if (detail) checkDetail(check, detail.values, { today, reportedAt }, [...path, 'detail']);
}

interface Beside {
  readonly today: string;
  readonly reportedAt: string | null | undefined;
}

function checkDetail(check: InputCheck, detail: ToldDetail, { today, reportedAt }: Beside, path: Path): void {
  const { occurredOn, datePrecision } = detail;
  if (occurredOn && datePrecision === 'UNKNOWN') {
    check.refuse([...path, 'datePrecision'], {
      en: 'A day is given, so say how precise it is, or leave the day out.',
      pt: 'Indica-se um dia: diga com que precisão se conhece, ou retire-o.',
    });
  }
  if (!occurredOn && datePrecision && datePrecision !== 'UNKNOWN') {
    check.refuse([...path, 'occurredOn'], {
      en: 'The precision of a day is given, but no day.',
      pt: 'Indica-se a precisão de um dia, mas nenhum dia.',
    });
  }
  const before = check.problems.length;
  notTomorrow(check, occurredOn, today, [...path, 'occurredOn']);
  // A day's grace: the day is the place's, the moment is told by a clock that may be hours wrong.
  const isLater = occurredOn && reportedAt && Date.parse(occurredOn) > Date.parse(reportedAt) + DAY;
  if (isLater && check.problems.length === before) {
    check.refuse([...path, 'occurredOn'], {
      en: 'It happened before it was reported; this day is later.',
      pt: 'Aconteceu antes de ser comunicado; este dia é posterior.',
    });
  }
}

/** An incident counts in reports only if that does not contradict what the survivor decided last. */
export async function assertReportable(
  work: Work,
  survivorId: string | null,
  inputs: readonly Told[],
  pathOf: (at: number) => Path,
): Promise<void> {
  const at = inputs.findIndex(({ values }) => values.consentReporting);
  if (at < 0 || survivorId === null || !(await reportingRefused(work, survivorId))) return;
  throw problem(
    'CONSENT_MISSING',
    'The survivor decided against reporting. Say that the incident does not count in reports, or record the new consent first.',
    'A pessoa sobrevivente decidiu contra os relatórios. Diga que o incidente não conta em relatórios, ou registe primeiro o novo consentimento.',
    [...pathOf(at), 'consentReporting'],
  );
}
