/** The lists as they lie in the repository, and what happens when a file in them is wrong. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lists } from '../model/lists.ts'
import { copied } from '../../test/copied.ts'
import { cookieLookup } from './cookie-names.ts'
import { loadLists } from './lists.ts'
import { trackerMatcher } from './tracker-list.ts'
import { DataMistakes } from './yaml-file.ts'

const root = path.join(import.meta.dirname, '../..')
const page = 'https://www.voorbeeld.nl/'
const written = (all: Record<string, string>) =>
  `  - {${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}\n`
const row = (over: Record<string, string>) =>
  written({
    host: 'dienst.example',
    dienst: 'Dienst',
    bedrijf: 'Bedrijf BV',
    soort: 'other',
    bron: '"dienst.example/over: Bedrijf BV"',
    tweede: '"gids: Dienst"',
    datum: '2026-11-01',
    ...over,
  })
const company = (over: Record<string, string> = {}) =>
  written({
    naam: 'Bedrijf BV',
    moeder: 'Moeder NV',
    land: 'NL',
    bron: '"register.example: Bedrijf BV"',
    tweede: '"gids: Bedrijf BV"',
    datum: '2026-10-01',
    ...over,
  })
const GIDS = 'bronnen:\n  gids: {adres: github.com/gids/lijst, wat: Een gids, gezien: 2026-11-01}\n'
const owners = (rows: string, companies = company()) => `${GIDS}bedrijven:\n${companies}eigenaren:\n${rows}`

let scratch: string
beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'lists-test-'))
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** The real lists with another owners.yaml. */
function withOwners(name: string, yaml: string): string {
  const dir = path.join(scratch, name)
  mkdirSync(dir)
  renameSync(copied(path.join(root, 'lists')), path.join(dir, 'lists'))
  writeFileSync(path.join(dir, 'owners.yaml'), yaml)
  return dir
}
const mistakesOf = (dir: string, today?: string) =>
  loadLists(dir, undefined, today).then(
    () => {
      throw new Error('no mistake was found')
    },
    (error: unknown) => {
      if (!(error instanceof DataMistakes)) throw error
      return error.mistakes
    },
  )

describe('the lists in the repository', () => {
  let lists: Lists
  beforeAll(async () => {
    lists = await loadLists(root)
  })

  test('know a service by the host of its script, and nothing of a made-up host', () => {
    expect(lists.owner('fonts.googleapis.com')).toMatchObject({ category: 'fonts', country: 'US' })
    expect(lists.owner('iets.onbekend.example')).toBeUndefined()
    // Of these who keeps the site decides what they bring in.
    for (const host of ['www.googletagmanager.com', 'tags.tiqcdn.com'])
      expect(lists.owner(host)?.category).toBe('tag-manager')
    expect(lists.owner('consent.cookiebot.com')?.category).toBe('consent')
    expect(lists.owner('connect.facebook.net')?.category).not.toMatch(/tag-manager|consent/)
  })
  test('match a listed tracker and give the rule itself', () => {
    expect(lists.tracker({ url: 'https://www.google-analytics.com/analytics.js', page, type: 'script' })).toContain(
      'google-analytics.com',
    )
    expect(
      lists.tracker({ url: 'https://www.googletagmanager.com/gtm.js?id=GTM-X', page, type: 'script' }),
    ).toBeDefined()
  })
  test('name the one rule that matched, not a heap of them', () => {
    expect(lists.tracker({ url: 'https://reclame.example/pixel.gif?id=1', page, type: 'image' })).toBe('/pixel.gif?')
  })
  test('match nothing ordinary: own files, fonts, maps, the page itself', () => {
    for (const [url, type] of [
      [page, 'document'],
      ['https://www.voorbeeld.nl/stijl.css', 'stylesheet'],
      ['https://fonts.gstatic.com/s/x.woff2', 'font'],
      ['https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/1/2/3.png', 'image'],
    ] as const)
      expect(lists.tracker({ url, page, type })).toBeUndefined()
  })
  test('leave out reviewed exceptions, though the list has a rule for them', () => {
    const url = 'https://statistiek.rijksoverheid.nl/piwik/piwik.js'
    expect(lists.tracker({ url, page, type: 'script' })).toBeUndefined()
    expect(lists.tracker({ url: url.replace('rijksoverheid', 'elders'), page, type: 'script' })).toBeDefined()
    expect(lists.tracker({ url: 'https://plausible.io/js/script.js', page, type: 'script' })).toBeUndefined()
  })
  test('an exception holds for whole labels only', () => {
    expect(lists.tracker({ url: 'https://nepplausible.io/piwik.js', page, type: 'script' })).toBeDefined()
  })
  test('know cookies of analytics and marketing, with variable endings', () => {
    const host = 'www.voorbeeld.nl'
    expect(lists.cookie('_ga', host)?.category).toBe('analytics')
    expect(lists.cookie('_ga_ABC123', host)?.category).toBe('analytics')
    expect(lists.cookie('_fbp', host)?.category).toBe('marketing')
    expect(lists.cookie('_pk_id.1.1fff', host)).toMatchObject({
      category: 'analytics',
      platform: expect.stringMatching(/Matomo|Piwik/),
    })
    expect(lists.cookie('_hjSessionUser_123', host)?.category).toBe('analytics')
    expect(lists.cookie('IDE', 'stats.g.doubleclick.net')?.category).toBe('marketing')
    expect(lists.cookie('CookieConsent', host)?.category).toBe('functional')
  })
  test.each([
    'fr',
    'id',
    'uid',
    'token',
    'test',
    'lang',
    'c',
    'sid',
    'IDE',
    'visitor_id',
    'session',
    'sp',
    'NID',
    'mbox',
  ])('the word %s says nothing bad on a site of its own', (name) => {
    expect(['analytics', 'marketing']).not.toContain(lists.cookie(name, 'www.voorbeeld.nl')?.category)
  })
  test.each(['matomo_ignore', 'mtm_consent', '_stg_optout', 'optimizelyOptOut'])(
    '%s keeps a choice and is functional',
    (name) => {
      expect(lists.cookie(name, 'www.voorbeeld.nl')?.category).toBe('functional')
    },
  )
  test.each(['_gateway', '_ga_optout', '_gatsby', '_pk_identity', '_hjSession_keuze', 'ga-disable-G-ABC1234567'])(
    '%s only begins like one',
    (name) => {
      expect(['analytics', 'marketing']).not.toContain(lists.cookie(name, 'www.voorbeeld.nl')?.category)
    },
  )
  test.each([
    '_gat',
    '_gat_UA-1234-1',
    '_gat_gtag_UA_1234_1',
    '_pk_ses.7.4b2d',
    '_hjSession_123',
    '_clck',
    's_vi',
    'AMP_TOKEN',
  ])('%s is one', (name) => {
    expect(['analytics', 'marketing']).toContain(lists.cookie(name, 'www.voorbeeld.nl')?.category)
  })
  test('know sessions by the name that their software gives them, and a token against forgery apart', () => {
    const role = (name: string) => lists.cookie(name, 'www.voorbeeld.nl')?.role
    for (const name of ['PHPSESSID', '__Host-PHPSESSID', 'DokuWiki', '.AspNetCore.Cookies', 'wiki_session'])
      expect(role(name), name).toBe('session')
    for (const name of [
      'om_frontend',
      'phpbb3_6eyav_sid',
      'JSESSIONID.0a1b2c3d',
      'session-id',
      'remember-me',
      'REMEMBERME',
    ])
      expect(role(name), name).toBe('session')
    for (const name of ['csrftoken', 'XSRF-TOKEN']) expect(role(name), name).toBe('forgery')
    for (const name of ['heroku-session-affinity', 'sessies', 'CookieConsent']) expect(role(name), name).toBeUndefined()
  })
  test('let a name that one program gives go before words that anybody may use', () => {
    expect(lists.cookie('SID', 'accounts.google.com')).toMatchObject({ category: 'marketing' })
    expect(lists.cookie('auth_token', 'api.twitter.com')).toMatchObject({ category: 'marketing' })
    expect(lists.cookie('sid', 'www.voorbeeld.nl')).toMatchObject({ role: 'session', guess: true })
    for (const name of ['PHPSESSID', 'laravel_session', 'laravel-session'])
      expect(lists.cookie(name, 'www.voorbeeld.nl'), name).toEqual({
        category: 'functional',
        role: 'session',
        platform: expect.any(String),
      })
    expect(lists.cookie('app-session', 'www.voorbeeld.nl')).toMatchObject({ role: 'session', guess: true })
  })
  test('count thirty countries to the European Economic Area', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    expect(letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => lists.inEea(code))).toHaveLength(30)
    for (const outside of ['US', 'GB', 'CH', 'nl', '']) expect(lists.inEea(outside)).toBe(false)
  })
  test('name their versions with a date and a hash', () => {
    for (const name of ['easyprivacy', 'cookies', 'owners'])
      expect(lists.versions[name]).toMatch(/\d{4}-\d\d-\d\d.* [0-9a-f]{8}$/)
  })
})

describe('owners', () => {
  test('the longest suffix on whole labels wins', async () => {
    const lists = await loadLists(
      withOwners(
        'longest',
        owners(row({ host: 'dienst.example' }) + row({ host: 'kaart.dienst.example', soort: 'maps' })),
      ),
    )
    expect(lists.owner('a.kaart.dienst.example')).toMatchObject({
      category: 'maps',
      parent: 'Moeder NV',
      country: 'NL',
    })
    expect(lists.owner('WWW.Dienst.example')).toMatchObject({ category: 'other', date: '2026-10-01' })
    expect(lists.owner('WWW.Dienst.example')?.source).toBe(
      'dienst.example/over, github.com/gids/lijst, register.example',
    )
    expect(lists.owner('eendienst.example')).toBeUndefined()
  })
  test.each([
    ['host', owners(row({ tweede: '{gezocht: 2026-11-01}' }))],
    ['company', owners(row({}), company({ tweede: '{gezocht: 2026-11-01}' }))],
  ])('with one source for the %s, service and company are told, parent and country are not', async (which, yaml) => {
    const lists = await loadLists(withOwners(`one-${which}`, yaml))
    expect(lists.owner('dienst.example')).toMatchObject({
      service: 'Dienst',
      company: 'Bedrijf BV',
      parent: null,
      country: null,
    })
  })
  test('mistakes are told with file, line and what was expected, all at once', async () => {
    const mistakes = await mistakesOf(
      withOwners(
        'wrong',
        owners(
          row({ host: 'https://x.example/' }) +
            row({ soort: 'volger' }) +
            row({ bron: 'ergens' }) +
            row({ tweede: '""' }),
          company({ land: 'Nederland' }),
        ),
      ),
    )
    expect(mistakes.map(({ file, line }) => `${file}:${line}`)).toEqual(
      [4, 6, 7, 8, 9].map((line) => `owners.yaml:${line}`),
    )
    expect(mistakes[0]?.text).toContain('twee hoofdletters')
    expect(mistakes[1]?.text).toContain('fonts.googleapis.com')
    expect(mistakes[2]?.text).toContain('tag-manager')
    expect(mistakes[3]?.text).toContain('adyen.com/legal: Adyen N.V., Amsterdam')
    expect(mistakes[4]?.text).toContain('verwacht de naam van een bron')
  })
  test('a row or company without a second source is refused', async () => {
    const without = (line: string) => line.replace(/, tweede: "[^"]*"/, '')
    const mistakes = await mistakesOf(withOwners('no-second', owners(without(row({})), without(company()))))
    expect(mistakes.map(({ line, text }) => [line, text.includes('tweede, andere bron ontbreekt')])).toEqual([
      [4, true],
      [6, true],
    ])
  })
  test.each([
    ['the same name', '"gids: Dienst"', '"gids: Andere woorden"', 'github.com/gids'],
    ['one registrable domain', '"help.dienst.example: A"', '"www.dienst.example/over: B"', 'dienst.example'],
    ['one account where many publish', '"github.com/gids/ander: A"', '"gids: B"', 'github.com/gids'],
  ])('a second source of the same publisher is refused: %s', async (what, bron, tweede, publisher) => {
    const dir = withOwners(`same-${what.replaceAll(' ', '-')}`, owners(row({ bron, tweede })))
    expect(await mistakesOf(dir)).toEqual([
      { file: 'owners.yaml', line: 6, text: `de tweede bron is van dezelfde uitgever als de eerste: ${publisher}` },
    ])
  })
  test('two accounts where many publish are two publishers', async () => {
    const lists = await loadLists(withOwners('accounts', owners(row({ bron: '"github.com/ander/lijst: A"' }))))
    expect(lists.owner('dienst.example')?.country).toBe('NL')
  })
  test('a later day is a mistake for who checks the data, not for who reads it', async () => {
    const dir = withOwners(
      'later',
      owners(row({ datum: '2027-01-01' }) + row({ host: 'b.example', tweede: '{gezocht: 2027-01-02}' })),
    )
    expect((await loadLists(dir)).owner('dienst.example')).toBeDefined()
    expect((await mistakesOf(dir, '2026-12-31')).map(({ line, text }) => `${line} ${text}`)).toEqual([
      '6 2027-01-01 ligt in de toekomst',
      '7 2027-01-02 ligt in de toekomst',
    ])
    expect((await loadLists(dir, undefined, '2027-01-02')).owner('dienst.example')).toBeDefined()
  })
  test('a source or company that is not there, one twice, and one without a host are mistakes', async () => {
    const companies = company() + company() + company({ naam: 'Leeg BV' })
    const rows =
      row({}) + row({}) + row({ host: 'b.example', bedrijf: 'Weg BV' }) + row({ host: 'c.example', bron: '"weg: X"' })
    const mistakes = await mistakesOf(withOwners('loose', owners(rows, companies)))
    expect(mistakes.map(({ line, text }) => `${line} ${text}`).toSorted()).toEqual([
      '10 bedrijf Weg BV staat niet in bedrijven',
      '11 bron weg staat niet in bronnen',
      '5 bedrijf Bedrijf BV staat er twee keer in',
      '6 bedrijf Leeg BV heeft geen host',
      '9 host dienst.example staat er twee keer in',
    ])
  })
})

describe('cookie names', () => {
  const known = cookieLookup(
    'name,wildcard,host,category,platform\n_x,1,,analytics,X\n_x_keuze,0,,functional,X\nfr,0,gezicht.' +
      'example,marketing,G\n"met,komma",0,,security,"S ""1"""\n',
  )
  test('an exact name wins over a beginning', () => {
    expect(known('_x_keuze', 'a.nl')?.category).toBe('functional')
    expect(known('_x_keuze2', 'a.nl')?.category).toBe('analytics')
    expect(known('met,komma', 'a.nl')).toEqual({ category: 'security', platform: 'S "1"' })
  })
  test('a name bound to a host counts there and below, in the case it is written in', () => {
    expect(known('fr', 'www.gezicht.example')?.category).toBe('marketing')
    expect(known('fr', 'a.nl')).toBeUndefined()
    expect(known('FR', 'gezicht.example')).toBeUndefined()
  })
  test('an unknown category in the file is refused', () => {
    expect(() => cookieLookup('name,wildcard,host,category,platform\na,0,,volger,X\n')).toThrow()
  })
})

describe('the engine kept on disk', () => {
  const request = { url: 'https://volger.example/x.js', page, type: 'script' }
  const fresh = (name: string) => {
    const dir = path.join(scratch, name)
    mkdirSync(dir)
    return dir
  }
  test('answers the same from disk, rule text included', () => {
    const dir = fresh('same')
    const first = trackerMatcher('||volger.example^$third-party', dir)(request)
    expect(readdirSync(dir)).toHaveLength(1)
    expect(first).toBe('||volger.example^$third-party')
    expect(trackerMatcher('||volger.example^$third-party', dir)(request)).toBe(first)
  })
  test.each([
    ['empty', ''],
    ['cut off', 'xx'],
    ['filled with something else', 'x'.repeat(5_000)],
  ])('is built anew when the file is %s', (name, content) => {
    const dir = fresh(name)
    trackerMatcher('||volger.example^', dir)
    for (const file of readdirSync(dir)) writeFileSync(path.join(dir, file), content)
    expect(trackerMatcher('||volger.example^', dir)(request)).toBe('||volger.example^')
    expect(readdirSync(dir)).toHaveLength(1)
  })
  test('another list is another file', () => {
    const dir = fresh('another')
    trackerMatcher('||volger.example^', dir)
    expect(trackerMatcher('||ander.example^', dir)(request)).toBeUndefined()
    expect(readdirSync(dir)).toHaveLength(2)
  })
})
