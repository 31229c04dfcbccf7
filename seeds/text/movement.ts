/** Demonstration texts of the movement by country: all invented, Mozambique's in Portuguese. */

export interface MovementText {
  /** Of the country, and of two communities; the last is young, and has no associations yet. */
  readonly platforms: readonly [PlatformText, PlatformText, PlatformText];
  readonly associations: readonly string[];
  readonly tools: readonly string[];
  /** What an assessment found. */
  readonly findings: readonly string[];
  readonly suspended: string;
  readonly left: string;
}

interface PlatformText {
  readonly name: string;
  readonly description: string | null;
}

const english = {
  tools: ['Organisational capacity tool, version 2', 'Movement self-assessment, 2024'],
  findings: [
    'Minutes are kept and elections were held; there is no reserve yet.',
    'Strong outreach; accounts are done by one person alone.',
    'The board meets every month. A safety plan for the office is missing.',
  ],
  suspended: 'No general meeting was held for two years.',
  left: 'It now works by itself.',
};

export const movementTexts: Readonly<Record<string, MovementText>> = {
  ZA: {
    ...english,
    platforms: [
      {
        name: 'National Forum for Sex Workers’ Rights',
        description: 'Associations from all provinces, led by members.',
      },
      { name: 'Coast Network of Peers', description: null },
      { name: 'Night Shift Peers', description: null },
    ],
    associations: [
      ...['Khanya Collective', 'Red Thread Association', 'Ikhwezi Peers', 'Harbour Circle', 'Amandla Street Forum'],
      ...['Blue Crane Group', 'Thusanang Association', 'Night Sky Collective', 'Vuka Together', 'Open Door Peers'],
    ],
  },
  BW: {
    ...english,
    platforms: [
      { name: 'Kopano Platform for Sex Workers’ Rights', description: 'Associations of the country, led by members.' },
      { name: 'Northern Peers’ Network', description: null },
      { name: 'Peers of the Trans-Kalahari Road', description: null },
    ],
    associations: [
      ...['Tshepo Association', 'Letsatsi Peers', 'Mosadi Circle', 'Pula Collective', 'Lesedi Group'],
      ...['Botho Together', 'Baobab Peers', 'Naledi Association', 'River Collective', 'Open Hands'],
    ],
  },
  MZ: {
    platforms: [
      {
        name: 'Plataforma Nacional pelos Direitos de Quem Faz Trabalho de Sexo',
        description: 'Associações de todas as províncias, dirigidas pelos seus membros.',
      },
      { name: 'Rede de Pares do Corredor', description: null },
      { name: 'Rede de Pares da Costa', description: null },
    ],
    associations: [
      ...['Associação Kutwana', 'Colectivo Lua Nova', 'Associação Mão Aberta', 'Pares do Porto', 'Associação Xitende'],
      ...['Círculo da Manhã', 'Associação Ntsai', 'Colectivo Estrela', 'Pares em Marcha', 'Associação Ponte'],
    ],
    tools: ['Instrumento de capacidade organizacional, versão 2', 'Auto-avaliação do movimento, 2024'],
    findings: [
      'Há actas e houve eleições; ainda não há fundo de reserva.',
      'Bom trabalho na comunidade; as contas são feitas por uma só pessoa.',
      'A direcção reúne-se todos os meses. Falta um plano de segurança para o escritório.',
    ],
    suspended: 'Não houve assembleia geral durante dois anos.',
    left: 'Agora trabalha por si.',
  },
  ZW: {
    ...english,
    platforms: [
      { name: 'Ruoko Platform for Sex Workers’ Rights', description: 'Associations of the country, led by members.' },
      { name: 'Border Towns Peers’ Network', description: null },
      { name: 'Peers of the Mining Towns', description: null },
    ],
    associations: [
      ...['Chiedza Association', 'Tariro Peers', 'Simukai Collective', 'Rainbow Bridge Group', 'Ubuntu Circle'],
      ...['Granite Peers', 'Kubatana Association', 'Mvura Collective', 'New Morning', 'Open Road Peers'],
    ],
  },
};
