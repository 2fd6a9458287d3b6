/** What the warnings of the demo city say, for whom they are, and who answered what. */
import type { Written } from '../features/warnings/write-store.ts'
import type { Tlp } from '../vocabulary/tlp.ts'
import type { Reply } from '../vocabulary/warning.ts'

const HELPDESK = 'Bel de helpdesk van de gemeente, elke werkdag van 9 tot 17 uur.'

export type Story = {
  readonly label: Tlp
  readonly daysAgo: number
  /** Days from now that it runs, or that somebody has. */
  readonly runs: number
  readonly words: Omit<Written, 'actBy'> & { readonly within: number | null }
  readonly organisations: readonly string[]
  readonly persons?: readonly string[]
  readonly replies: Readonly<Record<string, Reply>>
  readonly ended?: true
}

/** Under each label one, and one that is over. */
export const STORIES: readonly Story[] = [
  {
    label: 'CLEAR',
    daysAgo: 4,
    runs: 26,
    words: {
      title: 'Valse e-mails over een boete van de gemeente',
      what: 'Criminelen sturen e-mails over een boete die niet bestaat, met de naam van de gemeente erop.',
      act: 'Betaal niet. Gooi de e-mail weg, en klik nergens op.',
      within: null,
      works: 'Een echte boete ziet u ook als u zelf inlogt op de site van de gemeente.',
      call: HELPDESK,
      urgency: 'normal',
      products: [],
    },
    organisations: ["Café 't Anker", 'Klikkado', 'Bibliotheek Sluiswijk', 'Sluislyceum', 'Zorggroep De Kade'],
    replies: {
      "Café 't Anker": 'applies',
      Klikkado: 'done',
      'Bibliotheek Sluiswijk': 'done',
      Sluislyceum: 'not',
      'Zorggroep De Kade': 'help',
    },
  },
  {
    label: 'CLEAR',
    daysAgo: 40,
    runs: 10,
    words: {
      title: 'Storing bij een betaalbedrijf: pinnen lukt soms niet',
      what: 'Bij een betaalbedrijf was een storing. Pinnen lukte soms niet.',
      act: 'Probeer het later opnieuw, of laat klanten anders betalen.',
      within: null,
      works: 'Een proefbetaling van één cent lukt.',
      call: HELPDESK,
      urgency: 'normal',
      products: [],
    },
    organisations: [],
    replies: {},
    ended: true,
  },
  {
    label: 'GREEN',
    daysAgo: 2,
    runs: 28,
    words: {
      title: 'Gat in een plug-in van WordPress: werk vandaag bij',
      what: 'Via een formulier kan een vreemde bestanden op een website zetten.',
      act: 'Werk de plug-in Formulierenbouwer bij naar versie 4.8.1, of zet hem uit.',
      within: 3,
      works: 'Bij Plug-ins staat 4.8.1 of hoger achter Formulierenbouwer.',
      call: HELPDESK,
      urgency: 'urgent',
      products: [
        { vendor: 'WordPress', name: 'WordPress', range: 'met plug-in Formulierenbouwer tot en met 4.8.0', status: '' },
      ],
    },
    organisations: ["Café 't Anker", 'Klikkado', 'Universiteit Sluiswijk', 'Woonstichting De Sluiswachter'],
    replies: { "Café 't Anker": 'help', Klikkado: 'done', 'Universiteit Sluiswijk': 'not' },
  },
  {
    label: 'AMBER',
    daysAgo: 6,
    runs: 21,
    words: {
      title: 'De leverancier van het zaaksysteem meldt een datalek',
      what: 'Bij de leverancier van het zaaksysteem zag een vreemde een lijst met namen van medewerkers.',
      act: 'Laat medewerkers die met het zaaksysteem werken hun wachtwoord wijzigen.',
      within: 7,
      works: 'In het beheer van het zaaksysteem staat bij iedereen een datum van na vandaag.',
      call: 'Bel de informatiebeveiliger van de gemeente. Het nummer staat in uw contract.',
      urgency: 'urgent',
      products: [{ vendor: 'Kadewerk Software', name: 'Dossierkade', range: 'alle versies', status: '' }],
    },
    organisations: ['Waterschap Sluisland', 'Sint-Lambertus Ziekenhuis'],
    replies: { 'Waterschap Sluisland': 'done' },
  },
  {
    label: 'AMBER+STRICT',
    daysAgo: 1,
    runs: 13,
    words: {
      title: 'Iemand probeert wachtwoorden van collega’s te raden',
      what: 'Vannacht probeerde iemand duizend keer in te loggen als medewerker van het stadhuis.',
      act: 'Zet voor alle accounts van uw afdeling de tweede stap bij het inloggen aan.',
      within: 2,
      works: 'In het overzicht van accounts staat overal “tweede stap: aan”.',
      call: 'Bel Dennis Oosterhof, ook in het weekend.',
      urgency: 'urgent',
      products: [],
    },
    organisations: [],
    persons: ['wilma.terpstra@servicecentrum-sluisstreek.test'],
    replies: { '': 'applies' },
  },
  {
    label: 'RED',
    daysAgo: 1,
    runs: 6,
    words: {
      title: 'Aanwijzing dat een aanval op het ziekenhuis wordt voorbereid',
      what: 'De politie zag een bericht waarin iemand toegang tot het ziekenhuis te koop aanbiedt.',
      act: 'Laat alleen Esther Blom de toegang van buiten nalopen, en spreek er met niemand over.',
      within: 1,
      works: 'Esther Blom bevestigt bij Dennis Oosterhof dat zij klaar is.',
      call: 'Bel Dennis Oosterhof, dag en nacht.',
      urgency: 'urgent',
      products: [],
    },
    organisations: [],
    persons: ['esther.blom@sintlambertus.test'],
    replies: { 'Sint-Lambertus Ziekenhuis': 'applies' },
  },
]

/** By which contracts these are client or supplier, as the account manager looked up. */
export const CLIENTS: readonly (readonly [organisation: string, contract: string])[] = [
  ['Waterschap Sluisland', 'Zaaksysteem en formulieren'],
  ['Sint-Lambertus Ziekenhuis', 'Zaaksysteem en formulieren'],
]

/** What somebody sent by mail, without saying who may read it. */
export const UNLABELLED = {
  publisher: 'Beveiligingsteam van een leverancier',
  namespace: 'https://www.stopstreep-parkeren.test',
  tracking: 'SP-2026-07',
  version: '1',
  versionKey: [1],
  status: 'final',
  label: null,
  ended: null,
  title: 'Parkeerpalen: een standaardwachtwoord staat nog aan',
  urgency: 'normal',
  chance: 'medium',
  damage: 'high',
  products: [{ vendor: 'Stopstreep Parkeren', name: 'Parkeerpaal P3', range: 'tot en met 3.4', status: 'kwetsbaar' }],
  references: [{ what: 'Bij de leverancier', url: 'https://www.stopstreep-parkeren.test/sp-2026-07' }],
  notes: '# Feiten\n\nEen deel van de palen staat nog op het wachtwoord van de fabriek.',
  remedy: 'Wijzig het wachtwoord op elke paal.',
  signature: 'none',
  signedBy: '',
  hash: '',
  url: '',
} as const
