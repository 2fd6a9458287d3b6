/**
 * Turns the Open Cookie Database (JSON) into lists/cookies.csv: `node scripts/cookies-csv.mjs
 * open-cookie-database.json`.
 * Everything in it that could make us call a harmless cookie a tracking cookie is decided here, by name.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const CATEGORIES = {
  functional: 'functional',
  necessary: 'functional',
  security: 'security',
  personalization: 'personalization',
  analytics: 'analytics',
  marketing: 'marketing',
}

/** Names of one company that its scripts also set on the site's own host. */
const ANYWHERE = new Set([
  '_fbp',
  '_fbc',
  '_uetsid',
  '_uetvid',
  '__hstc',
  '__hssc',
  '__hssrc',
  '_clck',
  '_clsk',
  '_pin_unauth',
  '_epik',
  '_derived_epik',
  '__utmv',
  '_cc_id',
  '_kuid_',
  '__gfp_64b',
  '__insp_uid',
  '__insp_wid',
  '__insp_slim',
  '__insp_nv',
  '_ym_visorc_',
])
/** A choice that someone made, or whether one is needed: kept for the visitor, whatever the tool is for. */
const CHOICE = new RegExp(
  'opt.?out|opout|optin|opt_in|consent|ignore|privacy_bar|^ppms_privacy_|^FCCDCF$|^FCNEC$|testcookie|' +
    'test_rudder_cookie|^AMP_TOKEN$',
  'i',
)
/** Words that any builder may choose for a cookie of his own, so that they say nothing without a host. */
const COMMON = new Set([
  'i',
  'sp',
  'dst',
  'dpm',
  'fid',
  'gac',
  'gcl',
  'auid',
  'A1',
  'A1S',
  'AdID',
  'CAID',
  'DSID',
  'pses',
  'gmid',
  'ucid',
  'europe',
  'lantern',
  'ref-',
  'recs-',
  'queryString',
  'BlurTime',
  'FocusTime',
  'PageReferrer',
  'SearchTerm',
  'SiteReferrer',
  'ActionSetHistory',
  'SISessID',
  'CPSessID',
  'VisitorStatus',
  'CurrentContact',
  'c-plan',
  'c-referrer',
  'c-signup',
  'adcloud',
  'TestIfCookie',
  'prism_',
  'visitor_id',
  'apex__EmailAddress',
  'auraBrokenDefGraph',
  'calViewState',
  'unifiedPixel',
  'ctkgen',
  'mp_',
  'rl_session',
  'shop_analytics',
  'hj_visitor',
  'acalltracker',
  'opout',
  'OAGEO',
  'pa_user',
  'mbox',
  'X-FD-FEATURES',
  'X-FD-Time',
  // A chat window needs these to keep the conversation; whether they also count visitors cannot be told from the name.
  'intercom-id-',
  'intercom-device-id-',
  'intercom-session-',
  '__zlcmid',
  'ZD-buid',
  'ZD-suid',
])
/** Where we read the maker's own description differently. */
const CORRECTED = new Map([
  ...[
    '_hjSessionUser_',
    '_hjSession_',
    '_hjFirstSeen',
    '_hjIncludedInPageviewSample',
    '_hjIncludedInSessionSample',
    '_hjAbsoluteSessionInProgress',
    '_vwo_uuid',
  ].map((name) => [name, { category: 'analytics' }]),
  ...['Hm_lvt_', 'Hm_lpvt_'].map((name) => [name, { wildcard: true }]),
])

const file = process.argv[2]
if (!file) throw new Error('usage: node scripts/cookies-csv.mjs open-cookie-database.json')
const rows = new Map()
for (const [platform, entries] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) {
  for (const entry of entries) {
    const name = entry.cookie.trim().replace(/\*$/, '')
    const wildcard = CORRECTED.get(name)?.wildcard ?? (entry.wildcardMatch === '1' || entry.cookie.trim().endsWith('*'))
    const known = CORRECTED.get(name)?.category ?? CATEGORIES[entry.category.toLowerCase()]
    if (!name || !known || /[\s[\]{}%]/.test(name)) continue
    const category = (known === 'analytics' || known === 'marketing') && CHOICE.test(name) ? 'functional' : known
    const following = category === 'analytics' || category === 'marketing'
    const hosts = ANYWHERE.has(name) ? [] : (entry.domain.toLowerCase().match(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/g) ?? [])
    const bound = hosts.length > 0
    // A short name that starts many others, or a common word, says nothing of a cookie on a host of its own.
    if (following && !bound && (COMMON.has(name) || (wildcard && name.length < 4 && name !== '_hp'))) continue
    for (const host of bound ? hosts : ['']) {
      const key = `${name}\t${wildcard}\t${host}`
      const before = rows.get(key)
      // Sources that contradict each other: the milder reading stands.
      const milder = before && ['functional', 'security', 'personalization'].includes(before.category)
      if (!milder) rows.set(key, { name, wildcard, host, category, platform })
    }
  }
}
const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const lines = [...rows.values()]
  .map((row) => [row.name, row.wildcard ? '1' : '0', row.host, row.category, row.platform].map(cell).join(','))
  .sort()
writeFileSync(
  path.join(import.meta.dirname, '../lists/cookies.csv'),
  `name,wildcard,host,category,platform\n${lines.join('\n')}\n`,
)
console.log(`${lines.length} rows`)
