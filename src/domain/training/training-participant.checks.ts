/** Who may be named at all. */
import { problem } from '../../base/problem';
import { enumerated } from '../../model/codelist';
import { InputCheck } from '../../writing/input';
import { notTomorrow } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { countryOf } from '../country/country.own';
import { TrainingAudience } from './training.codes';
import type { Training } from './training.entity';
import type { TrainingParticipant } from './training-participant.entity';

/** Whose work is public. Everybody else is counted: an attendance list could tell who is a sex worker. */
const named: readonly TrainingAudience[] = ['POLICE', 'MEDIA', 'RELIGIOUS_LEADER', 'PLATFORM_LEADER'];

/** @throws ProblemError IDENTITY_VAULT_OFF, INVALID_INPUT with everything that does not fit */
export async function assertNamed(
  work: Work,
  training: Pick<Training, 'audience'>,
  told: Values<TrainingParticipant>,
): Promise<void> {
  if (!(await countryOf(work)).identityVault) throw vaultOff();
  const check = new InputCheck();
  notTomorrow(check, told.consentGivenOn, work.day(), ['consentGivenOn']);
  if (training.audience === 'SEX_WORKER') check.refuse(['trainingId'], countedAlone);
  else if (told.audience && !named.includes(told.audience)) check.refuse(['audience'], onlyThese());
  if (told.audience !== 'POLICE') {
    if (told.rank) check.refuse(['rank'], ofPoliceAlone);
    if (told.station) check.refuse(['station'], ofPoliceAlone);
  }
  check.done();
}

const countedAlone = {
  en: 'This training is for sex workers: whoever takes part is counted in the report, and nobody is named.',
  pt: 'Esta formação é para trabalhadores de sexo: quem participa é contado no relatório, e ninguém é nomeado.',
};

function onlyThese(): { en: string; pt: string } {
  const who = enumerated(TrainingAudience, named);
  return {
    en: `Only these are named: ${who.en}. Everybody else is counted in the report of the training.`,
    pt: `Só estes são nomeados: ${who.pt}. Todos os outros são contados no relatório da formação.`,
  };
}

const ofPoliceAlone = {
  en: 'Rank and station are kept of the police alone. Leave this out.',
  pt: 'A patente e a esquadra só se guardam em relação à polícia. Retire isto.',
};

const vaultOff = () =>
  problem(
    'IDENTITY_VAULT_OFF',
    'This country keeps no names: whoever takes part is counted in the report of the training.',
    'Este país não guarda nomes: quem participa é contado no relatório da formação.',
    ['name'],
  );
