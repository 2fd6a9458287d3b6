/** What was found at the hack event of the demo city that is over, 47 days ago. Nobody here exists. */
import type { DemoRequest } from './requests-told.ts'

const SCREEN = { lang: 'nl', channel: 'screen', whom: 'none' } as const
const by = 'dennis.oosterhof'
const DENNIS = { kind: 'zwakke-plek', ago: 47, handler: by } as const
const taken = { step: 'taken', ago: 47, by } as const
/** That it is so, with the days from today until it is mended. */
const valid = (until: number, text: string) =>
  ({ step: 'told', ago: 47, by, word: 'valid', until, texts: { '': text } }) as const
const told = (word: 'fixed' | 'retested', ago: number, text: string, until?: number) =>
  ({ step: 'told', ago, by, word, texts: { '': text }, ...(until !== undefined && { until }) }) as const
const answered = (ago: number) =>
  ({ step: 'answered', ago, by, word: 'granted', texts: { '': 'Dank u wel. De zwakke plek is hersteld.' } }) as const

export const HACK_REPORTS: readonly DemoRequest[] = [
  {
    ...DENNIS,
    name: 'hack-afspraken',
    who: { ...SCREEN, name: 'Team Dijkdoorbraak' },
    texts: {
      waar: 'afspraken.sluiswijk.test',
      'wat-gevonden': 'Met de code van een ander is diens afspraak te verzetten.',
      nadoen: 'Maak twee afspraken. Verander in het adres de laatste twee tekens van de code.',
      dank: 'Team Dijkdoorbraak',
    },
    steps: [
      taken,
      valid(-40, 'Het klopt. De leverancier zit hier in de zaal en kijkt er nu naar.'),
      told('fixed', 47, 'Het is hersteld, nog voor de lunch. Wilt u het nog eens proberen?', -47),
      told('retested', 35, 'Wij keken het na: het lukt niet meer.'),
      answered(35),
    ],
    weakness: {
      state: 'retested',
      severity: 'high',
      fixBy: -40,
      judged: 47,
      fixed: 47,
      retested: 35,
      supplier: 'Sluissoft',
      told: 47,
      answered: 47,
    },
    note: {
      title: 'Codes van afspraken',
      text:
        'De code van een afspraak was te raden vanuit een andere code. Codes zijn nu langer en toevallig, en na vijf ' +
        'verkeerde codes wacht men een kwartier.',
      thanked: 'Team Dijkdoorbraak',
      toldBy: 'tarik.aydin',
    },
  },
  {
    ...DENNIS,
    name: 'hack-parkeren',
    who: SCREEN,
    texts: {
      waar: 'parkeren.sluiswijk.test',
      'wat-gevonden': 'De foutmelding toont met welke versie van de software de site werkt.',
      nadoen: 'Vul bij het kenteken een aanhalingsteken in.',
    },
    steps: [
      taken,
      valid(-20, 'Het klopt. De leverancier haalt het uit de foutmelding.'),
      told('fixed', 38, 'De foutmelding zegt nu niets meer over de software.', -38),
      told('retested', 17, 'Nagekeken: het staat er niet meer.'),
      answered(17),
    ],
    weakness: {
      state: 'retested',
      severity: 'low',
      fixBy: -20,
      judged: 47,
      fixed: 38,
      retested: 17,
      supplier: 'ParkeerBeheer Delta',
      told: 47,
      answered: 45,
    },
  },
  {
    ...DENNIS,
    name: 'hack-data',
    who: { ...SCREEN, name: 'Lot' },
    texts: {
      waar: 'data.sluiswijk.test',
      'wat-gevonden': 'Een oude pagina die nergens meer staat, laat bestanden zien die niet openbaar horen te zijn.',
      nadoen: 'Vraag de map op die in de oude handleiding staat.',
      dank: 'Lot, student',
    },
    steps: [
      taken,
      valid(-17, 'Het klopt. Wij halen de oude pagina weg en kijken wie haar opvroeg.'),
      told('fixed', 26, 'De pagina is weg. Wilt u zeggen of het zo goed is?', -26),
    ],
    weakness: { state: 'fixed', severity: 'middle', fixBy: -17, judged: 47, fixed: 26 },
    note: {
      title: 'Een oude pagina met bestanden',
      text: 'Een pagina uit 2016 stond nog aan. Zij is weg, en wij zochten elke andere pagina die niemand meer kende.',
      thanked: 'Lot, student',
      toldBy: 'tarik.aydin',
    },
  },
  {
    ...DENNIS,
    name: 'hack-balie',
    who: { ...SCREEN, lang: 'en' },
    texts: {
      waar: 'afspraken.sluiswijk.test',
      'wat-gevonden': 'An e-mail address can be tested: the form says whether somebody has an appointment.',
      nadoen: 'Ask for a new code for an address that has none, and for one that has.',
    },
    steps: [taken, valid(13, 'It is so. The supplier mends it with the next version, and asked for sixty days.')],
    weakness: {
      state: 'valid',
      severity: 'middle',
      fixBy: 13,
      judged: 47,
      supplier: 'Sluissoft',
      told: 47,
      answered: 44,
    },
  },
]
