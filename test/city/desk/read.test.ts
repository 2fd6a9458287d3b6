/**
 * Whether the demo's desk is whole: every state and role, people who exist, questions that exist, and roles kept apart.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { allSites } from '../sites/all.ts'
import { readDesk, roles, states, type DemoCase } from './read.ts'

const desk = readDesk()
const people = new Map(desk.people.map((person) => [person.email, person]))
const holds = (email: string, role: (typeof roles)[number]) => people.get(email)?.rollen.includes(role) ?? false

/** Every e-mail address anywhere in a piece of data. */
const emailsIn = (data: unknown): string[] => JSON.stringify(data).match(/[a-z.]+@[a-z-]+\.test/g) ?? []
const conditionsOf = (one: DemoCase) =>
  (one.adviezen ?? []).flatMap(({ voorwaarden }) => voorwaarden.map(({ id }) => id))

describe('people', () => {
  test('every role has someone, and nobody stands there twice', () => {
    for (const role of roles)
      expect(
        desk.people.some(({ rollen }) => rollen.includes(role)),
        role,
      ).toBe(true)
    expect(people.size).toBe(desk.people.length)
  })
  test('every address in cases and self-assessments is somebody', () => {
    for (const email of emailsIn([desk.cases, desk.selfAssessments])) expect([...people.keys()]).toContain(email)
  })
})

describe('cases', () => {
  test('every state occurs, and both kinds of a statement of no effect', () => {
    for (const state of states)
      expect(
        desk.cases.map(({ staat }) => staat),
        state,
      ).toContain(state)
    const drawn = desk.cases
      .filter(({ staat }) => staat === 'geen_effect')
      .map(({ geen_effect }) => geen_effect?.geloot)
    expect(drawn.toSorted()).toEqual([false, true])
    expect(desk.cases.filter(({ staat }) => staat === 'gepubliceerd').length).toBeGreaterThan(1)
  })

  test.each(desk.cases.map((one) => [one.slug, one] as const))('%s keeps to the roles', (_, one) => {
    expect(holds(one.indiener, 'policy-officer')).toBe(true)
    expect(one.behandelaar).not.toBe(one.indiener)
    for (const email of [one.indiener, one.behandelaar ?? '', one.besluit?.door ?? '', one.advies?.door ?? ''])
      expect(holds(email, 'fg')).toBe(false)
    if (one.advies) expect(one.advies.door).toBe(one.behandelaar)
    if (one.besluit) expect(holds(one.besluit.door, 'decision-maker')).toBe(true)
    if (one.publicatie) {
      expect(one.publicatie.tweede).not.toBe(one.publicatie.door)
      expect(holds(one.publicatie.door, 'publisher') && holds(one.publicatie.tweede, 'publisher')).toBe(true)
    }
    for (const { van, als } of one.adviezen ?? []) expect(holds(van, als), van).toBe(true)
  })

  test.each(desk.cases.map((one) => [one.slug, one] as const))(
    '%s speaks of conditions, products, outcomes and questions that exist',
    (_, one) => {
      const conditions = conditionsOf(one)
      expect(new Set(conditions).size).toBe(conditions.length)
      for (const { voorwaarde } of [...(one.reacties ?? []), ...(one.besluit?.afwijkingen ?? [])])
        expect(conditions).toContain(voorwaarde)
      if (one.besluit && one.staat !== 'spoed')
        expect((one.reacties ?? []).map(({ voorwaarde }) => voorwaarde).toSorted()).toEqual(conditions.toSorted())
      expect(one.product !== undefined).toBe(one.soort === 'product')
      expect(one.regeling !== undefined).toBe(one.soort === 'regulation')
      if (one.product !== undefined) expect(desk.products.map(({ id }) => id)).toContain(one.product)
      const outcomes =
        one.soort === 'product'
          ? ['houden', 'aanpassen', 'vervangen', 'stoppen', 'uitleggen']
          : ['akkoord', 'akkoord_mits', 'aanpassen', 'afraden']
      for (const act of [one.advies, one.besluit]) if (act) expect(outcomes).toContain(act.uitkomst)
      const letters = one.soort === 'product' ? /^[DG]/ : /^R/
      for (const id of Object.keys(one.antwoorden ?? {})) expect(id).toMatch(letters)
      if (one.staat !== 'concept')
        expect(Object.keys(one.voortoets ?? {})).toEqual(['V1', 'V2', 'V3', 'V4', 'V5', 'V6'])
    },
  )

  test('one opinion is late, and opinions on a case disagree', () => {
    const late = desk.cases.filter(
      ({ staat, adviezen }) =>
        staat === 'reviews' && adviezen?.some(({ wanneer, termijn }) => !wanneer && 'dagen_geleden' in termijn),
    )
    expect(late.length).toBeGreaterThan(0)
    for (const { slug, adviezen } of desk.cases.filter((one) => (one.adviezen?.length ?? 0) > 2)) {
      expect(
        new Set(
          adviezen?.map(({ oordeel, voorwaarden }) => `${oordeel} ${voorwaarden.map(({ tekst }) => tekst).join()}`),
        ).size,
        slug,
      ).toBeGreaterThan(1)
    }
  })
})

describe('self-assessments', () => {
  const done = desk.selfAssessments.filter(({ staat }) => staat === 'afgerond')
  test('two clusters have ten or more, so that their figures may be shown', () => {
    for (const cluster of ['A', 'B'])
      expect(done.filter((one) => one.cluster?.gekozen === cluster).length, cluster).toBeGreaterThanOrEqual(10)
    expect(desk.selfAssessments.length).toBeGreaterThanOrEqual(30)
  })
  test('the version follows the cluster', () => {
    const versions = { A: 'kort', B: 'midden', C: 'lang', D: 'lang' }
    for (const one of desk.selfAssessments)
      if (one.cluster) expect(one.versie, one.organisatie).toBe(versions[one.cluster.gekozen])
  })
  test('each is of an organisation of the city, or says that it is new', () => {
    const names = allSites.map(({ organisation }) => organisation.name)
    for (const one of desk.selfAssessments)
      expect(names.includes(one.organisatie), one.organisatie).toBe(one.nieuw !== true)
  })
  test('what is shared was answered; one repeated after a year; one contradicts what can be measured', () => {
    for (const one of done)
      for (const meting of one.metingen ?? [])
        for (const id of meting.gedeeld) expect(Object.keys(meting.antwoorden)).toContain(id)
    expect(done.filter(({ metingen }) => metingen?.length === 2).map(({ organisatie }) => organisatie)).toEqual([
      "Café 't Anker",
    ])
    const shop = done.find(({ organisatie }) => organisatie === 'Klikkado')
    expect(shop?.metingen?.[0]?.antwoorden['N16']).toBe('ja')
    expect(
      allSites.find(({ organisation }) => organisation.name === 'Klikkado')?.truth.website['trackers-before-consent'],
    ).toBe('unmet')
  })
})

test('websites of products are in the city', () => {
  for (const { websites } of desk.products)
    for (const host of websites) expect(allSites.map((site) => site.host)).toContain(host)
})

const questionnaires = path.join(import.meta.dirname, '../../../questionnaires')
test.runIf(existsSync(questionnaires))('every answered question stands in a questionnaire', () => {
  const sources = readdirSync(questionnaires)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readFileSync(path.join(questionnaires, file), 'utf8'))
    .join('\n')
  const ids = new Set([...sources.matchAll(/\bid: ["']?([A-Z]\d{1,2})\b/g)].map(([, id]) => id))
  const asked = [
    ...desk.cases.flatMap((one) => [one.voortoets, one.intake, one.antwoorden]),
    ...desk.selfAssessments.flatMap((one) => [
      one.profiel,
      ...(one.metingen ?? []).map(({ antwoorden }) => antwoorden),
    ]),
  ]
  for (const id of asked.flatMap((answers) => Object.keys(answers ?? {}))) expect([...ids]).toContain(id)
})
