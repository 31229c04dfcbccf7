/** Documents that were let through before are answered past Apollo: everything on the wire is the same for them. */
import './again';
import './wire.test';
import './statuses.test';
import './encodings.test';
import './denied.test';
