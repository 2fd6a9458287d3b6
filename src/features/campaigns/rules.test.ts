/** Who is meant, what is drawn as one, and what is said beforehand of what a campaign can show. */
import { expect, test } from 'vitest'
import type { CampaignPlan } from '../../model/campaign.ts'
import type { Norm } from '../../model/norm.ts'
import { brokenBy, clustersOf, hashOfMembers, meantOf, planFor, waitsFor, type Eligible } from './rules.ts'
import { cautionsOf, strayStepsOf } from './cautions.ts'

const eligible = (count: number, streets: readonly string[] = ['']): Eligible[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    street: streets[at % streets.length]!,
    group: at % 5 === 4 ? null : 'ABCD'[at % 4]!,
    subjects: [],
  }))
const standing = (all: readonly Eligible[], of: (at: number) => boolean | null) =>
  new Map(all.map(({ id }, at) => [id, of(at)]))
const probe = { publication: 1, leidraad: '1', axe: '4', lists: 'x', catalogue: '7' }

test('who is not known, or has no street, is not meant and is counted', () => {
  const all = eligible(20, ['Kade', 'Markt', ''])
  const { members, unknown, nowhere, aside } = meantOf(
    'c',
    { unit: 'street', strata: 'none' },
    all,
    standing(all, (at) => (at < 3 ? null : at % 2 === 0)),
  )
  expect({ meant: members.length, unknown, nowhere, aside }).toEqual({ meant: 12, unknown: 3, nowhere: 5, aside: 0 })
  expect(clustersOf(members).map(({ label }) => label)).toEqual(['Kade', 'Markt'])
})

test('from who is meant and from all together no few that are unknown follow: others are left out by lot', () => {
  const left = (unknown: number) => {
    const all = eligible(40)
    const meant = meantOf(
      'c',
      { unit: 'organisation', strata: 'none' },
      all,
      standing(all, (at) => (at < unknown ? null : true)),
    )
    return [meant.members.length, meant.unknown, meant.aside]
  }
  expect(left(0)).toEqual([40, 0, 0])
  // Whoever knows that there are forty learns that five are left out, and not how many of them were unknown.
  for (const few of [1, 2, 4]) expect(left(few)).toEqual([35, few, 5 - few])
  expect(left(5)).toEqual([35, 5, 0])
  expect(left(6)).toEqual([34, 6, 0])
})

test('that hardly anything can be won is said, and which step is about a point that was not chosen', () => {
  const said = (met: number) => {
    const all = eligible(39)
    const meant = meantOf(
      'c',
      { unit: 'organisation', strata: 'none' },
      all,
      standing(all, (at) => at < met),
    )
    return cautionsOf(meant, 'organisation').join()
  }
  expect(said(30)).toContain('Er voldoen al 30 van de 39.')
  expect(said(26)).toBe('')
  const point = (id: string, title: string, step: string) => ({ id, title: { nl: title, en: title }, firstStep: step })
  const norm = {
    label: 'E-mail',
    criteria: [point('spf', 'SPF staat goed', 'Vraag om SPF.'), point('dmarc', 'DMARC keert weg', 'Zet het aan.')],
  } as unknown as Norm
  const steps = (criteria: readonly string[], ...all: readonly string[]) =>
    strayStepsOf({ criteria, steps: [...all] }, norm)
  expect(steps(['spf'], 'Vraag om SPF.', 'Vraag: staan SPF en DMARC goed?', 'Zet het aan.')).toEqual([
    'Stap 2 gaat over DMARC. Dat punt koos u niet.',
    'Stap 3 gaat over DMARC keert weg. Dat punt koos u niet.',
  ])
  expect(steps(['spf', 'dmarc'], 'Vraag om SPF.', 'Vraag: staan SPF en DMARC goed?', 'Zet het aan.')).toEqual([])
  expect(strayStepsOf({ criteria: [], steps: ['Bel.'] }, undefined)).toEqual([])
})

test('what the aim does not ask of is not meant either', () => {
  const all = eligible(4, ['Kade'])
  const some = new Map([[all[0]!.id, true]])
  expect(meantOf('c', { unit: 'street', strata: 'none' }, all, some)).toMatchObject({ unknown: 3, nowhere: 0 })
})

test('by organisation each has a number that says nothing of who it is', () => {
  const all = eligible(30)
  const of = (id: string) =>
    meantOf(
      id,
      { unit: 'organisation', strata: 'none' },
      all,
      standing(all, () => true),
    ).members.map(({ organisation }) => organisation)
  expect(of('een')).toHaveLength(30)
  expect(of('een')).not.toEqual(all.map(({ id }) => id))
  expect(of('een')).not.toEqual(of('twee'))
  expect(of('een').toSorted()).toEqual(all.map(({ id }) => id))
})

test('split by size or by how they stood, each half has its own stratum', () => {
  const all = eligible(12, ['Groot', 'Groot', 'Groot', 'Klein', 'Steeg', 'Pad'])
  const strata = (how: 'size' | 'before') =>
    Object.fromEntries(
      clustersOf(
        meantOf(
          'c',
          { unit: 'street', strata: how },
          all,
          standing(all, (at) => at % 6 === 3),
        ).members,
      ).map(({ label, stratum }) => [label, stratum]),
    )
  expect(strata('size')).toEqual({ Klein: 1, Pad: 1, Groot: 2, Steeg: 2 })
  expect(strata('before')).toEqual({ Groot: 1, Pad: 1, Klein: 2, Steeg: 2 })
})

test('what cannot show anything says so before it is fixed, and what can says nothing', () => {
  const of = (unit: 'organisation' | 'cluster' | 'street', all: readonly Eligible[]) =>
    cautionsOf(
      meantOf(
        'c',
        { unit, strata: 'none' },
        all,
        standing(all, () => false),
      ),
      unit,
    )
  expect(of('organisation', eligible(24))).toEqual([])
  expect(of('cluster', eligible(100)).join()).toContain('Loot per organisatie.')
  // Who draws so already is not told to.
  expect(of('organisation', eligible(4)).join()).not.toContain('Loot per organisatie.')
  expect(of('organisation', eligible(4)).join()).toContain('Kies een groep met meer organisaties.')
  expect(of('organisation', eligible(19)).join()).toContain('minder dan 20 organisaties')
  const lopsided = [
    ...eligible(40, ['Lang']),
    ...eligible(8, 'abcdefgh'.split('')).map((each, at) => ({ ...each, id: `${at}` })),
  ]
  expect(of('street', lopsided).join()).toContain('Eén lot is groter')
  expect(of('organisation', []).join()).toContain('te weinig loten')
})

test('the plan holds all, in the words of the catalogue, and tries fewer draws of thousands of lots', () => {
  const norm = { id: 'VEI-12', label: 'Betrouwbare e-mail', criteria: [{ id: 'VEI-12.spf', title: { nl: 'SPF' } }] }
  const written = {
    number: '7HX3M9WF2C',
    title: 'Proef',
    aim: 'Doel',
    norm: 'VEI-12',
    criteria: ['VEI-12.spf', 'VEI-12.weg'],
    least: 'measured',
    audience: '',
    unit: 'organisation',
    strata: 'none',
    drawOn: '2027-01-12',
    source: 'lotto',
    starts: '2027-01-13',
    until: '2027-02-01',
    after: '2027-03-01',
    ways: ['letter'],
    steps: ['een', 'twee', 'drie'],
  } as const
  const planOf = (count: number): CampaignPlan => {
    const all = eligible(count)
    const meant = meantOf(
      'c',
      written,
      all,
      standing(all, (at) => (at < 5 ? null : true)),
    )
    return planFor(written, meant, { probe, salt: 'zout', today: '2027-01-05', norm: norm as unknown as Norm })
  }
  expect(planOf(30)).toMatchObject({
    about: 'Betrouwbare e-mail',
    points: ['SPF', 'VEI-12.weg'],
    before: '2027-01-05',
    meant: 25,
    leftOut: 5,
    test: { permutations: 20_000 },
  })
  expect(planOf(1_005).test.permutations).toBe(6_000)
  expect(planOf(9_005).test.permutations).toBe(2_000)
})

test('another salt, another member, or another stratum is another hash; another order is not', () => {
  const all = ['b', 'a'].map((organisation) => ({ organisation, cluster: 'Kade', stratum: 1, before: true }))
  const hash = hashOfMembers('zout', all)
  expect(hashOfMembers('zout', all.toReversed())).toBe(hash)
  for (const other of [
    hashOfMembers('peper', all),
    hashOfMembers('zout', all.slice(1)),
    hashOfMembers('zout', [{ ...all[0]!, stratum: 2 }, all[1]!]),
  ])
    expect(other).not.toBe(hash)
})

test('a series breaks by what looked, and not by a newer publication', () => {
  expect(brokenBy(probe, { ...probe, publication: 9 })).toEqual([])
  expect(brokenBy(probe, { ...probe, axe: '5', catalogue: '8' })).toEqual([
    'de versie van de meting van toegankelijkheid',
    'de catalogus van normen',
  ])
  expect(brokenBy(probe, undefined)).toEqual(['er is niet opnieuw gemeten'])
})

test('what a campaign waits for turns on its days', () => {
  const days = { drawOn: '2027-01-12', after: '2027-03-01' }
  const of = (state: 'draft' | 'frozen' | 'drawn' | 'told' | 'stopped', today: string) =>
    waitsFor({ state, ...days }, today)
  expect(of('frozen', '2027-01-11')).toBe('the draw')
  expect(of('frozen', '2027-01-12')).toBe('drawing')
  expect(of('drawn', '2027-02-28')).toBe('the end')
  expect(of('drawn', '2027-03-01')).toBe('telling')
  expect([of('draft', '2027-03-01'), of('told', '2027-03-01'), of('stopped', '2027-03-01')]).toEqual([
    'freezing',
    undefined,
    undefined,
  ])
})
