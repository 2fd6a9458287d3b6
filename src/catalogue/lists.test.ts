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
const row = (over: Record<string, string>) => {
  const all = {
    host: 'dienst.example',
    dienst: 'Dienst',
    bedrijf: 'Bedrijf BV',
    moeder: 'Bedrijf BV',
    land: 'NL',
    soort: 'other',
    bron: 'x',
    datum: '2026-11-01',
    ...over,
  }
  return `  - {${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}\n`
}

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
const mistakesOf = (dir: string) =>
  loadLists(dir).then(
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
        `eigenaren:\n${row({ host: 'dienst.example' })}${row({ host: 'kaart.dienst.example', soort: 'maps', land: 'US' })}`,
      ),
    )
    expect(lists.owner('a.kaart.dienst.example')).toMatchObject({ category: 'maps', country: 'US' })
    expect(lists.owner('WWW.Dienst.example')).toMatchObject({ category: 'other' })
    expect(lists.owner('eendienst.example')).toBeUndefined()
  })
  test('mistakes are told with file, line and what was expected, all at once', async () => {
    const mistakes = await mistakesOf(
      withOwners(
        'wrong',
        `eigenaren:\n${row({ land: 'Nederland' })}${row({ host: 'https://x.example/' })}${row({ soort: 'volger' })}`,
      ),
    )
    expect(mistakes.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'owners.yaml:2',
      'owners.yaml:3',
      'owners.yaml:4',
    ])
    expect(mistakes[0]?.text).toContain('twee hoofdletters')
    expect(mistakes[1]?.text).toContain('fonts.googleapis.com')
    expect(mistakes[2]?.text).toContain('tag-manager')
  })
  test('a host that stands there twice is a mistake at its second line', async () => {
    const mistakes = await mistakesOf(withOwners('twice', `eigenaren:\n${row({})}${row({ land: 'US' })}`))
    expect(mistakes).toEqual([{ file: 'owners.yaml', line: 3, text: 'host dienst.example staat er twee keer in' }])
  })
})

describe('cookie names', () => {
  const known = cookieLookup(
    'name,wildcard,host,category,platform\n_x,1,,analytics,X\n_x_keuze,0,,functional,X\nfr,0,gezicht.example,marketing,G\n"met,komma",0,,security,"S ""1"""\n',
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
