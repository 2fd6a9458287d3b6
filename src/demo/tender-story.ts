/** What the two tenders of the demo city are about, and what the bidders answered. */
import type { Choice } from '../features/tenders/rules/compose.ts'
import type { Annex, BidAnswer } from '../model/tender.ts'

/** On which day of the tender that was chosen something happened, from today: each after the one before it. */
export const DAYS = {
  begun: -130,
  advice: -120,
  issued: -112,
  made: -80,
  closed: -75,
  opened: -74,
  noted: -72,
  chosen: -61,
  signed: -57,
} as const

const BOUGHT = {
  productKind: 'service',
  dataClass: 'confidential',
  norms: [],
  place: 'https://aanbesteden.gemeente-sluiswijk.test/',
} as const
/** The tender that was chosen. */
export const APPOINTMENTS = {
  ...BOUGHT,
  title: 'Afspraken aan de balie',
  subject: 'Een dienst waarmee inwoners een afspraak maken aan de balie, en medewerkers zien wie er komt.',
  criticality: 'middle',
  traits: ['personal-data', 'website', 'hosting', 'links'],
  reference: 'INK-0455',
  termMonths: 12,
} as const
/** The tender that is open. */
export const CASES = {
  ...BOUGHT,
  title: 'Zaaksysteem',
  subject:
    'Een zaaksysteem als dienst voor alle afdelingen, met archief en koppelingen. Het volgt het huidige op, en ' +
    'stelt voor welke afdeling een bericht behandelt.',
  criticality: 'high',
  traits: ['personal-data', 'website', 'hosting', 'links', 'records', 'algorithm'],
  reference: 'INK-0461',
  termMonths: 72,
} as const
/** What was left out, with why. */
export const LEFT: Readonly<Record<string, string>> = {
  zuinig: 'De dienst is klein. De inkoper vraagt het verbruik bij de verlenging op.',
  'open-programma-wens': 'In deze markt is er één open product. Een wens zou de uitkomst bepalen.',
  onderdelenlijst: 'De informatiebeveiliger kan de lijst nu niet gebruiken. Volgend jaar wel.',
}
/** What was said in other words. */
export const OWN: Readonly<Record<string, Choice['words']>> = {
  hulp: {
    text:
      'De leverancier reageert binnen een half uur als de balie stilstaat, en herstelt dat dezelfde dag. De ' +
      'helpdesk antwoordt in het Nederlands.',
  },
}

type Told = {
  readonly wachtniet: Readonly<Record<string, Partial<BidAnswer>>>
  readonly kadewerk: Readonly<Record<string, Partial<BidAnswer>>>
}
const partly = (remark: string): Partial<BidAnswer> => ({ level: 'partly', remark })
/** Where the two bidders say something else than that they meet it. */
export const TOLD: Told = {
  wachtniet: {
    'en-301-549': partly('De kalender is nog niet met het toetsenbord te bedienen. In april wel.'),
    subverwerkers: { remark: 'Onze opslag staat bij Wachtniet Hosting.', tradeSecret: true },
    'binnen-europa': { component: 'Opslag en back-up' },
  },
  kadewerk: {
    updates: partly('Ernstige lekken dichten wij binnen twee weken.'),
    'geen-volgtechniek': { level: 'unmet', remark: 'Onze pagina gebruikt een kaart van een ander bedrijf.' },
    'beveiliging-aangetoond': { proof: { what: 'ISO 27001', until: '2026-06-30' } },
  },
}

/** An answer to each requirement. `until`: of the proof (YYYY-MM-DD). */
export const answersTo = (
  annex: Annex,
  otherwise: Readonly<Record<string, Partial<BidAnswer>>>,
  until: string,
): BidAnswer[] =>
  annex.requirements.map(({ id, wording, due }) => ({
    requirement: id,
    wording,
    level: 'met',
    remark: '',
    component: '',
    proof: due === 'bid' ? { what: `Bijlage bij ${id}`, until } : { what: '', until: '' },
    tradeSecret: false,
    ...otherwise[id],
  }))
