/** Tables as large as those of Mozambique. */
import { countries } from './invented-tables';
import { describeTables } from './tables-cases';

describeTables(countries.MZ, { most: 0.4, years: [1, 2, 3] });
