/** What is said of needs and plans in the demonstration data; all of it invented. */
import type { Locale } from '../../src/base/locale';
import type { PlanKind } from '../../src/domain/casework/plan/planned-action.codes';

interface NeedWords {
  readonly ownWords: readonly string[];
  readonly decisionReasons: readonly string[];
  readonly tasks: Readonly<Record<PlanKind, readonly string[]>>;
}

export const needWords: Readonly<Record<Locale, NeedWords>> = {
  en: {
    ownWords: [
      'She wants to sleep somewhere else for a few nights.',
      'She asks that somebody comes along; alone she does not go there again.',
      'He says that he first needs somebody to talk to.',
      'She wants to know what it costs before she decides.',
      'They want to see the same nurse as last time.',
    ],
    decisionReasons: [
      'She went to the clinic with her sister on the day itself.',
      'The only provider in the district is closed until next month.',
      'She does not want to be seen there.',
      'A colleague had spoken with her at length already.',
      'It turned out that she has the medicine.',
    ],
    tasks: {
      SAFETY: [
        'Keep some money and the papers with a friend she trusts.',
        'Agree on a word by which a neighbour knows that help is needed.',
        'Work in pairs until the man has left the area.',
        'Save the helpline under another name.',
      ],
      ACTION: [
        'Go with her to the appointment.',
        'Ask the provider when there is room again.',
        'Bring the letter, and explain what is in it.',
        'Find out what the bus costs, and ask for the fare.',
      ],
    },
  },
  pt: {
    ownWords: [
      'Quer dormir noutro lado durante algumas noites.',
      'Pede que alguém vá com ela; sozinha não volta lá.',
      'Diz que primeiro precisa de alguém com quem falar.',
      'Quer saber quanto custa antes de decidir.',
      'Quer ser atendida pela mesma enfermeira da última vez.',
    ],
    decisionReasons: [
      'Foi ao centro de saúde com a irmã no próprio dia.',
      'O único prestador do distrito está fechado até ao próximo mês.',
      'Não quer ser vista lá.',
      'Uma colega já tinha falado longamente com ela.',
      'Verificou-se que já tem o medicamento.',
    ],
    tasks: {
      SAFETY: [
        'Guardar algum dinheiro e os documentos em casa de uma amiga de confiança.',
        'Combinar uma palavra pela qual a vizinha sabe que é preciso ajuda.',
        'Trabalhar a duas até o homem sair da zona.',
        'Gravar a linha de apoio com outro nome.',
      ],
      ACTION: [
        'Ir com ela à consulta.',
        'Perguntar ao prestador quando volta a haver vaga.',
        'Levar a carta e explicar o que diz.',
        'Saber quanto custa o transporte e pedir o dinheiro.',
      ],
    },
  },
};
