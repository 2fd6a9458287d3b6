/** Our owners beside an independent list of the same hosts: that of the HTTP Archive (third-party-web). */
import path from 'node:path'
import { getEntity } from 'third-party-web'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readFileSync } from 'node:fs'

type Row = { readonly host: string; readonly dienst: string; readonly bedrijf: string; readonly moeder: string }
const rows = (parse(readFileSync(path.join(import.meta.dirname, '../../owners.yaml'), 'utf8')) as { eigenaren: Row[] })
  .eigenaren

/** The other list keeps the name from before a takeover or a new name. Each is looked at by a person. */
const FORMER: Readonly<Record<string, string>> = {
  'bat.bing.com': 'Bing Ads',
  'microsoft.com': 'Bing Ads',
  'msecnd.net': 'Bing Ads',
  'adnxs.com': 'AppNexus',
  't.co': 'Twitter',
  'twimg.com': 'Twitter',
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
  'rubiconproject.com': 'Rubicon Project',
  'texthelp.com': 'Browsealoud',
}
/** Words that say nothing of whose it is. */
const COMMON = new Set([
  'inc',
  'ltd',
  'llc',
  'the',
  'com',
  'cdn',
  'ads',
  'analytics',
  'media',
  'group',
  'chat',
  'cloud',
  'web',
  'services',
])
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

test('of hosts that both lists know, both name the same service or company', () => {
  const both = rows.flatMap((row) => {
    const entity = getEntity(`https://${row.host}/`)
    return entity ? [{ row, entity }] : []
  })
  expect(both.length).toBeGreaterThan(240)
  const apart = both.filter(({ row, entity }) => {
    const ours = names(row.dienst, row.bedrijf, row.moeder)
    return !names(entity.name, entity.company).some((word) =>
      ours.some((own) => own.includes(word) || word.includes(own)),
    )
  })
  expect(Object.fromEntries(apart.map(({ row, entity }) => [row.host, entity.company]))).toEqual(FORMER)
})
