/** Our owners: each with two sources or saying so, and held beside an independent list, that of the HTTP Archive. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { entities, getEntity } from 'third-party-web'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { registrableDomain } from '../lib/domain.ts'
import { readOwners } from './owners.ts'

const place = path.join(import.meta.dirname, '../../owners.yaml')
type Told = { readonly bron: string; readonly tweede: string | { readonly gezocht: string } }
type Row = Told & { readonly host: string; readonly dienst: string; readonly bedrijf: string }
type Company = Told & { readonly naam: string; readonly moeder: string; readonly land: string }
const { eigenaren: rows, bedrijven } = parse(readFileSync(place, 'utf8')) as { eigenaren: Row[]; bedrijven: Company[] }
const companies = new Map(bedrijven.map((company) => [company.naam, company]))

/** The other list keeps the name from before a takeover or a new name. Each is looked at by a person. */
const FORMER: Readonly<Record<string, string>> = {
  'bat.bing.com': 'Bing Ads',
  'microsoft.com': 'Bing Ads',
  'msecnd.net': 'Bing Ads',
  'msads.net': 'Bing Ads',
  'msn.com': 'Bing Ads',
  's-msn.com': 'Bing Ads',
  's-msft.com': 'Bing Ads',
  'adnxs.com': 'AppNexus',
  't.co': 'Twitter',
  'twimg.com': 'Twitter',
  'twitpic.com': 'Twitter',
  'ads-twitter.com': 'Twitter',
  'xiti.com': 'AT Internet',
  'aticdn.net': 'AT Internet',
  'scorecardresearch.com': 'Scorecard Research',
  'kampyle.com': 'Kampyle',
  'onetrust.com': 'Optanon',
  'cookielaw.org': 'Optanon',
  'tagcommander.com': 'TagCommander',
  'pardot.com': 'Pardot',
  'awin1.com': 'Digital Window',
  'dwin1.com': 'Digital Window',
  'zenaps.com': 'Digital Window',
  // VKontakte: two letters are no word here.
  'vk.com': 'VK',
  'rubiconproject.com': 'Rubicon Project',
  'texthelp.com': 'Browsealoud',
}
/** Words that say nothing of whose it is. */
const COMMON = new Set('inc ltd llc the com cdn ads analytics media group chat cloud web services'.split(' '))
const names = (...texts: string[]) =>
  [
    ...new Set(
      texts
        .join(' ')
        .toLowerCase()
        .replaceAll('.', '')
        .match(/[a-z0-9]{3,}/g),
    ),
  ].filter((word) => !COMMON.has(word))

/** Whether two hosts lie in one registrable domain. */
const alike = (a: string, b: string) => registrableDomain(a) === registrableDomain(b)

describe('beside the list of the HTTP Archive', () => {
  test('of hosts that both know, both name the same service or company', () => {
    const both = rows.flatMap((row) => {
      const entity = getEntity(`https://${row.host}/`)
      return entity ? [{ row, entity }] : []
    })
    expect(both.length).toBeGreaterThan(280)
    const apart = both.filter(({ row, entity }) => {
      const ours = names(row.dienst, row.bedrijf, companies.get(row.bedrijf)?.moeder ?? '')
      return !names(entity.name, entity.company).some((word) =>
        ours.some((own) => own.includes(word) || word.includes(own)),
      )
    })
    expect(Object.fromEntries(apart.map(({ row, entity }) => [row.host, entity.company]))).toEqual(FORMER)
  })
  test('a row that cites it repeats what it says of that host', () => {
    const cited = rows.flatMap((row) =>
      [row.bron, row.tweede].flatMap((source) => {
        const said = typeof source === 'string' ? /^third-party-web: (.*)$/.exec(source)?.[1] : undefined
        return said === undefined ? [] : [{ host: row.host, said }]
      }),
    )
    expect(cited.length).toBeGreaterThan(200)
    const wrong = cited.filter(
      ({ host, said }) =>
        !entities.some(
          ({ name, domains }) =>
            said.startsWith(name.slice(0, 80)) &&
            domains.map((domain) => domain.replace(/^\*\./, '')).some((domain) => alike(domain, host)),
        ),
    )
    expect(wrong).toEqual([])
  })
})

describe('two sources', () => {
  const { byHost, mistakes } = readOwners([{ place, label: 'owners.yaml' }])
  test('of each row and company are there, or are said not to be', () => {
    expect(mistakes).toEqual([])
    expect(rows.length).toBeGreaterThanOrEqual(1517)
    const certain = [...byHost.values()].filter(({ country }) => country !== null)
    expect(certain.length).toBeGreaterThanOrEqual(1133)
  })
  test.each([
    ['buypass.com', 'Buypass AS', 'NO'],
    ['d-trust.net', 'Bundesdruckerei Gruppe GmbH', 'DE'],
    ['harica.gr', 'Greek Universities Network (GUnet)', 'GR'],
  ])('the authority at %s is known', (host, parent, country) => {
    expect(byHost.get(host)).toMatchObject({ parent, country })
  })
  test('a parent of another name than the company is named by both', () => {
    // Square is what Block was called when it bought Weebly; a baten-lastendienst is a part of the State.
    const otherwise = new Map([
      ['Block, Inc.', ['square']],
      ['Staat der Nederlanden', ['baten-lastendienst']],
    ])
    const general = new Set(
      (
        'inc llc ltd corp limited group holding holdings corporation company the gmbh plc ireland technologies ' +
        'platforms systems global international'
      ).split(' '),
    )
    const words = (name: string) =>
      (name.toLowerCase().match(/[a-z0-9+]{2,}/g) ?? []).filter((word) => !general.has(word))
    const silent = bedrijven.filter(({ naam, moeder, bron, tweede }) => {
      if (typeof tweede !== 'string' || words(moeder).some((word) => words(naam).includes(word))) return false
      const names = [...words(moeder), ...(otherwise.get(moeder) ?? [])]
      return [bron, tweede].some((source) => !names.some((word) => source.toLowerCase().includes(word)))
    })
    expect(silent.map(({ naam }) => naam)).toEqual([])
  })
  test('an address that nobody opened is never one of two', () => {
    const unopened = [...rows, ...bedrijven].filter(
      ({ bron, tweede }) => typeof tweede === 'string' && `${bron} ${tweede}`.includes('nog niet geopend'),
    )
    expect(unopened).toEqual([])
  })
})
