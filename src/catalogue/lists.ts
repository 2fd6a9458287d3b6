/** Reads the lists that evidence is held against (owners, trackers, cookies), once, at start. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { hostOf, suffixes } from '../lib/domain.ts'
import type { Lists, Owner } from '../model/lists.ts'
import { cookieLookup, OwnCookiesFile, ownCookieLookup } from './cookie-names.ts'
import { ChangingFile, EditionsFile, ExceptionsFile, OwnersFile } from './list-files.ts'
import { trackerMatcher } from './tracker-list.ts'
import { DataMistakes, readYaml, type Mistake } from './yaml-file.ts'

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
 * companies.
 * Throws DataMistakes with file, line and what was expected, all mistakes at once.
 */
export async function loadLists(dir: string, extraOwners?: string): Promise<Lists> {
  const file = (name: string) => path.join(dir, name)
  const ownerFiles = [
    { place: file('owners.yaml'), label: 'owners.yaml' },
    ...(extraOwners === undefined ? [] : [{ place: extraOwners, label: extraOwners }]),
  ].map(({ place, label }) => ({ label, text: readFileSync(place, 'utf8'), ...readYaml(place, OwnersFile, label) }))
  const exceptions = readYaml(file(EXCEPTIONS), ExceptionsFile, EXCEPTIONS)
  const changing = readYaml(file(CHANGING), ChangingFile, CHANGING)
  const editions = readYaml(file('lists/lijsten.yaml'), EditionsFile, 'lists/lijsten.yaml')
  const ownCookies = readYaml(file(OWN_COOKIES), OwnCookiesFile, OWN_COOKIES)
  const rows = ownerFiles.flatMap(({ value, label, lineOf }) =>
    (value?.eigenaren ?? []).map((row, index) => ({ row, label, line: () => lineOf(['eigenaren', index, 'host']) })),
  )
  const byHost = new Map<string, Owner>()
  const mistakes: Mistake[] = [
    ...ownerFiles.flatMap(({ mistakes: each }) => each),
    ...exceptions.mistakes,
    ...changing.mistakes,
    ...editions.mistakes,
    ...ownCookies.mistakes,
  ]
  for (const { row, label, line } of rows) {
    if (byHost.has(row.host))
      mistakes.push({ file: label, line: line(), text: `host ${row.host} staat er twee keer in` })
    byHost.set(row.host, {
      service: row.dienst,
      company: row.bedrijf,
      parent: row.moeder,
      country: row.land,
      category: row.soort,
      source: row.bron,
      date: row.datum,
    })
  }
  if (mistakes.length > 0 || !editions.value || !exceptions.value || !changing.value || !ownCookies.value)
    throw new DataMistakes(mistakes)

  const excepted = new Set(exceptions.value.uitzonderingen.map(({ host }) => host))
  const changes = new Set(changing.value.wisselend.map(({ host }) => host))
  const easyPrivacy = readFileSync(file('lists/easyprivacy.txt'), 'utf8')
  const match = trackerMatcher(easyPrivacy)
  const cookieRows = readFileSync(file('lists/cookies.csv'), 'utf8')
  const knownCookie = cookieLookup(cookieRows)
  const ownCookie = ownCookieLookup(ownCookies.value)
  const { easyprivacy, cookies } = editions.value
  const newest = newestOf(rows.map(({ row }) => row))
  return {
    owner: (host) =>
      suffixes(host)
        .map((suffix) => byHost.get(suffix))
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
    inEea: (country) => EEA.has(country),
    versions: {
      easyprivacy: `${easyprivacy.versie} (${easyprivacy.datum}) ${hashOf(easyPrivacy, ...[...excepted].toSorted())}`,
      cookies: `${cookies.versie} (${cookies.datum}) ${hashOf(cookieRows, readFileSync(file(OWN_COOKIES), 'utf8'))}`,
      changing: `${newestOf(changing.value.wisselend)} ${hashOf(...[...changes].toSorted())}`,
      owners: `${newest} ${hashOf(...ownerFiles.map(({ text }) => text))}`,
    },
  }
}

const hashOf = (...texts: readonly string[]) => createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 8)

/** The last day on which somebody looked at a row. */
const newestOf = (rows: readonly { readonly datum: string }[]) =>
  rows
    .map(({ datum }) => datum)
    .toSorted()
    .at(-1) ?? '0000-00-00'
