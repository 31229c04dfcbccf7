/** Tables as large as those of Zimbabwe. */
import { countries } from './invented-tables';
import { describeTables } from './tables-cases';

describeTables(countries.ZW, { most: 0.3, years: [1, 2] });
