/** What is taken of the content of an attachment: so much, and not nothing. */
import { measured as measure, type Measured } from '../../../writing/content/pieces';
import { empty, tooLarge } from './content/refused';

export { opened, sealed, type Measured } from '../../../writing/content/pieces';

/** What comes, as long as it is no more than is taken. @throws ProblemError where there is more */
export async function* limited(parts: AsyncIterable<Buffer>, maximum: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const part of parts) {
    size += part.length;
    if (size > maximum) throw tooLarge(maximum);
    yield part;
  }
}

/** Hands on what comes, and measures it. @throws ProblemError where nothing comes */
export async function* measured(parts: AsyncIterable<Buffer>, into: Partial<Measured>): AsyncGenerator<Buffer> {
  yield* measure(parts, into);
  if (into.size === 0) throw empty();
}
