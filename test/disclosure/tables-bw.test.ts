/** Tables as large as those of Botswana. */
import { countries } from './invented-tables';
import { describeTables } from './tables-cases';

describeTables(countries.BW, { most: 0.5, years: [1, 2, 3] });
