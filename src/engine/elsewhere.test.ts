/** What would have been said, had other parties stayed as they were: whose change it was. */
import { expect, test } from 'vitest'
import { AT, cookie, exchanger, HOST, noLists, request, session } from '../../test/evidence.ts'
import type { AnyCheck } from '../model/check.ts'
import type { Evidence, Exchanger, Session } from '../model/evidence.ts'
import type { OwnerCategory } from '../model/lists.ts'
import type { Catalogue } from '../model/norm.ts'
import { judgeElsewhereAsBefore } from './elsewhere.ts'
import { shown } from './reading/claims.ts'

/** Bad when a page asked for, or got a cookie of, a host with this word; or a server of mail does not encrypt. */
const check = (id: string, needs: object, bad: (seen: never) => boolean): AnyCheck =>
  ({
    id,
    needs,
    reasons: { bad: shown('unmet'), good: shown('met') },
    judge: (seen: never) => ({ reason: bad(seen) ? 'bad' : 'good' }),
  }) as unknown as AnyCheck
const checks = [
  check('page', { session: ['before-consent'] }, ({ session: [first] }: { session: { value: Session }[] }) => {
    const { requests, cookies } = first!.value
    return requests.some(({ host }) => host.includes('volgt')) || cookies.some(({ name }) => name === 'volg')
  }),
  check('mail', { exchangers: true }, ({ exchangers }: { exchangers: { servers: Exchanger[] } }) =>
    exchangers.servers.some(({ state }) => state !== 'encrypts'),
  ),
]
const TOOLS: Readonly<Record<string, OwnerCategory>> = {
  'www.googletagmanager.com': 'tag-manager',
  'tags.tiqcdn.com': 'tag-manager',
  'consent.cookiebot.com': 'consent',
  'berichten.zoeker.example': 'consent',
  'advertentie.example': 'advertising',
}
const rules = {
  lists: {
    ...noLists,
    owner: (host: string) => {
      const category = TOOLS[host]
      const of = { service: host, company: host, parent: null, country: null, source: '', date: AT }
      return category && { ...of, category }
    },
  },
  checks: new Map(checks.map((each) => [each.id, each])),
  catalogue: {
    norms: [
      {
        id: 'N',
        criteria: checks.map(({ id }) => ({
          id,
          subjects: ['website'],
          onlyPublicBodies: false,
          means: { by: 'check', check: id, options: {} },
        })),
      },
    ],
  } as unknown as Catalogue,
}
const evidence = (page: Session, servers: readonly Exchanger[] = []): Evidence =>
  ({
    format: 2,
    subject: { kind: 'website', address: HOST },
    begun: AT,
    ended: AT,
    versions: {},
    host: [{ probe: 'exchangers', at: AT, result: { seen: true, value: { servers, lacks: {} } } }],
    pages: [
      {
        probe: 'session',
        page: `https://${HOST}/`,
        role: 'landing',
        phase: 'before-consent',
        profile: 'desktop',
        at: AT,
        result: { seen: true, value: page },
      },
    ],
  }) as unknown as Evidence
const says = (then: Evidence, now: Evidence) =>
  Object.fromEntries(judgeElsewhereAsBefore(then, now, { kind: 'website', address: HOST, publicBody: false }, rules))

/** A request for a host, asked for by the page or by a script of another. */
const asked = (host: string, by = HOST) =>
  request({ url: `https://${host}/x.js`, host, initiator: { kind: 'script', url: `https://${by}/a.js` } })
const page = (...hosts: readonly (readonly [string, string?])[]) =>
  evidence(session({ requests: hosts.map(([host, by]) => asked(host, by)) }))

test('what a party that was there brought in is that party’s doing', () => {
  const then = page(['kaart.example'])
  expect(says(then, page(['kaart.example'], ['volgt.example', 'kaart.example']))['page']).toBe('met')
  // By way of a second one, and gone again.
  const through = page(['kaart.example'], ['knoop.example', 'kaart.example'], ['volgt.example', 'knoop.example'])
  expect(says(then, through)['page']).toBe('met')
  expect(says(through, then)['page']).toBe('unmet')
})

test('near misses: what the page itself asks for, and who the page itself brought in, is the own side’s doing', () => {
  const then = page(['kaart.example'])
  expect(says(then, page(['kaart.example'], ['volgt.example']))['page']).toBe('unmet')
  expect(says(then, page(['nieuw.example'], ['volgt.example', 'nieuw.example']))['page']).toBe('unmet')
  // A subdomain of its own, also when a party there brings it in.
  expect(says(then, page(['kaart.example'], [`volgt.voorbeeld.nl`, 'kaart.example']))['page']).toBe('unmet')
  // A circle has no beginning, and ends.
  const circle = page(['kaart.example'], ['volgt.example', 'rond.example'], ['rond.example', 'volgt.example'])
  expect(says(then, circle)['page']).toBe('unmet')
})

test.each(Object.keys(TOOLS).filter((host) => TOOLS[host] !== 'advertising'))(
  'what is set in %s by who keeps the site is the own side’s doing',
  (tool) => {
    const then = page([tool], ['kaart.example', tool])
    expect(says(then, page([tool], ['kaart.example', tool], ['volgt.example', tool]))['page']).toBe('unmet')
    // Also by a tool in it, and by a party that is new in it.
    const inner = page([tool], ['consent.cookiebot.com', tool], ['volgt.example', 'consent.cookiebot.com'])
    expect(says(page([tool], ['consent.cookiebot.com', tool]), inner)['page']).toBe('unmet')
    const added = page([tool], ['nieuw.example', tool], ['volgt.example', 'nieuw.example'])
    expect(says(then, added)['page']).toBe('unmet')
    // Near miss: a party that was in it then as well brings in another.
    const brings = page([tool], ['kaart.example', tool], ['volgt.example', 'kaart.example'])
    expect(says(then, brings)['page']).toBe('met')
  },
)

test('near misses: an advertiser that brings another, a tool that a supplier brings, and a map beside a tool', () => {
  const through = (host: string) => says(page([host]), page([host], ['volgt.example', host]))['page']
  expect(through('advertentie.example')).toBe('met')
  expect(through('kaart.zoeker.example')).toBe('met')
  const tool = 'www.googletagmanager.com'
  const theirs = page(['advertentie.example'], [tool, 'advertentie.example'], ['volgt.example', tool])
  expect(says(page(['advertentie.example']), theirs)['page']).toBe('met')
  const beside = (...more: [string, string][]) => page(['berichten.zoeker.example'], ['kaart.zoeker.example'], ...more)
  expect(says(beside(), beside(['volgt.example', 'kaart.zoeker.example']))['page']).toBe('met')
})

test('a cookie that a party sets where it set none is that party’s doing', () => {
  const here = (cookies: Session['cookies']) => evidence(session({ requests: [asked('kaart.example')], cookies }))
  expect(says(here([]), here([cookie({ name: 'volg', host: 'kaart.example' })]))['page']).toBe('met')
  expect(says(here([]), here([cookie({ name: 'volg', host: HOST })]))['page']).toBe('unmet')
})

test('a server of another that receives the mail is another’s, when it received it then as well', () => {
  const at = (host: string, state: Exchanger['state']) => exchanger({ host, state })
  const of = (...servers: readonly Exchanger[]) => evidence(session(), servers)
  expect(says(of(at('mx.post.example', 'encrypts')), of(at('mx.post.example', 'no-starttls')))['mail']).toBe('met')
  // Near misses: an own server, and another one than then.
  expect(says(of(at(`mx.voorbeeld.nl`, 'encrypts')), of(at(`mx.voorbeeld.nl`, 'no-starttls')))['mail']).toBe('unmet')
  expect(says(of(at('mx.post.example', 'encrypts')), of(at('mx.anders.example', 'no-starttls')))['mail']).toBe('unmet')
})
