/** What the page itself says, in both languages. */
import type { Locale, Text } from '../base/locale';

export const words = {
  title: { en: 'Indicators', pt: 'Indicadores' },
  skip: { en: 'Skip to the charts', pt: 'Saltar para os gráficos' },
  signIn: { en: 'Sign in', pt: 'Iniciar sessão' },
  signOut: { en: 'Sign out', pt: 'Terminar sessão' },
  email: { en: 'E-mail address', pt: 'Endereço de e-mail' },
  password: { en: 'Password', pt: 'Palavra-passe' },
  oneTimeCode: {
    en: 'Code of the authenticator app, or a recovery code',
    pt: 'Código da aplicação de autenticação, ou um código de recuperação',
  },
  newPassword: { en: 'New password (12 characters or more)', pt: 'Nova palavra-passe (12 caracteres ou mais)' },
  signingIn: { en: 'Signing in …', pt: 'A iniciar sessão …' },
  kept: {
    en: 'Nothing of it is kept in this browser: the session ends when this tab is closed or loaded anew, or after 15 minutes without use.',
    pt: 'Nada fica guardado neste navegador: a sessão termina quando este separador é fechado ou recarregado, ou após 15 minutos sem uso.',
  },
  ended: {
    en: 'The session has ended. Sign in again: what you were looking at comes back.',
    pt: 'A sessão terminou. Inicie sessão de novo: volta ao que estava a ver.',
  },
  idle: { en: 'Are you still there?', pt: 'Ainda está aí?' },
  idleSoon: {
    en: 'In one minute you are signed out, since nothing was done here for 14 minutes.',
    pt: 'Dentro de um minuto a sessão termina, porque nada se fez aqui durante 14 minutos.',
  },
  stay: { en: 'Stay signed in', pt: 'Manter a sessão' },
  language: { en: 'Language', pt: 'Língua' },
  print: { en: 'Print', pt: 'Imprimir' },
  choose: { en: 'What is shown', pt: 'O que se mostra' },
  indicator: { en: 'Indicator', pt: 'Indicador' },
  overview: { en: 'Overview', pt: 'Visão geral' },
  impact: { en: 'Impact, and the data themselves', pt: 'Impacto, e os próprios dados' },
  period: { en: 'Period', pt: 'Período' },
  suited: { en: 'As suits each chart', pt: 'O adequado a cada gráfico' },
  financial: { en: 'Financial years', pt: 'Anos fiscais' },
  range: { en: 'From … to …', pt: 'De … a …' },
  kind: { en: 'In', pt: 'Em' },
  from: { en: 'From', pt: 'De' },
  to: { en: 'To', pt: 'A' },
  by: { en: 'Told apart by', pt: 'Por' },
  andBy: { en: 'and by', pt: 'e por' },
  whole: { en: 'nothing: as a whole', pt: 'nada: no conjunto' },
  countries: { en: 'Countries', pt: 'Países' },
  province: { en: 'Province', pt: 'Província' },
  organisation: { en: 'Organisation', pt: 'Organização' },
  all: { en: 'all', pt: 'todas' },
  loading: { en: 'Loading …', pt: 'A carregar …' },
  loaded: { en: 'All is loaded.', pt: 'Tudo carregado.' },
  someFailed: { en: 'Not everything could be loaded.', pt: 'Nem tudo pôde ser carregado.' },
  failed: { en: 'This could not be loaded.', pt: 'Não foi possível carregar.' },
  offline: {
    en: 'The server cannot be reached. Is there a connection?',
    pt: 'Não é possível contactar o servidor. Há ligação?',
  },
  retry: { en: 'Try again', pt: 'Tentar de novo' },
  table: { en: 'The numbers as a table', pt: 'Os números em tabela' },
  copy: { en: 'Copy', pt: 'Copiar' },
  copied: { en: 'Copied: paste it into a spreadsheet.', pt: 'Copiado: cole-o numa folha de cálculo.' },
  notCopied: {
    en: 'The browser did not let it be copied. Download it instead.',
    pt: 'O navegador não deixou copiar. Descarregue antes o ficheiro.',
  },
  csv: { en: 'Download CSV', pt: 'Descarregar CSV' },
  svg: { en: 'Download picture', pt: 'Descarregar imagem' },
  tooMany: {
    en: 'These are too many values for a chart. Choose fewer periods, countries or dimensions; the table can be downloaded.',
    pt: 'São demasiados valores para um gráfico. Escolha menos períodos, países ou dimensões; a tabela pode ser descarregada.',
  },
  allHidden: {
    en: 'No number of these is told. Longer periods, or fewer dimensions, may have some.',
    pt: 'Nenhum destes números é indicado. Com períodos mais longos, ou menos dimensões, talvez haja alguns.',
  },
  tooLong: {
    en: 'The table is too long for this page. Download it.',
    pt: 'A tabela é demasiado longa para esta página. Descarregue-a.',
  },
  counts: { en: 'What is counted', pt: 'O que se conta' },
  countsOf: { en: 'Counts', pt: 'Conta' },
  ofWhich: { en: 'of', pt: 'de' },
  day: { en: 'Which day decides', pt: 'O dia que decide' },
  leaves: { en: 'How it leaves a country', pt: 'Como sai de um país' },
  alsoBy: { en: 'Also counted by', pt: 'Também contado por' },
  why: { en: 'Why values are missing', pt: 'Porque faltam valores' },
  away: { en: 'Not asked', pt: 'Sem resposta' },
  printed: { en: 'Printed', pt: 'Impresso' },
  readBy: { en: 'as read by', pt: 'como lido por' },
  howToRead: { en: 'How to read this', pt: 'Como ler' },
  howHidden: {
    en: 'Hatched is hidden: a number so small that somebody could be known by it, or one that would tell such a number. Hidden is not zero, and a total must not be used to find it. A dash is no value; zero is a number.',
    pt: 'O tracejado está oculto: um número tão pequeno que alguém poderia ser identificado, ou que revelaria um tal número. Oculto não é zero, e nenhum total deve servir para o descobrir. Um travessão é sem valor; zero é um número.',
  },
  exact: {
    en: 'Exact numbers of the country or organisation: small numbers can give people away. Do not leave this paper lying, and do not pass it on.',
    pt: 'Números exactos do país ou da organização: números pequenos podem identificar pessoas. Não deixe este papel à vista e não o passe a outros.',
  },
  published: {
    en: 'Published numbers, after disclosure control.',
    pt: 'Números publicados, após controlo de divulgação.',
  },
  licences: { en: 'Licences of what this page is drawn with', pt: 'Licenças do que desenha esta página' },
  note: {
    en: 'Incidents are those that come to be reported, not all that happen.',
    pt: 'Os incidentes são os que chegam a ser comunicados, não todos os que acontecem.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type Words = Readonly<Record<keyof typeof words, string>>;

export const wordsIn = (locale: Locale): Words =>
  Object.fromEntries(Object.entries(words).map(([name, text]) => [name, text[locale]])) as Words;
