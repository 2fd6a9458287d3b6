/** Reads the demo's material for the desk (people, products, cases, self-assessments) and checks its shape. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { DataMistakes, readYaml } from '../../../src/catalogue/yaml-file.ts'
import type { Background } from '../../../src/model/map.ts'
import { readBackground } from '../../../src/web/map/background.ts'
import { covenants, type DemoCovenants } from './covenants.ts'
import { readEntries, type Entries } from './entries.ts'
import { signed, type DemoSigned } from './signed.ts'
import { readStreets, type DemoStreet } from './streets.ts'

export const roles = [
  'administrator',
  'policy-officer',
  'adviser',
  'fg',
  'security-officer',
  'executor',
  'decision-maker',
  'publisher',
  'account-manager',
  'inspector',
  'request-handler',
  'counter',
  'tender-officer',
  'auditor',
  'partner',
] as const

export const states = [
  'concept',
  'voortoets',
  'geen_effect',
  'in_toets',
  'ter_compleetheid',
  'reviews',
  'advies',
  'reactie',
  'besluit',
  'besloten',
  'gepubliceerd',
  'opvolging',
  'herijking',
  'archief',
  'ingetrokken',
  'aangehouden',
  'spoed',
] as const

const text = z.string().min(2)
const email = z.string().regex(/^[a-z.]+@[a-z-]+\.test$/)
/** Days from the day on which the demo is filled, so that the demo never grows old. */
const when = z.union([
  z.strictObject({ over_dagen: z.int().positive() }),
  z.strictObject({ dagen_geleden: z.int().positive() }),
])
const dataKind = z.enum(['geen_personen', 'contact', 'gedrag', 'gevoelig', 'bsn', 'kinderen', 'openbare_ruimte'])

export const person = z.strictObject({
  email,
  naam: text,
  functie: text,
  organisatie: text,
  rollen: z.array(z.enum(roles)).min(1),
})

const product = z.strictObject({
  id: text,
  naam: text,
  leverancier: text,
  versie: text,
  inrichting: text,
  inzet: text,
  contract: z.strictObject({ begin: when, eind: when }),
  /** In whole euros. */
  kosten_per_jaar: z.int(),
  gegevens: z.array(dataKind).min(1),
  eigenaar: text,
  websites: z.array(z.string()),
  omschrijving: text,
})

const isoDate = z.iso.date()
const regulation = z.strictObject({
  werk: text,
  versie: z.int(),
  titel: text,
  soort: text,
  afdeling: text,
  vanaf: isoDate,
  tot: isoDate.optional(),
})

const preCheckAnswer = z.strictObject({ antwoord: z.enum(['ja', 'twijfel', 'nee']), reden: text })
const answer = z.strictObject({
  antwoord: z.enum(['voldoet', 'deels', 'voldoet_niet', 'onbekend', 'nvt']),
  reden: text,
  /** Titles of documents. */
  bewijs: z.array(text).optional(),
})

const opinion = z.strictObject({
  van: email,
  als: z.enum(['fg', 'security-officer', 'executor', 'adviser']),
  vak: text.optional(),
  termijn: when,
  /** null: asked and not given yet. */
  wanneer: when.nullable(),
  oordeel: z.enum(['geen_bezwaar', 'voorwaarden', 'bezwaar']).nullable(),
  tekst: text.nullable(),
  voorwaarden: z.array(z.strictObject({ id: text, tekst: text })),
  /** What the author says to an opinion not to do it. */
  antwoord: text.optional(),
})

const outcome = z.enum([
  'akkoord',
  'akkoord_mits',
  'aanpassen',
  'afraden',
  'houden',
  'vervangen',
  'stoppen',
  'uitleggen',
])

const demoCase = z.strictObject({
  soort: z.enum(['regulation', 'proposal', 'product']),
  titel: text,
  samenvatting: text,
  /** Title of the local regulation, or id of the product, that the case is about. */
  regeling: text.optional(),
  product: text.optional(),
  staat: z.enum(states),
  begonnen: when,
  besluitdatum: when,
  indiener: email,
  behandelaar: email.nullable(),
  orgaan: z.enum(['raad', 'college', 'burgemeester', 'directie']),
  voortoets: z.record(z.string().regex(/^V[1-6]$/), preCheckAnswer).optional(),
  route: z
    .strictObject({
      voorstel: z.enum(['volledig', 'twijfel', 'geen_effect']),
      regel: text,
      bevestigd_door: email.optional(),
      wanneer: when.optional(),
      reden: text.optional(),
    })
    .optional(),
  geen_effect: z
    .strictObject({
      ondertekend_door: email,
      wanneer: when,
      geloot: z.boolean(),
      herbekeken: z
        .strictObject({ door: email, wanneer: when, oordeel: z.enum(['blijft', 'volledig']), reden: text })
        .optional(),
    })
    .optional(),
  intake: z
    .strictObject({
      F1: text,
      F2: text,
      F3: z.enum(['publiek', 'alleen_medewerkers', 'achter_de_schermen']),
      F4: text.optional(),
      F5: z.array(dataKind),
      F7: text.optional(),
      F6: z.array(z.enum(['nee', 'rangschikt', 'adviseert', 'beslist', 'schrijft_of_maakt', 'praat_met_mensen'])),
    })
    .optional(),
  antwoorden: z
    .record(z.string().regex(/^(R(0[1-9]|1\d|2[0-8])|D(0[1-9]|1\d|2[0-5])|G(0[1-9]|1[01]))$/), answer)
    .optional(),
  adviezen: z.array(opinion).optional(),
  advies: z
    .strictObject({
      door: email,
      wanneer: when,
      uitkomst: outcome,
      tekst: text,
      rode_vlaggen: z.array(z.strictObject({ vraag: text, antwoord: text })),
      /** What the author says to advice not to do it, or not this way. */
      antwoord: text.optional(),
    })
    .optional(),
  reacties: z
    .array(z.strictObject({ voorwaarde: text, keuze: z.enum(['adopt', 'adapt', 'refuse']), reden: text }))
    .optional(),
  besluit: z
    .strictObject({
      door: email,
      functie: text,
      mandaat: text,
      wanneer: when,
      uitkomst: outcome,
      tekst: text,
      afwijkingen: z.array(z.strictObject({ voorwaarde: text, reden: text })),
    })
    .optional(),
  maatregelen: z
    .array(
      z.strictObject({
        tekst: text,
        /** The condition that it was made of. */
        voorwaarde: text.optional(),
        eigenaar: email,
        klaar: when,
        bewijs: text.optional(),
        gecontroleerd_door: email.optional(),
      }),
    )
    .optional(),
  /** Legal terms: counted from `vanaf`; with `klaar` they have ended. */
  termijnen: z
    .array(
      z.strictObject({
        termijn: z.enum(['raadpleging', 'zienswijzen', 'bekendmaking', 'opschorting', 'interoperabiliteit']),
        vanaf: when,
        klaar: when.optional(),
        toelichting: text.optional(),
      }),
    )
    .optional(),
  publicatie: z
    .strictObject({
      door: email,
      tweede: email,
      wanneer: when,
      weglatingen: z.array(
        z.strictObject({
          onderdeel: text,
          /** A ground of the Open Government Act (Woo), article 5.1 or 5.2. */
          grond: z.string().regex(/^5\.[12] lid \d( onder [a-i])?$/),
          reden: text,
        }),
      ),
    })
    .optional(),
  hertoets: z
    .array(
      z.strictObject({
        aanleiding: z.enum(['nieuwe_versie', 'ander_doel', 'nieuwe_leverancier', 'incident', 'datum']),
        wanneer: when.optional(),
        toelichting: text,
      }),
    )
    .optional(),
  zijspoor: z
    .strictObject({
      soort: z.enum(['ingetrokken', 'aangehouden', 'spoed']),
      vanuit: z.enum(states),
      door: email,
      wanneer: when,
      reden: text,
      hervat_uiterlijk: when.optional(),
      volledige_toets_uiterlijk: when.optional(),
    })
    .optional(),
  archief: z.strictObject({ door: email, wanneer: when, bewaartermijn: text }).optional(),
  opmerkingen: z.array(z.strictObject({ vraag: text, van: email, wanneer: when, tekst: text })).optional(),
})

const question = z.string().regex(/^(N(0[1-9]|[12]\d|3[0-7])|O0[1-6])$/)
const cluster = z.enum(['A', 'B', 'C', 'D'])
const selfAssessment = z.strictObject({
  organisatie: text,
  /** Not an organisation of the demo city: only a name, its kind and its street. */
  nieuw: z.literal(true).optional(),
  soort: text.optional(),
  straat: text.optional(),
  contact: email.nullable(),
  uitgenodigd: when,
  staat: z.enum(['uitgenodigd', 'bezig', 'afgerond', 'afgeslagen', 'vertrokken']),
  reden: text.optional(),
  beantwoord: when.optional(),
  profiel: z.record(z.string().regex(/^P[1-8]$/), z.union([text, z.array(text)])).optional(),
  cluster: z.strictObject({ voorgesteld: cluster, gekozen: cluster, reden: text.optional() }).optional(),
  versie: z.enum(['kort', 'midden', 'lang']).optional(),
  /** The oldest first; `afgerond` null: still being filled in. */
  metingen: z
    .array(
      z.strictObject({
        begonnen: when,
        afgerond: when.nullable(),
        antwoorden: z.record(
          question,
          z.enum(['ja', 'beetje', 'nee', 'weet_niet', 'past_niet', 'n0', 'n1', 'n2', 'n3', 'onbekend']),
        ),
        toelichtingen: z.record(question, text),
        gedeeld: z.array(question),
      }),
    )
    .optional(),
})

/** Groups: who confirmed what the rules propose, what organisations agreed to, and what was chosen. */
const groups = z.strictObject({
  bevestigd_door: email,
  /** Who still waits for a colleague. */
  wachten: z.array(text),
  anders: z.array(z.strictObject({ organisatie: text, groep: z.enum(['A', 'B', 'C', 'D']), reden: text })),
  toestemming: z.array(
    z.strictObject({ organisatie: text, soort: z.enum(['help', 'named']), contact: text.optional() }),
  ),
  speerpunten: z.array(
    z.strictObject({
      groep: z.enum(['A', 'B', 'C', 'D']).optional(),
      straat: text.optional(),
      norm: z.string().regex(/^[A-Z]{3}-\d{2}$/),
      reden: text,
      gekozen_door: email,
      /** Left out: a colleague has not looked yet. */
      openbaar_door: email.optional(),
    }),
  ),
})
export type DemoGroups = Readonly<z.infer<typeof groups>>

export type DemoPerson = Readonly<z.infer<typeof person>>
export type DemoProduct = Readonly<z.infer<typeof product>>
export type DemoCase = Readonly<z.infer<typeof demoCase>>
export type DemoSelfAssessment = Readonly<z.infer<typeof selfAssessment>>

/** All material of the desk; `slug` of a case is the name of its file. */
export type Desk = {
  readonly people: readonly DemoPerson[]
  readonly products: readonly DemoProduct[]
  readonly cases: readonly (DemoCase & { readonly slug: string })[]
  readonly selfAssessments: readonly DemoSelfAssessment[]
  readonly groups: DemoGroups
  readonly covenants: DemoCovenants
  /** Covenants that were signed. */
  readonly signed: readonly DemoSigned[]
  readonly regulations: readonly Readonly<z.infer<typeof regulation>>[]
  /** What the registers hold, by the id of the register. */
  readonly entries: Entries
  readonly streets: readonly DemoStreet[]
  /** The background of its maps. */
  readonly map: Background
}

export function read<T>(file: string, schema: z.ZodType<T>, dir: string = import.meta.dirname): T {
  const { value, mistakes } = readYaml(path.join(dir, file), schema, file)
  if (value === undefined) throw new DataMistakes(mistakes)
  return value
}

function readMap(dir: string): Background {
  const { background, problems } = readBackground(readFileSync(path.join(dir, 'kaart.geojson'), 'utf8'))
  if (problems) throw new Error(problems.join('\n'))
  return background
}

/**
 * Gives the desk of Sluiswijk. Throws `DataMistakes`, with file and line, when a file does not fit. `dir`: where its
 * files are, for who is bundled elsewhere.
 */
export function readDesk(dir: string = import.meta.dirname): Desk {
  const files = readdirSync(path.join(dir, 'zaken'))
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
  return {
    people: read('mensen.yaml', z.array(person), dir),
    regulations: read('regelingen.yaml', z.array(regulation), dir),
    products: read('producten.yaml', z.array(product), dir),
    cases: files.map((file) => ({ slug: path.basename(file, '.yaml'), ...read(`zaken/${file}`, demoCase, dir) })),
    selfAssessments: read('nulmetingen.yaml', z.array(selfAssessment), dir),
    groups: read('groepen.yaml', groups, dir),
    covenants: read('convenanten.yaml', covenants, dir),
    signed: read('getekend.yaml', signed, dir),
    entries: readEntries(dir),
    streets: readStreets(dir),
    map: readMap(dir),
  }
}
