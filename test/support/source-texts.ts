/** The texts for people in the source: whatever is said in both languages, wherever it stands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface SourceText {
  /** File and line. */
  readonly at: string;
  readonly locale: 'en' | 'pt';
  /** The text, with `${…}` in the place of what is filled in. */
  readonly text: string;
  /** What is filled in, as it is written. */
  readonly filled: readonly string[];
  /** The same is said beside it without what was given; or it is what is said so itself. */
  readonly without: 'beside' | 'itself' | null;
}

const root = join(__dirname, '../../src');

/** Functions that take a text in English and then in Portuguese, and the place of the English one. */
const speaking: Readonly<Record<string, number>> = {
  problem: 1,
  badInput: 0,
  say: 0,
  missing: 0,
  refused: 1,
  bodyShape: 1,
  beyondLimit: 3,
};

/** Every text of the source. */
export function sourceTexts(): SourceText[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.sort().flatMap((file) => textsOf(file, readFileSync(join(root, file), 'utf8')));
}

function textsOf(file: string, source: string): SourceText[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: SourceText[] = [];
  const take = (node: ts.Expression | undefined, locale: 'en' | 'pt'): void => {
    if (!node) return;
    const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const without = withoutOf(node);
    for (const { text, filled } of spokenIn(node)) found.push({ at: `${file}:${line}`, locale, text, filled, without });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      const name = node.name.getText();
      if (name === 'en' || name === 'pt') take(node.initializer, name);
    }
    if (ts.isCallExpression(node)) {
      const at = speaking[node.expression.getText()];
      if (at !== undefined) (['en', 'pt'] as const).forEach((locale, next) => take(node.arguments[at + next], locale));
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

/** By the object that the text stands in, or by the last argument of the call. */
function withoutOf(node: ts.Expression): SourceText['without'] {
  const place = ts.isPropertyAssignment(node.parent) ? node.parent.parent : node.parent;
  const above = place.parent;
  const isItself = ts.isPropertyAssignment(above)
    ? above.name.getText() === 'without'
    : ts.isCallExpression(above) && speaking[above.expression.getText()] !== undefined;
  if (isItself && ts.isObjectLiteralExpression(place)) return 'itself';
  const isBeside = ts.isCallExpression(place)
    ? place.arguments.some((one) => ts.isObjectLiteralExpression(one) && /^\{\s*en:/.test(one.getText()))
    : ts.isObjectLiteralExpression(place) && place.properties.some((one) => one.name?.getText() === 'without');
  return isBeside ? 'beside' : null;
}

/** The texts that an expression can be: each branch of a choice, the parts of a sum. */
function spokenIn(node: ts.Expression): Pick<SourceText, 'text' | 'filled'>[] {
  if (ts.isStringLiteralLike(node)) return [{ text: node.text, filled: [] }];
  if (ts.isParenthesizedExpression(node)) return spokenIn(node.expression);
  if (ts.isConditionalExpression(node)) return [...spokenIn(node.whenTrue), ...spokenIn(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...spokenIn(node.left), ...spokenIn(node.right)];
  if (!ts.isTemplateExpression(node)) return [];
  const spans = node.templateSpans.map(({ expression, literal }) => ({ expression, text: literal.text }));
  return [
    {
      text: node.head.text + spans.map(({ text }) => `\${…}${text}`).join(''),
      filled: spans.map(({ expression }) => expression.getText()),
    },
  ];
}
