/** The schema as it is served, in print: made once by a worker. */
import { executableSchema, printedSchema } from '../../src/schema/served';

let text: string | undefined;

export const servedText = (): string => (text ??= printedSchema(executableSchema()));
