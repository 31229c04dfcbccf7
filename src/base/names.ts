/**
 * Names that the policy gives: which roles and data classes there are is its to say, while the ground and the
 * declarations below it speak of them. It adds them to this interface, so that a name that it does not know is a type
 * error down here too, and nothing points upwards.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by `src/policy`
export interface PolicyNames {}

type Given<K extends string> = PolicyNames extends Readonly<Record<K, infer Name extends string>> ? Name : string;

export type Role = Given<'role'>;
export type DataClass = Given<'dataClass'>;
