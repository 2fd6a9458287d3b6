/** The shape of the list files people keep (owners, exceptions, editions). */
import { z } from 'zod'
import type { OwnerCategory } from '../model/lists.ts'

const CATEGORIES = [
  'analytics',
  'advertising',
  'social',
  'video',
  'maps',
  'fonts',
  'captcha',
  'cdn',
  'consent',
  'chat',
  'payment',
  'hosting',
  'mail',
  'dns',
  'government',
  'forms',
  'tag-manager',
  'monitoring',
  'other',
] as const satisfies readonly OwnerCategory[]

export const text = z.string('hier hoort tekst te staan').trim().min(1, 'hier hoort tekst te staan')
const host = z
  .string('verwacht een host')
  .regex(
    /^[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))+$/,
    'verwacht een host in kleine letters, zonder https:// en zonder pad, zoals fonts.googleapis.com',
  )
const date = z.iso.date('verwacht een datum als 2026-11-23')

/** A name in `bronnen` or an address, with what it says: `adyen.com/legal: Adyen N.V., Amsterdam`. */
const source = z
  .string('verwacht een bron')
  .regex(
    /^[a-z0-9-]+(?:(?:\.[a-z0-9-]+)+(?:\/\S*)?)?: \S.*$/,
    'verwacht de naam van een bron uit bronnen, of een adres zonder https://, met daarachter wat er staat, zoals ' +
      'adyen.com/legal: Adyen N.V., Amsterdam',
  )
/** That there is none is said, with the day on which somebody looked. */
const second = z.union([source, z.strictObject({ gezocht: date })], {
  error: (issue) =>
    issue.input === undefined
      ? 'een tweede, andere bron ontbreekt; staat er nergens een, zeg dan {gezocht: 2026-11-30}'
      : 'verwacht een bron als in bron, of {gezocht: 2026-11-30}',
})

export const OwnersFile = z.strictObject({
  bronnen: z
    .record(
      z.string().regex(/^[a-z0-9-]+$/, 'verwacht kleine letters, cijfers en streepjes'),
      z.strictObject({ adres: text, wat: text, gezien: date }),
    )
    .default({}),
  bedrijven: z.array(
    z.strictObject({
      naam: text,
      moeder: text,
      land: z
        .string('verwacht een landcode')
        .regex(/^[A-Z]{2}$/, 'verwacht een landcode van twee hoofdletters (ISO 3166-1), zoals NL of US'),
      bron: source,
      tweede: second,
      noot: text.optional(),
      datum: date,
    }),
  ),
  eigenaren: z.array(
    z.strictObject({
      host,
      dienst: text,
      bedrijf: text,
      soort: z.enum(CATEGORIES, {
        error: (issue) => `"${String(issue.input)}" is niet bekend; verwacht een van: ${CATEGORIES.join(', ')}`,
      }),
      bron: source,
      tweede: second,
      datum: date,
    }),
  ),
})

export const ExceptionsFile = z.strictObject({
  uitzonderingen: z.array(
    z.strictObject({ host, reden: text, bron: z.url('verwacht een adres met https://'), datum: date }),
  ),
})

/** Services whose files change at one address. */
export const ChangingFile = z.strictObject({
  wisselend: z.array(
    z.strictObject({ host, reden: text, bron: z.url('verwacht een adres met https://'), datum: date }),
  ),
})

const edition = z.strictObject({ versie: text, datum: date, licentie: text })
export const EditionsFile = z.strictObject({ easyprivacy: edition, cookies: edition, bibliotheken: edition })
