/** What everybody reads of a campaign: the promise before the start, the outcome, and nothing of anybody. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { createSite } from '../../apps/site.ts'
import { ensureMunicipality } from '../../db/municipality.ts'
import { canonical, sha256 } from '../../lib/canonical.ts'
import { newSpokenNumber, spoken } from '../../lib/spoken-number.ts'
import type { CampaignPlan, CampaignResult } from '../../model/campaign.ts'
import { CAMPAIGN_SOURCES } from '../../vocabulary/campaign.ts'
import { seedOf } from '../../scoring/campaign-draw.ts'

const TODAY = '2027-05-01'
const VALUE = '3 11 19 24 38 41'
let database: Awaited<ReturnType<typeof testDatabase>>
let municipality: string
let site: Hono
const siteOn = (day: string): Hono =>
  createSite({
    db: database.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: 'https://leidraad.sluiswijk.test',
    css: '',
    assets: {},
    today: () => day,
    reports: { key: Buffer.alloc(32), counted: async () => ({}) },
  })
beforeAll(async () => {
  database = await testDatabase()
  municipality = (await ensureMunicipality(database.db, 'Sluiswijk')).id
  site = siteOn(TODAY)
})
afterAll(() => database.close())

const probe = { publication: 3, leidraad: '2027.1', axe: '4.10', lists: 'x', catalogue: '7' }
const planOf = (number: string, title: string): CampaignPlan => ({
  number,
  title,
  aim: 'Elke winkel heeft een veilige verbinding.',
  norm: 'VEI-12',
  about: 'Betrouwbare e-mail',
  criteria: ['VEI-12.spf'],
  points: ['Wie namens u e-mail mag sturen (SPF)'],
  least: 'measured',
  audience: 'A',
  unit: 'street',
  strata: 'size',
  before: '2027-01-05',
  drawOn: '2027-01-12',
  source: 'lotto',
  reads: CAMPAIGN_SOURCES.lotto.reads.nl,
  where: CAMPAIGN_SOURCES.lotto.where,
  starts: '2027-01-13',
  until: '2027-02-28',
  after: '2027-04-01',
  ways: ['letter', 'visit'],
  steps: ['Bel uw websitebouwer.', 'Vraag om SPF.', 'Kijk of het werkt.'],
  probe,
  clusters: ['Kade', 'Markt'].map((label, at) => ({ label, stratum: at + 1 })),
  meant: 24,
  leftOut: 3,
  members: 'b'.repeat(64),
  test: { alpha: 0.05, permutations: 20_000, fewest: 10 },
})
const arm = { meant: 12, clusters: 1, missing: 1, known: 11, before: 5, after: 6 }
const nothing: CampaignResult = {
  verdict: 'none',
  first: arm,
  waiting: arm,
  difference: 0.05,
  interval: { low: -0.2, high: 0.3 },
  bounds: { low: -0.1, high: 0.2 },
  p: 0.43,
  leastP: 0.01,
  permutations: 184_756,
  exact: true,
  broken: [],
  probe,
  reach: { meant: 12, first: 8, waiting: null },
}
/** Puts one there as the database does; gives its path. */
async function put(
  title: string,
  state: 'frozen' | 'drawn' | 'told' | 'stopped',
  result: CampaignResult | null = null,
): Promise<string> {
  const number = newSpokenNumber()
  const plan = canonical(planOf(number, title))
  const hash = sha256(plan)
  const drawn = state === 'drawn' || state === 'told'
  const { aim, norm, drawOn, starts, until, after } = planOf(number, title)
  await database.db
    .insertInto('published.campaign')
    .values({
      municipality,
      number,
      state,
      title,
      aim,
      norm,
      plan,
      hash,
      frozen_on: '2027-01-05',
      frozen_by: 'beleidsmedewerker',
      draw_on: drawOn,
      starts,
      until,
      after,
      value: drawn ? VALUE : null,
      seed: drawn ? seedOf(hash, VALUE) : null,
      drawn_on: drawn ? drawOn : null,
      drawn_by: drawn ? 'accountmanager' : null,
      firsts: drawn ? ['Kade'] : [],
      result: result && JSON.stringify(result),
      told_on: result && '2027-04-20',
      told_by: result && 'medewerker publicatie',
      stopped_on: state === 'stopped' ? '2027-01-10' : null,
      stopped_why: state === 'stopped' ? 'De norm is gewijzigd.' : null,
      changed_at: new Date('2027-04-20T10:00:00Z'),
    })
    .execute()
  return `/samen/campagnes/${spoken(number)}`
}
const plain = async (path: string, on = site) =>
  (await (await on.request(path)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('before the first there is a sentence, and a number of nothing is no page', async () => {
  expect(await plain('/samen/campagnes')).toContain('Er is nog geen campagne.')
  expect(await plain('/en/samen/campagnes')).toContain('There is no campaign yet.')
  expect((await site.request('/samen/campagnes/22222-22222')).status).toBe(404)
  expect((await site.request('/samen/campagnes?pagina=0')).status).toBe(400)
  expect(await plain('/samen')).toContain('Campagnes')
})

test('the promise is read before the draw: the plan with its hash, byte for byte', async () => {
  const path = await put('Voor de loting', 'frozen')
  const early = siteOn('2027-01-08')
  const page = await plain(path, early)
  for (const told of [
    'Ligt vast. De loting is op 12 januari 2027.',
    'Wie namens u e-mail mag sturen (SPF)',
    '24 organisaties in 2 loten',
    '3 organisaties: over hen wisten wij te weinig',
    'een straat',
    'Lotto. De zes getallen van de gewone trekking',
    'Zoek eerst het openbare getal op: de uitslag van Lotto van 12 januari 2027.',
  ])
    expect(page).toContain(told)
  expect(page).not.toContain('Wat eruit kwam')
  const file = await site.request(`${path}/plan.json`)
  const bytes = await file.text()
  expect(file.headers.get('content-disposition')).toContain('plan-')
  expect(page).toContain(sha256(bytes))
  expect((await site.request('/samen/campagnes/22222-22222/plan.json')).status).toBe(404)
  expect(await plain(path, siteOn('2027-01-13'))).toContain('De loting kan sinds 12 januari 2027 worden gedaan.')
})

test('after the last measurement it says that the outcome comes, and when it is late', async () => {
  const path = await put('Loopt', 'drawn')
  expect(await plain(path, siteOn('2027-02-01'))).toContain('Loopt. Wij meten op 1 april 2027')
  expect(await plain(path, siteOn('2027-04-20'))).toContain('De uitkomst staat hier uiterlijk 1 mei 2027.')
  expect(await plain(path, siteOn('2027-05-02'))).toContain('De uitkomst is te laat.')
  const page = await plain(path)
  expect(page).toContain('Hoeveel er zijn bereikt, staat hier bij de uitkomst.')
  expect(page).toContain('Welke 1 lot eerst gaan')
  expect(page).toContain(VALUE)
})

test('an outcome with nothing to see is told whole, in words before numbers, and hides what is too few', async () => {
  const path = await put('Niets te zien', 'told', nothing)
  const page = await plain(path)
  for (const told of [
    'De uitkomst is bekend: geen verschil te zien.',
    'Wij zien geen verschil tussen wie eerst ging en wie wachtte.',
    'Dat bewijst niet dat de campagne niets deed.',
    'Wie eerst ging, ging 5 procentpunten meer vooruit dan wie wachtte.',
    'tussen −20 procentpunten en 30 procentpunten',
    'Van elke 100 lotingen gaven er ongeveer 43',
    'alle 184.756 lotingen',
    '5 van 11',
    'Van de 12 die eerst gingen, zijn er 8 bereikt.',
    'Van wie wachtte, is een klein aantal toch al bereikt.',
    'Ook wie niet is bereikt, telt mee',
  ])
    expect(page).toContain(told)
  // Without all numbers there is no picture of them, and nothing of a difference.
  const unsaid = { verdict: 'hidden' as const, difference: null, interval: null, bounds: null, p: null }
  const hidden = await put('Te klein', 'told', { ...nothing, ...unsaid, waiting: { ...arm, after: null } })
  expect(await (await site.request(hidden)).text()).not.toContain('id="grafiek-t"')
  const few = await plain(hidden)
  expect(few).toContain('Daarom tonen wij het verschil ook niet.')
  expect(few).toContain('te weinig om te tonen')
  expect(few).not.toMatch(/vooruit dan wie wachtte|valt dat allemaal tegen|Van elke 100/i)
  const whole = await put('Alles te zien', 'told', { ...nothing, waiting: arm })
  const picture = await (await site.request(whole)).text()
  expect(picture).toContain('Wie eerst ging: van 45% naar 55%. Wie wachtte: van 45% naar 55%.')
  expect(await plain(`/en${whole}`)).toContain('We see no difference between those that went first')
})

test('too little is said, and a broken series tells no difference', async () => {
  const few = { ...nothing, verdict: 'too-few' as const, leastP: 0.5, permutations: 2 }
  const page = await plain(await put('Te weinig', 'told', few))
  expect(page).toContain('Dit is te weinig om te zeggen of de campagne hielp.')
  expect(page).toContain('Hier waren zo weinig loten dat geen enkele uitkomst daaronder kon komen.')
  const broken = { verdict: 'broken' as const, difference: null, interval: null, bounds: null, p: null }
  const other = await plain(
    await put('Gebroken', 'told', { ...nothing, ...broken, broken: ['de catalogus van normen'] }),
  )
  expect(other).toContain('Wat veranderde: de catalogus van normen')
  expect(other).not.toContain('vooruit dan wie wachtte')
})

test('a few that are missing are nowhere to be read, and of what is left out neither', async () => {
  const few = { meant: 24, clusters: 1, missing: null, known: null, before: null, after: null }
  const unsaid = { verdict: 'hidden' as const, difference: null, interval: null, bounds: null, p: null }
  const path = await put('Een paar', 'told', { ...nothing, ...unsaid, first: few })
  const cells = (await (await site.request(path)).text()).match(/<tr[^>]*>.*?Wie eerst ging.*?<\/tr>/s)![0]
  expect(cells.match(/te weinig om te tonen/g)).toHaveLength(4)
  // Where only who changed is hidden, the difference stays and the verdict does not.
  const page = await plain(await put('Een paar veranderd', 'told', { ...nothing, ...unsaid, difference: 0.2 }))
  expect(page).toContain('Daarom zeggen wij niet of het verschil toeval kan zijn.')
  expect(page).toContain('ging 20 procentpunten meer vooruit')
})

test('one that stopped stays, with why', async () => {
  const page = await plain(await put('Gestopt', 'stopped'))
  expect(page).toContain('Gestopt voor de loting, op 10 januari 2027.')
  expect(page).toContain('De reden: De norm is gewijzigd.')
})

test('the list, the file, the feed and the API tell the same', async () => {
  const list = await plain('/samen/campagnes')
  expect(list).toContain('10 campagnes')
  const csv = (await (await site.request('/open-data/campagnes.csv')).text()).trim().split('\n')
  const heads = csv[0]!.replace('\uFEFF', '').split(',')
  const one = csv.find((row) => row.includes('Alles te zien'))!.split(',')
  expect(one).toHaveLength(heads.length)
  const cell = (name: string) => one[heads.indexOf(name)]!.trim()
  expect([cell('uitkomst'), cell('eerst_bekend'), cell('wacht_achteraf')]).toEqual(['geen verschil te zien', '11', '6'])
  const { resultaten } = (await (await site.request('/api/v1/campagnes')).json()) as {
    resultaten: { nummer: string; titel: string; uitkomst: string | null; bereikt: number | null }[]
  }
  expect(resultaten).toHaveLength(10)
  const { nummer } = resultaten.find(({ titel }) => titel === 'Alles te zien')!
  expect(await (await site.request(`/api/v1/campagnes/${nummer}`)).json()).toMatchObject({
    uitkomst: 'geen verschil te zien',
    bereikt: 8,
    bereiktVanWieWachtte: null,
  })
  expect((await site.request('/api/v1/campagnes/11111')).status).toBe(400)
  expect(await (await site.request('/samen/campagnes/nieuws.atom')).text()).toContain('Niets te zien')
  expect(await (await site.request('/zoeken?q=alles+te+zien')).text()).toContain(`/samen/campagnes/${nummer}`)
})
