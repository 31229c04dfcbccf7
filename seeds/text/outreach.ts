/** What demonstration data tell of outreach, by language; all invented. */
import type { Locale } from '../../src/base/locale';
import type { ActivityLevel, LongTermOutcome } from '../../src/domain/activity/activity.codes';
import type { OutreachTopic, OutreachType } from '../../src/domain/outreach/outreach.codes';

export interface OutreachText {
  readonly type: OutreachType;
  readonly title: string;
  readonly topics: readonly OutreachTopic[];
  readonly level: ActivityLevel;
  readonly outcome: LongTermOutcome;
  /** What came of it, where anything did. */
  readonly result: string | null;
}

interface OutreachTexts {
  readonly activities: readonly OutreachText[];
  /** Why one was cancelled. */
  readonly cancelled: readonly string[];
}

type Shape = Omit<OutreachText, 'title' | 'result'>;

/** The same in every country, but for the words. */
const shapes: Readonly<Record<string, Shape>> = {
  tableLocal: {
    type: 'ROUNDTABLE',
    topics: ['POLICE', 'VIOLENCE_AND_COMPLAINTS'],
    level: 'COMMUNITY',
    outcome: 'LTO4',
  },
  tableNational: { type: 'ROUNDTABLE', topics: ['RIGHTS', 'LEGAL_AID'], level: 'NATIONAL', outcome: 'LTO3' },
  lectureRights: { type: 'LECTURE', topics: ['RIGHTS'], level: 'COMMUNITY', outcome: 'LTO1' },
  lectureHealth: {
    type: 'LECTURE',
    topics: ['HIV_STI', 'PREP_PEP', 'SEXUAL_REPRODUCTIVE_HEALTH'],
    level: 'COMMUNITY',
    outcome: 'LTO2',
  },
  debateStigma: { type: 'DEBATE', topics: ['STIGMA'], level: 'COMMUNITY', outcome: 'LTO3' },
  debateBylaw: { type: 'DEBATE', topics: ['RIGHTS', 'POLICE'], level: 'NATIONAL', outcome: 'LTO3' },
  visitNewcomers: { type: 'HOME_VISIT', topics: ['SERVICES', 'SAFETY'], level: 'COMMUNITY', outcome: 'LTO2' },
  visitHealth: {
    type: 'HOME_VISIT',
    topics: ['CONDOMS_LUBRICANT', 'HIV_STI'],
    level: 'COMMUNITY',
    outcome: 'LTO2',
  },
  callsSafety: { type: 'TELEPHONE_CALL', topics: ['SAFETY', 'MENTAL_HEALTH'], level: 'COMMUNITY', outcome: 'LTO1' },
  callsServices: { type: 'TELEPHONE_CALL', topics: ['SERVICES'], level: 'COMMUNITY', outcome: 'LTO2' },
  meetingMovement: { type: 'COMMUNITY_MEETING', topics: ['MOVEMENT'], level: 'COMMUNITY', outcome: 'LTO1' },
  meetingSafety: {
    type: 'COMMUNITY_MEETING',
    topics: ['SAFETY', 'VIOLENCE_AND_COMPLAINTS', 'OTHER'],
    level: 'COMMUNITY',
    outcome: 'LTO1',
  },
  helpline: {
    type: 'HELPLINE_SESSION',
    topics: ['VIOLENCE_AND_COMPLAINTS', 'LEGAL_AID'],
    level: 'NATIONAL',
    outcome: 'LTO2',
  },
};

type Words = Readonly<Record<string, readonly [title: string, result: string | null]>>;

const worded = (words: Words): readonly OutreachText[] =>
  Object.entries(shapes).map(([name, shape]) => {
    const [title, result] = words[name] ?? ['', null];
    return { ...shape, title, result };
  });

export const outreachTexts: Readonly<Record<Locale, OutreachTexts>> = {
  en: {
    activities: worded({
      tableLocal: [
        'Roundtable with the station commanders',
        'A contact at each station was named; they meet again in three months.',
      ],
      tableNational: ['Roundtable on access to legal aid', 'Legal aid agreed to a desk on Thursdays.'],
      lectureRights: ['What to do when you are stopped', null],
      lectureHealth: ['PrEP and PEP: who, when and where', 'The clinic sends a nurse every second week.'],
      debateStigma: ['What our neighbours say, and what we answer', null],
      debateBylaw: ['By-laws against loitering: what they do', 'A working group writes a submission.'],
      visitNewcomers: ['Round of visits to newcomers', null],
      visitHealth: ['Round of visits with condoms and lubricant', null],
      callsSafety: ['Calls after the raids of the month', 'Two safe places were found for the coming weekend.'],
      callsServices: ['Calls to people who asked where to go', null],
      meetingMovement: ['Meeting of the street committees', 'A committee of seven was elected.'],
      meetingSafety: ['Safety at the truck stop', 'A list of warning signs is on the wall now.'],
      helpline: ['Helpline at the weekend', null],
    }),
    cancelled: ['The hall was not free.', 'Heavy rain; the road was closed.'],
  },
  pt: {
    activities: worded({
      tableLocal: [
        'Mesa-redonda com os comandantes das esquadras',
        'Cada esquadra indicou um ponto focal; voltam a encontrar-se daqui a três meses.',
      ],
      tableNational: [
        'Mesa-redonda sobre o acesso à assistência jurídica',
        'O IPAJ aceitou atender às quintas-feiras na nossa sede.',
      ],
      lectureRights: ['O que fazer quando nos mandam parar', null],
      lectureHealth: [
        'PrEP e PPE: quem, quando e onde',
        'O centro de saúde manda uma enfermeira de duas em duas semanas.',
      ],
      debateStigma: ['O que dizem os vizinhos, e o que respondemos', null],
      debateBylaw: ['Posturas municipais: que efeito têm na rua', 'Um grupo de trabalho escreve uma petição.'],
      visitNewcomers: ['Ronda de visitas a quem chegou há pouco', null],
      visitHealth: ['Ronda de visitas com preservativos e lubrificante', null],
      callsSafety: ['Chamadas depois das rusgas do mês', 'Encontraram-se dois lugares seguros para o fim-de-semana.'],
      callsServices: ['Chamadas a quem perguntou aonde ir', null],
      meetingMovement: ['Encontro dos comités de bairro', 'Foi eleita uma comissão de sete pessoas.'],
      meetingSafety: ['Segurança na paragem dos camiões', 'Há agora na parede uma lista de sinais de alerta.'],
      helpline: ['Linha de apoio ao fim-de-semana', null],
    }),
    cancelled: ['A sala não estava livre.', 'Chuva forte; a estrada estava cortada.'],
  },
};
