/** Ids of a DHIS2 in a mapping, by the scheme that they are said in. */
import { DEFAULT } from './data-value';
import type { IdScheme, Mapped } from './mapping';
import { NOTHING, type Nodes, type Part } from './mapping-nodes';
import { noId } from './mapping-texts';

const UID = /^[A-Za-z][A-Za-z0-9]{10}$/;

/** An id of DHIS2. @param takesDefault whether `default` is one */
export function idIn(nodes: Nodes, at: Part, scheme: IdScheme, takesDefault = false, where: Part = at): string | null {
  const id = nodes.text(at, where);
  if (id === null || (takesDefault && id === DEFAULT)) return id;
  if (scheme !== 'UID' || UID.test(id)) return id;
  nodes.fault(at, noId(id));
  return null;
}

/** The same, or null where it is left out on purpose. */
export function mappedIn(nodes: Nodes, at: Part, where: Part, scheme: IdScheme, takesDefault = false): Mapped {
  const text = nodes.text(at, where);
  return text === null || text === NOTHING ? null : idIn(nodes, at, scheme, takesDefault, where);
}
