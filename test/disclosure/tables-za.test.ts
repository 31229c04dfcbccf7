/** Tables as large as those of South Africa. */
import { countries } from './invented-tables';
import { describeTables } from './tables-cases';

describeTables(countries.ZA, { most: 0.2, years: [1] });
