/** What the form of a product holds, and what to say when it does not. */
import { z } from 'zod'
import {
  dateOrNone,
  emptyOr,
  filled,
  oneOf,
  readForm,
  several,
  text,
  word,
  type Across,
} from '../../web/desk/schema.ts'
import type { Sent } from '../../web/desk/route.ts'
import { noWebsite } from './rules.ts'

const WEBSITES = z.string().superRefine((websites, context) => {
  const wrong = noWebsite(websites)
  if (wrong === undefined) return
  const why = wrong.why === undefined ? '' : `: ${wrong.why}`
  const message =
    `“${wrong.word.slice(0, 60)}” is geen webadres dat wij kunnen meten${why}. ` +
    'Schrijf het zoals afspraken.gemeente.nl.'
  context.addIssue({ code: 'custom', message })
})

const fieldsOf = (kinds: ReadonlySet<string>) => ({
  naam: text(200, filled('Vul de naam in.')),
  leverancier: text(200, filled('Vul de leverancier in, of “eigen bouw”.')),
  versie: text(100),
  configuratie: text(2_000),
  inzet: text(1_000, filled('Beschrijf waarvoor het wordt gebruikt.')),
  omschrijving: text(2_000),
  gegevens: several(z.array(z.string().refine((kind) => kinds.has(kind), 'Kies uit de lijst.'))),
  van: word(dateOrNone('31 december 2026')),
  tot: word(dateOrNone('31 december 2026')),
  kosten: word(emptyOr((typed) => /^\d{1,9}$/.test(typed), 'Vul hele euro’s in, zonder punten of komma’s.')),
  eigenaar: text(200),
  websites: text(4_000, WEBSITES),
})
const ENDS_LATER: Across<ReturnType<typeof fieldsOf>> = {
  field: 'tot',
  holds: ({ van, tot }) => van === '' || tot === '' || tot >= van,
  says: 'Het contract eindigt vóór het begint.',
}

/** The form as it was sent; `kinds`: ids of the kinds of data there are. */
export const readProduct = (sent: Sent, kinds: ReadonlySet<string>) => readForm(fieldsOf(kinds), sent, [ENDS_LATER])

const TEST = {
  toets: word(oneOf(['nieuw', 'zelfde'], 'Zeg of de toets van dit product nog geldt.')),
  reden: text(1_000),
}
const SAYS_WHY: Across<typeof TEST> = {
  field: 'reden',
  holds: ({ toets, reden }) => toets !== 'zelfde' || reden !== '',
  says: 'Schrijf waarom de toets blijft gelden.',
}
/** What is said of the test when something that was tested changes. */
export const readTest = (sent: Sent) => readForm(TEST, sent, [SAYS_WHY])
