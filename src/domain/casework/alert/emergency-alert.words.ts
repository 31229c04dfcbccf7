/** What is told beside the codes of an alert: where help is needed, where to call back. Sealed, and kept for a time alone. */
import { problem } from '../../../base/problem';
import { one, part, type InputOf } from '../../../model/input';
import type { Constructor } from '../../../model/thing';
import type { Values, Work } from '../../../writing/work';
import { AlertNumber, AlertPlace } from './alert-place.entity';
import type { EmergencyAlert } from './emergency-alert.entity';

const alertPlace = part('alertPlace', AlertPlace, {
  description: 'Where help is needed, and what is known. Sealed; every read is logged; erased when its time is over.',
});
const alertNumber = part('alertNumber', AlertNumber, {
  description: 'Where to call back. Sealed; every read is logged; erased when its time is over.',
});

export const words = {
  place: one(alertPlace, { nullable: true, description: 'Where help is needed, and what is known.' }),
  number: one(alertNumber, { nullable: true, description: 'Where to call back.' }),
};

export interface ToldWords {
  readonly place?: InputOf<typeof alertPlace> | null | undefined;
  readonly number?: InputOf<typeof alertNumber> | null | undefined;
}

type Of = Pick<EmergencyAlert, 'id' | 'placeErasedAt' | 'numberErasedAt'>;

/** Keeps what was told, each under a key of its own. @throws ProblemError NOT_FOUND, TIME_OVER */
export async function keepWords(work: Work, alert: Of, { place, number }: ToldWords): Promise<void> {
  await keep(work, AlertPlace, alert, place?.values, alert.placeErasedAt, 'place');
  await keep(work, AlertNumber, alert, number?.values, alert.numberErasedAt, 'number');
}

async function keep<T extends AlertPlace | AlertNumber>(
  work: Work,
  target: Constructor<T>,
  { id: alertId }: Of,
  values: Values<T> | undefined,
  erasedAt: string | null,
  path: string,
): Promise<void> {
  if (!values || Object.values(values).every((value) => value === undefined)) return;
  if (erasedAt !== null) throw timeOver(path);
  const [there] = await work.find<AlertPlace | AlertNumber>(target, { alertId });
  // Whoever may not read it does not write it either.
  if (there) await work.update(target, await work.load(target, there.id, { path: [path] }), values);
  else await work.insert(target, { ...values, alertId, dataKeyId: work.newDataKey() });
}

const timeOver = (path: string) =>
  problem(
    'TIME_OVER',
    'It was erased, since its time was over, and is not kept anew. If she needs help again, raise a new alert.',
    'Foi apagado, porque o seu prazo terminou, e não se guarda de novo. Se ela voltar a precisar de ajuda, lance um novo alerta.',
    [path],
  );
