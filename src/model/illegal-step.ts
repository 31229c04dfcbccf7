/** What is said to who takes a step that their record does not allow: where it stands, and what is possible there instead. */
import { locales, type Text } from '../base/locale';
import { ProblemError, type May, type ProblemShape } from '../base/problem';

/** A step as it is told. */
export interface ToldStep {
  readonly action: string;
  readonly label: Text;
  /** It leads to another state. */
  readonly isLeading: boolean;
}

interface ToldState {
  readonly code: string;
  readonly label: Text;
}

/**
 * @param possible steps that nothing is against, whoever's role they are
 * @param barred steps that are open to anybody but who asks: who did one thing does not do the other as well
 */
export function illegalStep(
  from: ToldState | undefined,
  action: Text,
  possible: readonly ToldStep[],
  barred: readonly ToldStep[],
): ProblemError {
  const suited = (may: May): Pick<ProblemShape, 'text' | 'more' | 'words'> => {
    const own = possible.filter(({ action: one }) => may(one.replace(/\(.*/, '')));
    return {
      text: refusalOf(from, action, insteadOf(own, possible, barred)),
      more: { from: from?.code ?? '', allowed: own.map((one) => one.action) },
      words: { fromLabel: from?.label ?? { en: '', pt: '' }, allowedLabel: own.map(({ label }) => label) },
    };
  };
  return new ProblemError([{ type: 'IllegalStep', code: 'ILLEGAL_STEP', ...suited(() => true), suited }]);
}

/** Names the steps that lead on; those that leave the record where it stands only where there are no others. */
function named(steps: readonly ToldStep[]): Text | undefined {
  const leading = steps.filter(({ isLeading }) => isLeading);
  const shown = leading.length > 0 ? leading : steps;
  const [en = '', pt = ''] = locales.map((locale) => shown.map(({ label }) => label[locale]).join('; '));
  return en ? { en, pt } : undefined;
}

/** What can be done instead: by who asked, else by others, whose role may; and by anybody else; else nothing leads on. */
function insteadOf(own: readonly ToldStep[], possible: readonly ToldStep[], barred: readonly ToldStep[]): Text {
  const [mine, others, elses] = [named(own), named(possible), named(barred)];
  const told = mine
    ? [{ en: `What you can do now: ${mine.en}.`, pt: `O que pode fazer agora: ${mine.pt}.` }]
    : others || elses
      ? [{ en: 'There is no step that you can take here.', pt: 'Não há aqui nenhum passo que possa dar.' }]
      : [{ en: 'No step leads on from here.', pt: 'Daqui não se segue nenhum passo.' }];
  if (!mine && others) {
    told.push({
      en: `What colleagues can do whose role allows it: ${others.en}.`,
      pt: `O que podem fazer colegas cuja função o permite: ${others.pt}.`,
    });
  }
  if (elses) told.push({ en: `Somebody else may: ${elses.en}.`, pt: `Outra pessoa pode: ${elses.pt}.` });
  return { en: told.map(({ en }) => en).join(' '), pt: told.map(({ pt }) => pt).join(' ') };
}

const refusalOf = (from: ToldState | undefined, action: Text, instead: Text): Text => ({
  en: `It is not possible to ${action.en}${from ? ` while the status is “${from.label.en}”` : ''}. ${instead.en}`,
  pt: `Não é possível ${action.pt}${from ? ` enquanto o estado for «${from.label.pt}»` : ''}. ${instead.pt}`,
});
