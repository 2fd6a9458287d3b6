/** Reads the lists that evidence is held against (owners, trackers, cookies), once, at start. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { hostOf, suffixes } from '../lib/domain.ts'
import type { Lists } from '../model/lists.ts'
import { cookieLookup, OwnCookiesFile, ownCookieLookup } from './cookie-names.ts'
import { ChangingFile, EditionsFile, ExceptionsFile } from './list-files.ts'
import { libraryLookup } from './library-list.ts'
import { readOwners } from './owners.ts'
import { trackerMatcher } from './tracker-list.ts'
import { DataMistakes, readYaml } from './yaml-file.ts'

/** The European Economic Area: the 27 member states of the Union, Iceland, Liechtenstein and Norway. */
const EEA: ReadonlySet<string> = new Set([
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
  'IS',
  'LI',
  'NO',
])

const EXCEPTIONS = 'lists/easyprivacy-uitzonderingen.yaml'
const CHANGING = 'lists/wisselend.yaml'
const OWN_COOKIES = 'lists/cookies-aanvulling.yaml'

/**
 * The lists under `dir`: `owners.yaml` and the files in `lists/`; `extraOwners` is the file of a test city's own
 * companies. `today` (ISO) is given by who checks the data: a later day in it is a mistake then.
 * Throws DataMistakes with file, line and what was expected, all mistakes at once.
 */
export async function loadLists(dir: string, extraOwners?: string, today?: string): Promise<Lists> {
  const file = (name: string) => path.join(dir, name)
  const owners = readOwners(
    [
      { place: file('owners.yaml'), label: 'owners.yaml' },
      ...(extraOwners === undefined ? [] : [{ place: extraOwners, label: extraOwners }]),
    ],
    today,
  )
  const exceptions = readYaml(file(EXCEPTIONS), ExceptionsFile, EXCEPTIONS)
  const changing = readYaml(file(CHANGING), ChangingFile, CHANGING)
  const editions = readYaml(file('lists/lijsten.yaml'), EditionsFile, 'lists/lijsten.yaml')
  const ownCookies = readYaml(file(OWN_COOKIES), OwnCookiesFile, OWN_COOKIES)
  const mistakes = [
    ...owners.mistakes,
    ...exceptions.mistakes,
    ...changing.mistakes,
    ...editions.mistakes,
    ...ownCookies.mistakes,
  ]
  if (mistakes.length > 0 || !editions.value || !exceptions.value || !changing.value || !ownCookies.value)
    throw new DataMistakes(mistakes)

  const excepted = new Set(exceptions.value.uitzonderingen.map(({ host }) => host))
  const changes = new Set(changing.value.wisselend.map(({ host }) => host))
  const easyPrivacy = readFileSync(file('lists/easyprivacy.txt'), 'utf8')
  const match = trackerMatcher(easyPrivacy)
  const cookieRows = readFileSync(file('lists/cookies.csv'), 'utf8')
  const knownCookie = cookieLookup(cookieRows)
  const ownCookie = ownCookieLookup(ownCookies.value)
  const libraryRows = readFileSync(file('lists/bibliotheken.csv'), 'utf8')
  const { easyprivacy, cookies, bibliotheken } = editions.value
  return {
    owner: (host) =>
      suffixes(host)
        .map((suffix) => owners.byHost.get(suffix))
        .find((owner) => owner !== undefined),
    tracker(request) {
      const host = hostOf(request.url)
      if (host === undefined || suffixes(host).some((suffix) => excepted.has(suffix))) return undefined
      return match(request)
    },
    cookie(name, host) {
      const own = ownCookie(name, host)
      // A name that one program gives goes before words that anybody may use.
      return own?.guess ? (knownCookie(name, host) ?? own) : (own ?? knownCookie(name, host))
    },
    changing: (host) => suffixes(host).some((suffix) => changes.has(suffix)),
    holes: libraryLookup(libraryRows),
    inEea: (country) => EEA.has(country),
    versions: {
      easyprivacy: `${easyprivacy.versie} (${easyprivacy.datum}) ${hashOf(easyPrivacy, ...[...excepted].toSorted())}`,
      cookies: `${cookies.versie} (${cookies.datum}) ${hashOf(cookieRows, readFileSync(file(OWN_COOKIES), 'utf8'))}`,
      libraries: `${bibliotheken.versie} (${bibliotheken.datum}) ${hashOf(libraryRows)}`,
      changing: `${newestOf(changing.value.wisselend.map(({ datum }) => datum))} ${hashOf(...[...changes].toSorted())}`,
      owners: `${newestOf(owners.dates)} ${hashOf(...owners.texts)}`,
    },
  }
}

const hashOf = (...texts: readonly string[]) => createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 8)

/** The last day on which somebody looked at a row. */
const newestOf = (dates: readonly string[]) => dates.toSorted().at(-1) ?? '0000-00-00'
