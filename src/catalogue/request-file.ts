/** The shapes of requests as people write them, in Dutch: the rules that several share, and one kind of request. */
import { z } from 'zod'
import type { Article, Ending as Ends, RequestKind, Said } from '../model/request.ts'
import type { Term } from '../lib/working-days.ts'
import { REGISTER_PURPOSES } from '../vocabulary/register.ts'
import { CONTROLLERS, type Controller, type HandlingRole } from '../vocabulary/request.ts'
import { oneOf, text, two } from './words.ts'

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'verwacht een korte naam van kleine letters en streepjes')
const law = {
  wet: z.string().trim().min(2, 'noem de wet, zoals AVG of Awb'),
  artikel: z.string().trim().min(1, 'noem het artikel'),
  /** Everything of a law is looked at by a lawyer first; who has done that says so. */
  nagekeken: z.literal('ja').optional(),
}
const articleOf = ({
  wet,
  artikel,
  nagekeken,
}: {
  wet: string
  artikel: string
  nagekeken?: 'ja' | undefined
}): Article => ({
  law: wet,
  article: artikel,
  check: nagekeken !== 'ja',
})

const length = z
  .strictObject({
    weken: z.int().min(1).max(52).optional(),
    maanden: z.int().min(1).max(24).optional(),
    dagen: z.int().min(1).max(365).optional(),
    werkdagen: z.int().min(1).max(100).optional(),
  })
  .refine((given) => Object.keys(given).length === 1, 'noem precies één van: weken, maanden, dagen, werkdagen')
const regime = oneOf({ atw: 0, eu: 0, geen: 0 })

/** The term in the words of the calendar, with whose rules move its last day. */
function termOf({ weken, maanden, dagen, werkdagen }: z.infer<typeof length>, moves: string): Term {
  if (werkdagen !== undefined) return { workingDays: werkdagen }
  const whose = moves === 'geen' ? 'none' : (moves as 'atw' | 'eu')
  if (maanden !== undefined) return { months: maanden, regime: whose }
  return weken === undefined ? { days: dagen ?? 0, regime: whose } : { weeks: weken, regime: whose }
}

const REMEDIES = {
  bezwaar: 'objection',
  rechter: 'court',
  toezichthouder: 'supervisor',
  ombudsman: 'ombudsman',
  opnieuw: 'again',
} as const

/** What several kinds share: who decides, the clock, what stops it, and what can be done after a refusal. */
const Rules = z.strictObject({
  id: name,
  verantwoordelijken: z
    .array(z.strictObject({ orgaan: oneOf(CONTROLLERS), wanneer: two }))
    .min(1, 'noem wie er beslist'),
  termijn: z.strictObject({ lengte: length, regime, woorden: two, ...law }),
  verlenging: z.strictObject({ tot: length, woorden: two, ...law }).optional(),
  met_commissie: z.strictObject({ weken: z.int().min(1).max(52), tot: z.int().min(1).max(52) }).optional(),
  stilstand: z
    .array(z.strictObject({ id: name, woorden: two, instemming: z.literal('ja').optional(), ...law }))
    .default([]),
  dwangsom: z.strictObject({ geldt: oneOf({ ja: 0, nee: 0 }), ...law }),
  rechtsmiddelen: z.array(z.strictObject({ soort: oneOf(REMEDIES), woorden: two, ...law })).min(1),
})
export const RequestRulesFile = z.strictObject({ regels: z.array(Rules).min(1) })
export type RequestRules = z.infer<typeof Rules>

const FIELDS = {
  regel: 'line',
  tekst: 'words',
  keuze: 'choice',
  datum: 'date',
  algoritme: 'algorithm',
  hackevenement: 'hack-event',
} as const
const Field = z
  .strictObject({
    id: name.refine((id) => !RESERVED.has(id), 'deze naam gebruikt het formulier zelf al'),
    soort: oneOf(FIELDS),
    label: two,
    uitleg: two.optional(),
    verplicht: z.boolean().default(false),
    keuzes: z.array(z.strictObject({ id: name, woorden: two })).default([]),
  })
  .refine(
    ({ soort, keuzes }) => (soort === 'keuze') === keuzes.length > 0,
    'alleen een keuze heeft keuzes, en minstens één',
  )
  // The database ties a report to an event by the name of this field.
  .refine(({ id, soort }) => (soort === 'hackevenement') === (id === 'evenement'), 'een hackevenement heet evenement')
/** Names that the form has for itself. */
const RESERVED = new Set(
  (
    'naam email telefoon adres namens helper engels voor-wie over bij hoe op ook ook-wat wat formulier website token ' +
    'voor vanaf getypt deel'
  ).split(' '),
)

/** A kind that has a course of its own, beside its term. */
const COURSES = { 'zwakke-plek': 'weakness' } as const
const GROUPS = { gegevens: 'data', openheid: 'open', besluit: 'decision', melden: 'report' } as const
const ABOUT = { persoon: 'person', openbaar: 'public', vrij: 'anything', niemand: 'nobody' } as const
const ENDS = {
  toegewezen: 'granted',
  deels: 'partly',
  afgewezen: 'refused',
  doorgestuurd: 'passed-on',
  ingetrokken: 'withdrawn',
  samengevoegd: 'merged',
} as const
/** What an end is called, where that is not as with every request. */
const Ending = two.extend({ balie: text })
const endingOf = ({ balie, nl, en }: z.infer<typeof Ending>): Ends => ({ desk: balie, nl, en })
const ROLE_WORDS: Readonly<Record<string, HandlingRole>> = {
  'behandelaar-verzoeken': 'request-handler',
  beleidsmedewerker: 'policy-officer',
  informatiebeveiliger: 'security-officer',
  uitvoerder: 'executor',
}

export const RequestFile = z.strictObject({
  id: name,
  regels: name,
  verloop: oneOf(COURSES).optional(),
  volgorde: z.int().min(1).max(99),
  groep: oneOf(GROUPS),
  gaat_over: oneOf(ABOUT),
  titel: two,
  vraag: two,
  geeft: two,
  weten: z.array(two).default([]),
  bij_register: z.array(oneOf(REGISTER_PURPOSES)).default([]),
  bij_besluit: z.literal('ja').optional(),
  normen: z.array(text).min(1, 'noem minstens één norm'),
  wetten: z.array(z.strictObject({ ...law, alleen_bij: two.optional() })).default([]),
  uitkomsten: z.partialRecord(oneOf(ENDS), Ending).default({}),
  weigeren: z
    .array(z.strictObject({ id: name, woorden: two, uitkomst: Ending.optional(), ...law }))
    .min(1, 'noem minstens één grond'),
  antwoorden: z
    .array(z.strictObject({ id: name, titel: text, tekst: two }))
    .min(1, 'noem minstens één begin van een antwoord'),
  velden: z.array(Field).default([]),
  identiteit: oneOf({ nodig: 0, 'niet-nodig': 0 }),
  behandelt: oneOf(ROLE_WORDS),
  bewaren_maanden: z
    .int()
    .min(9, 'bewaar het minstens negen maanden: een bezwaar en de cijfers van een half jaar hebben het nodig')
    .max(60),
})
export type RequestFile = z.infer<typeof RequestFile>

const said = ({ nl, en }: Said): Said => ({ nl, en })

/** A kind of request from its file and the rules that it names. */
export function requestKindOf(file: RequestFile, rules: RequestRules): RequestKind {
  const { termijn, verlenging } = rules
  return {
    id: file.id,
    course: file.verloop === undefined ? undefined : COURSES[file.verloop as keyof typeof COURSES],
    group: GROUPS[file.groep as keyof typeof GROUPS],
    about: ABOUT[file.gaat_over as keyof typeof ABOUT],
    title: said(file.titel),
    question: said(file.vraag),
    gives: said(file.geeft),
    know: file.weten.map(said),
    norms: file.normen,
    beside: file.bij_register.map((word) => REGISTER_PURPOSES[word as keyof typeof REGISTER_PURPOSES]),
    besideDecisions: file.bij_besluit === 'ja',
    articles: file.wetten.map((each) => ({ ...articleOf(each), only: each.alleen_bij && said(each.alleen_bij) })),
    controllers: rules.verantwoordelijken.map(({ orgaan, wanneer }) => ({
      id: orgaan as Controller,
      when: said(wanneer),
    })),
    term: { length: termOf(termijn.lengte, termijn.regime), said: said(termijn.woorden), article: articleOf(termijn) },
    extended: verlenging && {
      length: termOf(verlenging.tot, termijn.regime),
      said: said(verlenging.woorden),
      article: articleOf(verlenging),
    },
    committee: rules.met_commissie && {
      length: termOf({ weken: rules.met_commissie.weken }, termijn.regime),
      extended: termOf({ weken: rules.met_commissie.tot }, termijn.regime),
    },
    stops: rules.stilstand.map((each) => ({
      id: each.id,
      said: said(each.woorden),
      article: articleOf(each),
      agreed: each.instemming === 'ja',
    })),
    penalty: { runs: rules.dwangsom.geldt === 'ja', article: articleOf(rules.dwangsom) },
    endings: Object.fromEntries(
      Object.entries(file.uitkomsten).flatMap(([word, each]) =>
        each === undefined ? [] : [[ENDS[word as keyof typeof ENDS], endingOf(each)]],
      ),
    ),
    refusals: file.weigeren.map((each) => ({
      id: each.id,
      said: said(each.woorden),
      article: articleOf(each),
      ending: each.uitkomst && endingOf(each.uitkomst),
    })),
    remedies: rules.rechtsmiddelen.map((each) => ({
      kind: REMEDIES[each.soort as keyof typeof REMEDIES],
      said: said(each.woorden),
      article: articleOf(each),
    })),
    replies: file.antwoorden.map(({ id, titel, tekst }) => ({ id, title: titel, text: said(tekst) })),
    fields: file.velden.map(({ id, soort, label, uitleg, verplicht, keuzes }) => ({
      id,
      kind: FIELDS[soort as keyof typeof FIELDS],
      label: said(label),
      hint: uitleg && said(uitleg),
      required: verplicht,
      options: keuzes.map((each) => ({ id: each.id, said: said(each.woorden) })),
    })),
    identity: file.identiteit === 'nodig',
    role: ROLE_WORDS[file.behandelt]!,
    keptMonths: file.bewaren_maanden,
  }
}
