/** Access to services and their use; alerts; complaints. */
import { alerts, complaints, registeredComplaints, wishes } from '../counting/alerts-and-complaints';
import { feedback, needs, psychosocialFollowUps, referrals } from '../counting/services';
import { surveys } from '../counting/standing';
import { indicator } from '../indicator';

const care = { outcome: 'LTO2', measure: 'PER_CENT', version: 1 } as const;
const assessedNeeds = { ...care, of: needs, denominator: 'assessed', source: 'Primero' } as const;

indicator({
  ...assessedNeeds,
  code: 'I09',
  title: { en: 'Needs with access to a service', pt: 'Necessidades com acesso a um serviço' },
  description: {
    en: 'Of service needs identified in the period, less those that do not apply and those that the survivor declined: access to health and legal services is to be seen, to psychosocial care a first session offered in time, to emergency help that the alert was acknowledged, to shelter a place offered. Received elsewhere counts; what cannot be had stays in; a mere referral is none.',
    pt: 'Das necessidades identificadas no período, menos as que não se aplicam e as que a pessoa recusou: o acesso a serviços de saúde e jurídicos é ser atendida, ao apoio psicossocial uma primeira sessão oferecida a tempo, à ajuda de emergência o alerta ser confirmado, ao abrigo um lugar oferecido. O recebido noutro lugar conta; o indisponível permanece; um mero encaminhamento não é acesso.',
  },
  numerator: 'accessed',
});

indicator({
  ...assessedNeeds,
  code: 'I09b',
  title: { en: 'Needs of which a service was used', pt: 'Necessidades em que um serviço foi utilizado' },
  description: {
    en: 'Of the same needs as I09, those for which a service was given, a session attended, advice or representation given, a safe place reached or a night spent.',
    pt: 'Das mesmas necessidades do I09, aquelas em que um serviço foi prestado, uma sessão frequentada, aconselhamento ou representação dados, um lugar seguro alcançado ou uma noite passada.',
  },
  numerator: 'used',
});

indicator({
  ...assessedNeeds,
  code: 'I09c',
  title: { en: 'Needs that were referred', pt: 'Necessidades encaminhadas' },
  description: {
    en: 'Of the same needs as I09, those that stand as referred: neither access nor use by itself.',
    pt: 'Das mesmas necessidades do I09, as que estão encaminhadas: por si só, nem acesso nem utilização.',
  },
  numerator: 'referred',
});

const ofReferrals = { ...care, of: referrals } as const;

indicator({
  ...ofReferrals,
  code: 'I10',
  title: { en: 'Referrals completed', pt: 'Encaminhamentos concluídos' },
  description: {
    en: 'Of referrals requested in the period, those that were completed with the service provided. A period counts 30 days after its end.',
    pt: 'Dos encaminhamentos pedidos no período, os concluídos com o serviço prestado. Um período conta 30 dias após o seu fim.',
  },
  numerator: 'completed',
  denominator: 'all',
  matureAfterDays: 30,
  source: 'Primero',
});

indicator({
  ...care,
  code: 'I10b',
  title: { en: 'Psychosocial follow-ups done on time', pt: 'Seguimentos psicossociais feitos a tempo' },
  description: {
    en: 'Of follow-ups on psychosocial referrals that were due in the period, planned or by rule, those done by the day on which they were due. A period counts once it is over.',
    pt: 'Dos seguimentos de encaminhamentos psicossociais devidos no período, planeados ou por regra, os feitos até ao dia devido. Um período conta depois de acabar.',
  },
  of: psychosocialFollowUps,
  numerator: 'onTime',
  denominator: 'due',
  matureAfterDays: 0,
  source: 'Hands Off',
});

indicator({
  ...ofReferrals,
  code: 'I11',
  title: { en: 'Referrals answered within 48 hours', pt: 'Encaminhamentos respondidos em 48 horas' },
  description: {
    en: 'Of referrals requested in the period from organisations that have accounts, those accepted or rejected within 48 hours. A period counts 2 days after its end.',
    pt: 'Dos encaminhamentos pedidos no período a organizações com contas, os aceites ou recusados em 48 horas. Um período conta 2 dias após o seu fim.',
  },
  numerator: 'answeredIn48h',
  denominator: 'onSystem',
  matureAfterDays: 2,
  source: 'Primero',
});

indicator({
  ...ofReferrals,
  code: 'I11b',
  title: { en: 'Immediate referrals answered within one hour', pt: 'Encaminhamentos imediatos respondidos numa hora' },
  description: {
    en: 'The same of immediate referrals, within one hour.',
    pt: 'O mesmo para os encaminhamentos imediatos, numa hora.',
  },
  numerator: 'answeredIn1h',
  denominator: 'immediate',
  matureAfterDays: 2,
  source: 'Hands Off',
});

indicator({
  ...care,
  code: 'I13',
  title: { en: 'Emergency alerts reached in time', pt: 'Alertas de emergência atendidos a tempo' },
  description: {
    en: 'Of alerts raised in the period that were not false, those with somebody on site by the time that the country sets for the district, from when it was acknowledged. A period counts once it is over.',
    pt: 'Dos alertas lançados no período que não eram falsos, aqueles com alguém no local no tempo que o país define para o distrito, desde a confirmação. Um período conta depois de acabar.',
  },
  of: alerts,
  numerator: 'inTime',
  denominator: 'all',
  matureAfterDays: 0,
  source: 'Hands Off',
});

indicator({
  code: 'I13b',
  version: 1,
  outcome: 'LTO2',
  title: { en: 'Minutes until somebody was on site', pt: 'Minutos até alguém estar no local' },
  description: {
    en: 'Median, from the alert, over the alerts of the period that somebody came to.',
    pt: 'Mediana, desde o alerta, dos alertas do período a que alguém acorreu.',
  },
  of: alerts,
  numerator: 'reached',
  measure: 'MEDIAN_MINUTES',
  source: 'Hands Off',
});

const asked = { ...care, of: feedback, source: 'Hands Off' } as const;

indicator({
  ...asked,
  code: 'I14',
  title: { en: 'Survivors satisfied with a service', pt: 'Pessoas satisfeitas com um serviço' },
  description: {
    en: 'Of answers given in follow-ups by whoever referred, those that are satisfied. What the provider records of itself does not count.',
    pt: 'Das respostas dadas nos seguimentos de quem encaminhou, as satisfeitas. O que o prestador regista de si próprio não conta.',
  },
  numerator: 'satisfied',
  denominator: 'given',
});

indicator({
  ...asked,
  code: 'I14b',
  title: { en: 'Survivors who said how a service was', pt: 'Pessoas que disseram como foi um serviço' },
  description: {
    en: 'Of follow-ups on referrals that were done, those with an answer: how far I14 can be relied on.',
    pt: 'Dos seguimentos de encaminhamentos feitos, aqueles com uma resposta: até que ponto o I14 é fiável.',
  },
  numerator: 'given',
  denominator: 'asked',
});

const justice = { outcome: 'LTO4', measure: 'PER_CENT', version: 1, source: 'Hands Off' } as const;

indicator({
  ...justice,
  code: 'I22',
  title: { en: 'Complaints that were registered', pt: 'Queixas registadas' },
  description: {
    en: 'Of complaints filed in the period, those that the mechanism registered. A refusal stays in; it is no incident unless the survivor wants it to be.',
    pt: 'Das queixas apresentadas no período, as que o mecanismo registou. Uma recusa permanece; não é um incidente, a não ser que a pessoa queira.',
  },
  of: complaints,
  numerator: 'registered',
  denominator: 'filed',
});

indicator({
  ...justice,
  code: 'I22b',
  title: { en: 'Complaints that were refused', pt: 'Queixas recusadas' },
  description: {
    en: 'Of complaints filed in the period, those that were refused and not registered since.',
    pt: 'Das queixas apresentadas no período, as recusadas e não registadas desde então.',
  },
  of: complaints,
  numerator: 'refused',
  denominator: 'filed',
});

indicator({
  ...justice,
  code: 'I22c',
  title: {
    en: 'Survivors who wished to complain, and did',
    pt: 'Pessoas que quiseram apresentar queixa, e apresentaram',
  },
  description: {
    en: 'Of cases in which the survivor said last that they wish to complain, those with a complaint that was filed.',
    pt: 'Dos casos em que a pessoa disse por último que quer apresentar queixa, aqueles com uma queixa apresentada.',
  },
  of: wishes,
  numerator: 'filed',
  denominator: 'wished',
});

indicator({
  ...justice,
  code: 'I23',
  title: { en: 'Complaints that were concluded', pt: 'Queixas concluídas' },
  description: {
    en: 'Of complaints registered in the period, those that are concluded by now. A period counts 6 months after its end.',
    pt: 'Das queixas registadas no período, as que estão hoje concluídas. Um período conta 6 meses após o seu fim.',
  },
  of: registeredComplaints,
  numerator: 'concluded',
  denominator: 'registered',
  matureAfterDays: 183,
});

indicator({
  code: 'I25',
  version: 1,
  outcome: 'LTO4',
  title: {
    en: 'Sex workers who would report to the police',
    pt: 'Trabalhadoras e trabalhadores de sexo que denunciariam à polícia',
  },
  description: {
    en: 'Among all who were asked. From surveys alone.',
    pt: 'Entre todas as pessoas inquiridas. Só de inquéritos.',
  },
  of: surveys,
  numerator: 'value',
  measure: 'AS_SURVEYED',
  source: 'Hands Off',
});
