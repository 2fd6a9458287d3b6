/** What residents of the demo city asked that still waits. Nobody here exists. */
import type { DemoRequest } from './requests-told.ts'

const SCREEN = { lang: 'nl', channel: 'screen', whom: 'self' } as const

export const OPEN: readonly DemoRequest[] = [
  {
    name: 'nieuw',
    kind: 'inzage',
    ago: 2,
    who: { ...SCREEN, name: 'Femke Hartog', phone: '06 0000 0001' },
    texts: { 'om-wat': 'Alles over mijn aanvraag voor een parkeervergunning in 2025.', bezorgen: 'post' },
    steps: [],
  },
  {
    name: 'nieuw-wissen',
    kind: 'wissen',
    same: 'nieuw',
    ago: 2,
    who: { ...SCREEN, name: 'Femke Hartog', phone: '06 0000 0001' },
    texts: { 'om-wat': 'Mijn oude kenteken. Die auto heb ik niet meer.' },
    steps: [],
  },
  {
    name: 'te-laat',
    kind: 'inzage',
    ago: 58,
    who: { ...SCREEN, name: 'Gerrit Noordhoek', post: 'Kade 12, Sluiswijk', channel: 'letter' },
    typedBy: 'lies.dewit',
    handler: 'yara.bos',
    texts: { 'om-wat': 'Wat staat er over mij in het dossier van de schuldhulp?', bezorgen: 'post' },
    steps: [
      { step: 'taken', ago: 55, by: 'yara.bos' },
      { step: 'identity', ago: 54, by: 'yara.bos', word: 'called-back' },
      { step: 'notice', ago: 20, by: 'yara.bos', until: -20 },
    ],
  },
  {
    name: 'wacht',
    kind: 'woo',
    ago: 11,
    who: { ...SCREEN, whom: 'none' },
    handler: 'hidde.kramer',
    waits: true,
    texts: { onderwerp: 'Alle stukken over camera’s.' },
    steps: [
      { step: 'taken', ago: 10, by: 'hidde.kramer' },
      {
        step: 'asked',
        ago: 3,
        by: 'hidde.kramer',
        word: 'preciezer',
        until: 11,
        texts: {
          '': 'Er zijn ruim drieduizend stukken over camera’s. Gaat het om een plek, of om een jaar?',
        },
      },
    ],
  },
  {
    name: 'woo-camera',
    kind: 'woo',
    ago: 30,
    who: { ...SCREEN, whom: 'none', name: 'Buurtvereniging Havenkwartier' },
    handler: 'hidde.kramer',
    texts: { onderwerp: 'Het besluit over de camera’s op het Boterplein, met de adviezen.' },
    steps: [
      { step: 'taken', ago: 29, by: 'hidde.kramer' },
      {
        step: 'extended',
        ago: 6,
        by: 'hidde.kramer',
        texts: { '': 'Twee bedrijven worden in de stukken genoemd. Zij mogen eerst zeggen wat zij daarvan vinden.' },
      },
    ],
  },
  {
    name: 'woo-dubbel',
    kind: 'woo',
    ago: 26,
    who: { ...SCREEN, whom: 'none' },
    handler: 'hidde.kramer',
    into: 'woo-camera',
    texts: { onderwerp: 'Waarom zijn er camera’s op het Boterplein?' },
    steps: [
      { step: 'taken', ago: 25, by: 'hidde.kramer' },
      { step: 'merged', ago: 24, by: 'hidde.kramer' },
    ],
  },
  {
    name: 'sensor',
    kind: 'sensor',
    ago: 5,
    who: { ...SCREEN, whom: 'none' },
    handler: 'jeroen.vandalen',
    texts: { plaats: 'Lantaarnpaal bij Kade 40', ziet: 'Een grijs kastje met een antenne. Er staat geen naam op.' },
    steps: [{ step: 'taken', ago: 4, by: 'jeroen.vandalen' }],
  },
  {
    name: 'kind',
    kind: 'inzage',
    ago: 8,
    who: { ...SCREEN, whom: 'child', name: 'Bram de Ruiter', on_behalf: 'Lotte de Ruiter', phone: '06 0000 0002' },
    handler: 'yara.bos',
    texts: { 'om-wat': 'Het verslag van de leerplichtambtenaar over mijn dochter.', bezorgen: 'loket' },
    steps: [{ step: 'taken', ago: 7, by: 'yara.bos' }],
  },
]
