/** What of a new referral can be wrong before its consent is looked at: its own fields, and what they link to. */
import { labels } from '../../../model/codelist';
import { InputCheck, type Path } from '../../../writing/input';
import { problem } from '../../../base/problem';
import { mayUse } from '../../../policy/rights';
import type { Case } from '../case/case.entity';
import { Consent } from '../consent/consent.entity';
import { District } from '../../country/place.entity';
import { Organisation } from '../../organisation/organisation.entity';
import { ServiceCategory } from './referral.codes';
import { checkServiceType } from './service-type.checks';
import type { Referral } from './referral.entity';
import { inOneRound } from '../../../writing/one-round';
import type { Values, Work } from '../../../writing/work';

type New = Values<Referral> & Pick<Referral, 'category'>;

/** @throws ProblemError with every field that does not go with the others */
export function assertConsistent(input: New, record: Case, receiverAt: Path): void {
  const check = new InputCheck();
  const { toOrganisationId = null, remoteProvider = null, serviceType, category } = input;
  if (toOrganisationId === null && remoteProvider === null) {
    check.refuse(['receiver'], {
      en: 'Say who is asked to serve: an organisation, or a provider outside the system.',
      pt: 'Diga a quem se pede o serviço: uma organização, ou um prestador fora do sistema.',
    });
  }
  if (toOrganisationId !== null && remoteProvider !== null) {
    check.refuse(receiverAt, {
      en: 'Name either an organisation or a provider outside the system, not both.',
      pt: 'Indique uma organização ou um prestador fora do sistema, não ambos.',
    });
  }
  if (toOrganisationId === record.organisationId) {
    check.refuse(receiverAt, {
      en: 'The organisation handles the case itself; a referral goes to another.',
      pt: 'A própria organização acompanha o caso; um encaminhamento é para outra.',
    });
  }
  checkServiceType(check, { category, serviceType });
  if (record.survivorId === null) refuseSharing(check, input);
  check.done();
}

/** An anonymous case has nobody to ask, and nothing to share: the survivor carries a letter. */
function refuseSharing(check: InputCheck, { sharedFields, consentId }: Values<Referral>): void {
  const text = {
    en: 'An anonymous case is referred by letter: nothing is shared, and no consent is named. Leave it out.',
    pt: 'Um caso anónimo é encaminhado por carta: nada é partilhado e não se indica consentimento. Retire-o.',
  };
  if (sharedFields?.length) check.refuse(['sharedFields'], text);
  if (consentId) check.refuse(['consentId'], text);
}

/** Holds every link of the input against what the actor may see. @returns the consent, where one is named */
export async function checkLinks(work: Work, input: New, receiverAt: Path): Promise<Consent | null> {
  const { toOrganisationId, districtId, consentId, category } = input;
  const [consent] = await inOneRound([
    consentId ? loadVisible(work, consentId) : null,
    districtId && work.load(District, districtId, { right: 'read', path: ['districtId'] }),
    toOrganisationId && checkReceiver(work, toOrganisationId, category, receiverAt),
  ]);
  return consent;
}

async function checkReceiver(work: Work, id: string, category: ServiceCategory, path: Path): Promise<void> {
  const receiver = await work.load(Organisation, id, { right: 'read', path });
  if (receiver.services.includes(category)) return;
  const { en, pt } = labels(ServiceCategory, category);
  throw problem(
    'SERVICE_NOT_OFFERED',
    `${receiver.name} does not offer “${en}”. Choose an organisation whose services include it.`,
    `${receiver.name} não oferece «${pt}». Escolha uma organização que inclua esse serviço.`,
    path,
    {
      en: 'The receiver does not offer this service. Choose an organisation whose services include it.',
      pt: 'O destinatário não oferece este serviço. Escolha uma organização que o inclua.',
    },
  );
}

/** The consent that is named when a draft is sent. @throws ProblemError where the case is anonymous */
export async function loadConsent(work: Work, consentId: string, survivorId: string | null): Promise<Consent> {
  const check = new InputCheck();
  if (survivorId === null) refuseSharing(check, { consentId });
  check.done();
  return loadVisible(work, consentId);
}

/** Some take consents who may not read the ledger: the entries that they could have written are theirs to name. */
function loadVisible(work: Work, id: string): Promise<Consent> {
  const right = mayUse(work.actor.role, 'CONSENT', 'read') ? 'read' : 'write';
  return work.load(Consent, id, { right, path: ['consentId'] });
}
