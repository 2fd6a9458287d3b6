/**
 * publiccode.yml by its standard (publiccode.yml 0.2–0.5, "The Standard (core)"): which keys that must be there are
 * absent, or are not as they should be. Where versions differ the mildest holds: what one of them lets go is no fault.
 * Pure.
 */
import parseLicence from 'spdx-expression-parse'
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import { strangeValue } from '../../lib/strange-yaml.ts'
import type { Publiccode } from '../../model/evidence.ts'

const LACKS = 20
const LANGUAGES = 20
const LISTED = 200
const LICENCE = 200
/** Characters, by the standard. */
const [SHORT, LONG_FROM, LONG] = [150, 150, 10_000]

const STATES = ['concept', 'development', 'beta', 'stable', 'obsolete']
const TYPES = [
  ...['mobile', 'iot', 'desktop', 'web', 'backend', 'other'].map((each) => `standalone/${each}`),
  'standalone',
  'addon',
  'softwareAddon',
  'library',
  'configurationFiles',
]
const KEPT = ['internal', 'contract', 'community', 'none']

type Map = Readonly<Record<string, unknown>>
const isMap = (value: unknown): value is Map => typeof value === 'object' && value !== null && !Array.isArray(value)
const mapOf = (value: unknown): Map => (isMap(value) ? value : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, LISTED) : [])
/** YAML reads `0.5` and `2026` as numbers: what is meant is what is written. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
const isText = (value: unknown) => textOf(value).trim() !== ''
const isOneOf = (list: readonly string[]) => (value: unknown) => list.includes(textOf(value))
const isList = (value: unknown) => listOf(value).some(isText)
const isAddress = (value: unknown) => URL.canParse(textOf(value)) || /^[\w.-]+@[\w.-]+:\S/.test(textOf(value))

/** An expression of SPDX (2.3, Annex D), such as `EUPL-1.2` or `MIT OR Apache-2.0`. */
function isLicence(value: unknown): boolean {
  const said = textOf(value).trim()
  if (said === '' || said.length > LICENCE) return false
  try {
    parseLicence(said)
    return true
  } catch {
    return false // the library throws for what is no expression
  }
}

const KEYS: readonly (readonly [key: string, holds: (value: unknown) => boolean])[] = [
  ['publiccodeYmlVersion', isText],
  ['name', isText],
  ['url', isAddress],
  ['platforms', (value) => isText(value) || isList(value)],
  ['developmentStatus', isOneOf(STATES)],
  ['softwareType', isOneOf(TYPES)],
  ['legal.license', isLicence],
  ['maintenance.type', isOneOf(KEPT)],
  ['localisation.localisationReady', (value) => typeof value === 'boolean'],
  ['localisation.availableLanguages', isList],
]

/** The keys of one language that are not as they should be; of at least one language all are. */
function lackingIn(language: string, said: Map): string[] {
  const long = [...textOf(said['longDescription'])].length
  return [
    ...(isText(said['shortDescription']) && [...textOf(said['shortDescription']).trim()].length <= SHORT
      ? []
      : ['shortDescription']),
    ...(long >= LONG_FROM && long <= LONG + 1 ? [] : ['longDescription']),
    ...(Array.isArray(said['features']) ? [] : ['features']),
  ].map((key) => `description.${language}.${key}`)
}

function lackingInDescription(value: unknown): string[] {
  const languages = Object.entries(mapOf(value)).filter(([, said]) => isMap(said))
  if (languages.length === 0) return ['description']
  const each = languages.slice(0, LANGUAGES).map(([language, said]) => lackingIn(language, mapOf(said)))
  return each.some((lacks) => lacks.length === 0) ? [] : each.toSorted((a, b) => a.length - b.length)[0]!
}

/** Who looks after it: people of the organisation or a community, or a company that was hired until a day. */
function lackingInMaintenance({ type, contacts, contractors }: Map): string[] {
  const tell = (list: unknown, ...keys: readonly string[]) =>
    listOf(list).some((each) => keys.every((key) => isText(mapOf(each)[key])))
  if (type === 'contract') return tell(contractors, 'name', 'until') ? [] : ['maintenance.contractors']
  return (type === 'internal' || type === 'community') && !tell(contacts, 'name') ? ['maintenance.contacts'] : []
}

/** What only such a file has: another answer in its place, such as an error in JSON, is none. */
const SIGNS = ['publiccodeYmlVersion', 'maintenance', 'legal']

/**
 * What the file tells; undefined: it is another one. `too-much`: it is more than we read, and may be in order. One that
 * is no YAML lacks `YAML`. Its contacts are not kept.
 */
export function readPubliccode(text: string): Publiccode | 'too-much' | undefined {
  const said = strangeValue(text)
  if (said === 'too-much') return said
  if (said === 'broken')
    return /^publiccodeYmlVersion\s*:/m.test(text)
      ? { version: null, name: null, licence: null, of: [], lacks: ['YAML'] }
      : undefined
  if (!SIGNS.some((key) => key in said)) return undefined
  const { publiccodeYmlVersion, name, legal, description, maintenance, landingURL, organisation, organizationUri } =
    said
  const at = (key: string) => key.split('.').reduce<unknown>((value, step) => mapOf(value)[step], said)
  const lacks = [
    ...KEYS.flatMap(([key, holds]) => (holds(at(key)) ? [] : [key])),
    ...lackingInDescription(description),
    ...lackingInMaintenance(mapOf(maintenance)),
  ]
  const shown = (value: unknown) => (isText(value) ? clip(textOf(value), 100) : null)
  const of = [landingURL, mapOf(organisation)['uri'], organizationUri].flatMap((each) => hostOf(textOf(each)) ?? [])
  return {
    version: shown(publiccodeYmlVersion),
    name: shown(name),
    licence: shown(mapOf(legal)['license']),
    of,
    lacks: lacks.slice(0, LACKS).map((key) => clip(key, 100)),
  }
}
