/** The type of place where an incident took place: the GBVIMS list, and the places of sex work that it lacks. */
import { codeList, type CodeOf } from '../../../model/codelist';

const gbvims = (sourceCode: string) => ({ source: 'GBVIMS', sourceCode });

/** The type of place of an incident; never the place itself. */
export const LocationType = codeList(
  'LocationType',
  { en: 'The type of place where an incident took place.', pt: 'O tipo de lugar em que um incidente aconteceu.' },
  {
    BUSH_FOREST: { en: 'Bush or forest', pt: 'Mato ou floresta', ...gbvims('bush_forest') },
    GARDEN_CULTIVATED_FIELD: {
      en: 'Garden or cultivated field',
      pt: 'Horta ou machamba',
      ...gbvims('garden_cultivated_field'),
    },
    SCHOOL: { en: 'School', pt: 'Escola', ...gbvims('school') },
    ROAD: { en: 'Road', pt: 'Estrada', ...gbvims('road') },
    CLIENT_S_HOME: {
      en: 'Survivor’s home',
      pt: 'Casa da pessoa sobrevivente',
      description: {
        en: 'GBVIMS says “client’s home”: its client is the survivor, not a client of sex work.',
        pt: 'O GBVIMS diz «casa do cliente»: o seu cliente é a pessoa sobrevivente, não um cliente de trabalho de sexo.',
      },
      ...gbvims('client_s_home'),
    },
    PERPETRATOR_S_HOME: { en: 'Perpetrator’s home', pt: 'Casa do agressor', ...gbvims('perpetrator_s_home') },
    MARKET: { en: 'Market', pt: 'Mercado', ...gbvims('market') },
    STREAMSIDE: { en: 'Streamside', pt: 'Margem de rio', ...gbvims('streamside') },
    BEACH: { en: 'Beach', pt: 'Praia', ...gbvims('beach') },
    FARM: { en: 'Farm', pt: 'Quinta ou herdade', ...gbvims('farm') },
    LATRINE: { en: 'Latrine', pt: 'Latrina', ...gbvims('latrine') },
    PERPETRATOR_S_FRIEND_S_HOME: {
      en: 'Home of a friend of the perpetrator',
      pt: 'Casa de um amigo do agressor',
      ...gbvims('perpetrator_s_friend_s_home'),
    },
    ENTERTAINMENT_CENTRE: { en: 'Entertainment centre', pt: 'Centro de diversão', ...gbvims('entertainment_centre') },
    UNFINISHED_HOUSE: { en: 'Unfinished house', pt: 'Casa em construção', ...gbvims('unfinished_house') },
    GUEST_HOUSE_HOTEL: { en: 'Guest house or hotel', pt: 'Pensão ou hotel', ...gbvims('guest_house_hotel') },
    STREET_HOTSPOT: {
      en: 'Street where sex work takes place',
      pt: 'Rua onde se faz trabalho de sexo',
      description: {
        en: 'The type only: hot-spots are never named or mapped.',
        pt: 'Só o tipo: os locais de trabalho de sexo nunca são nomeados nem postos num mapa.',
      },
      source: 'Hands Off',
    },
    BROTHEL: { en: 'Brothel', pt: 'Bordel', source: 'Hands Off' },
    BAR_CLUB_BARRACA: { en: 'Bar, club or shebeen', pt: 'Bar, discoteca ou barraca', source: 'Hands Off' },
    TRUCK_STOP: { en: 'Truck stop or border post', pt: 'Paragem de camiões ou fronteira', source: 'Hands Off' },
    VEHICLE: { en: 'Vehicle', pt: 'Viatura', source: 'Hands Off' },
    POLICE_STATION_OR_CELL: { en: 'Police station or cell', pt: 'Esquadra ou cela da polícia', source: 'Hands Off' },
    HEALTH_FACILITY: { en: 'Health facility', pt: 'Unidade sanitária', source: 'Hands Off' },
    MINE_OR_WORK_CAMP: { en: 'Mine or work camp', pt: 'Mina ou acampamento de trabalho', source: 'Hands Off' },
    ONLINE: { en: 'Online', pt: 'Na Internet', source: 'Hands Off' },
    OTHER: { en: 'Other place', pt: 'Outro lugar', ...gbvims('other') },
  },
);
export type LocationType = CodeOf<typeof LocationType>;
