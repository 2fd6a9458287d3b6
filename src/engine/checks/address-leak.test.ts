/** Whether others hear which page somebody reads. */
import { expect, test } from 'vitest'
import type { Request, Session } from '../../model/evidence.ts'
import { HOST, judgeWith, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { addressLeak } from './address-leak.ts'

const lists = listsWith({
  owners: {
    'telt.example': { category: 'analytics', country: 'US', service: 'Teller' },
    'siteteller.example': { category: 'analytics', country: 'NL' },
    'vraagt.example': { category: 'consent', country: 'US' },
    'beeld.example': { category: 'video', country: 'US' },
    'ruimte.example': { category: 'hosting', country: 'US' },
  },
})
const PAGE = `https://${HOST}/schulden/hulp/`
const on = (url: string, requests: Partial<Request>[], over: Partial<Session> = {}) =>
  judgeWith(
    addressLeak,
    { session: [sighting(session({ url, requests: requests.map((each) => request(each)), ...over }), { page: url })] },
    { lists },
  )
const query = (address: string, host = 'telt.example') => ({
  url: `https://${host}/g/collect?v=2&dl=${encodeURIComponent(address)}`,
})

test('the full address inside a query is told to another party, encoded once or twice', () => {
  expect(on(PAGE, [query(PAGE)])).toMatchObject({
    reason: 'address',
    verdict: 'unmet',
    seen: { count: 1, hosts: 'telt.example (Teller)', policy: 'strict-origin-when-cross-origin' },
  })
  expect(on(PAGE, [query(encodeURIComponent(PAGE))]).reason).toBe('address')
  expect(on(PAGE, [query(`${PAGE}?bron=mail`)]).reason).toBe('address')
})
test('the full address in the Referer header is told, with the policy in force', () => {
  const answer = on(PAGE, [{ url: 'https://beeld.example/x.png', referrer: PAGE }], {
    headers: [['referrer-policy', 'unsafe-url']],
  })
  expect(answer).toMatchObject({ reason: 'address', seen: { policy: 'unsafe-url' } })
})
test('rented room may be the organisation itself: the provider is not told as who heard it', () => {
  expect(on(PAGE, [query(PAGE, 'api-ziekenhuis.ruimte.example')])).toMatchObject({
    reason: 'unknown-party',
    verdict: 'partly',
  })
})
test('the last known policy counts, a meta element after the header', () => {
  const { seen } = on(PAGE, [query(PAGE)], {
    headers: [['referrer-policy', 'unsafe-url, bestaat-niet']],
    metas: [{ name: 'referrer', content: 'no-referrer' }],
  })
  expect(seen.policy).toBe('no-referrer')
})
test('the name of the site alone is clean, by header and by query', () => {
  expect(
    on(PAGE, [{ url: 'https://telt.example/x.js', referrer: `https://${HOST}/` }, query(`https://${HOST}/`)]),
  ).toMatchObject({ reason: 'clean', verdict: 'met' })
})
test('a service that fetches a picture below the page, or another page, is clean', () => {
  expect(
    on(PAGE, [
      query(`https://${HOST}/schulden/hulp/foto.jpg`, 'beeld.example'),
      query(`https://${HOST}/contact/`, 'beeld.example'),
      query(`https://niet-${HOST}/schulden/hulp/`, 'beeld.example'),
    ]).reason,
  ).toBe('clean')
})
test('consent tools, and statistics from the EEA, may know the page', () => {
  expect(on(PAGE, [query(PAGE, 'vraagt.example'), query(PAGE, 'siteteller.example')]).reason).toBe('clean')
})
test('a party nobody knows may be the organisation itself: partly', () => {
  expect(on(PAGE, [query(PAGE, 'onbekend.example')])).toMatchObject({ reason: 'unknown-party', verdict: 'partly' })
  expect(on(PAGE, [query(PAGE, 'onbekend.example'), query(PAGE)])).toMatchObject({
    reason: 'address',
    seen: { hosts: 'telt.example (Teller)' },
  })
})
test('a search term is told, also when the rest of the address is not; short and other values are not terms', () => {
  const search = `https://${HOST}/zoeken?q=Schuldhulp&pagina=2024`
  expect(on(search, [{ url: 'https://telt.example/p?search_term=schuldhulp' }])).toMatchObject({
    reason: 'search-term',
    verdict: 'unmet',
  })
  expect(on(search, [query(search)]).reason).toBe('search-term')
  expect(on(search, [{ url: 'https://telt.example/p?v=2024' }]).reason).toBe('clean')
  expect(on(`https://${HOST}/zoeken?q=nl`, [{ url: 'https://telt.example/p?lang=nl' }]).reason).toBe('clean')
})
test('no other parties is met; only the start page seen is unknown', () => {
  expect(on(PAGE, [{ url: PAGE }])).toMatchObject({ reason: 'none', verdict: 'met' })
  expect(on(`https://${HOST}/`, [query(`https://${HOST}/`)])).toMatchObject({
    reason: 'start-only',
    verdict: 'unknown',
  })
})
test('a deeper page that asks nothing of others tells nothing, whatever the start page does', () => {
  const pages = [
    sighting(session({ url: `https://${HOST}/`, requests: [request({ url: 'https://beeld.example/x.png' })] })),
    sighting(session({ url: PAGE }), { page: PAGE }),
  ]
  expect(judgeWith(addressLeak, { session: pages }, { lists })).toMatchObject({ reason: 'clean', verdict: 'met' })
})
test("a start page with a query does not make the site's name an address", () => {
  expect(on(`https://${HOST}/?bron=mail`, [query(`https://${HOST}/`)]).reason).toBe('clean')
})
test('an address that cannot be decoded is no reason to fall over', () => {
  expect(on(`https://${HOST}/%E0%A4%A`, [{ url: 'https://telt.example/?x=%E0%A4%A' }]).reason).toBe('clean')
})
test('only the parties that heard it are told, and a known one before one nobody knows', () => {
  const search = 'https://www.voorbeeld.nl/zoek?q=schuld'
  const answer = on(search, [
    { url: 'https://telt.example/c?s=schuld' },
    { url: 'https://beeld.example/x.png', referrer: search },
    { url: `https://niemand.example/c?s=schuld` },
  ])
  expect(answer).toMatchObject({ reason: 'search-term', seen: { count: 2 } })
  expect(answer.seen['hosts']).not.toContain('niemand')
})
test('four letters are a search term, three occur by chance', () => {
  const asked = (term: string) =>
    on(`https://${HOST}/zoek?q=${term}`, [{ url: `https://telt.example/c?x=${term}` }]).reason
  expect(asked('tuin')).toBe('search-term')
  expect(asked('bos')).not.toBe('search-term')
})
test('monitoring in Europe hears the address as counting does; another kind of company there does not pass', () => {
  const european = listsWith({
    owners: {
      'waakt.example': { category: 'monitoring', country: 'NL' },
      'toont.example': { category: 'advertising', country: 'NL' },
    },
  })
  const told = (host: string) =>
    judgeWith(
      addressLeak,
      { session: [sighting(session({ url: PAGE, requests: [request(query(PAGE, host))] }), { page: PAGE })] },
      { lists: { ...european, inEea: () => true } },
    ).reason
  expect(told('waakt.example')).toBe('clean')
  expect(told('toont.example')).toBe('address')
})
test('the policy is read from the meta element of that name alone', () => {
  const metas = [
    { name: 'description', content: 'unsafe-url' },
    { name: 'referrer', content: ' No-Referrer ' },
  ]
  expect(on(PAGE, [{ url: 'https://beeld.example/x.png' }], { metas }).seen).toMatchObject({ policy: 'no-referrer' })
})
test('statistics of which the country is not certain may be from the EEA: partly', () => {
  const half = listsWith({ owners: { 'half.example': { category: 'analytics', parent: null, country: null } } })
  const pages = [sighting(session({ url: PAGE, requests: [request(query(PAGE, 'half.example'))] }), { page: PAGE })]
  expect(judgeWith(addressLeak, { session: pages }, { lists: half })).toMatchObject({
    reason: 'unknown-party',
    verdict: 'partly',
  })
})
