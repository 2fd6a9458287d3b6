/** The covenants beside an IT-toets: what it asks already, what they add, and what is about something else. */
import { v7 as uuid } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { testDeps } from '../../../test/desk.ts'
import { unasked } from '../../../test/database.ts'
import { at, desk, draft, inTown, page, path, people, PRODUCT } from '../../../test/cases.ts'
import { besideCovenants } from './rules/covenants.ts'

inTown()
const { catalogue, questionnaires } = testDeps()
const questionnaire = questionnaires.find(({ purpose, about }) => purpose === 'full-test' && about.includes('product'))!
const asked = questionnaire.questions.find(({ norms }) => norms.length > 0)!
const askedNorm = asked.norms[0]!
const named = new Set(questionnaire.questions.flatMap(({ norms }) => norms))
/** A norm that is measured, of which the test is made to ask nothing; and one that is about no product. */
const added = catalogue.norms.find(
  ({ id, criteria }) =>
    id !== askedNorm && criteria.some(({ means, subjects }) => means.by === 'check' && subjects.includes('website')),
)!
const measure = added.criteria.find(({ means }) => means.by === 'check')!.id
const questions = questionnaire.questions.filter(({ norms }) => !norms.includes(added.id))
const other = catalogue.norms.find(
  ({ id, subjects }) =>
    !named.has(id) && !subjects.some((each) => ['product', 'website', 'mail-domain'].includes(each)),
)!

const pledge = (title: string, norms: readonly string[]) =>
  ({ id: title, title, norms, rules: [{ criteria: [measure], atLeast: 1 }] }) as never
const covenant = (pledges: readonly never[]) => [
  { id: 'c', title: 'Digitale Stad', state: 'in-force' as const, pledges },
]
const beside = (norms: readonly string[], findings: Parameters<typeof besideCovenants>[2]['findings'] = []) =>
  besideCovenants(covenant([pledge('Afspraak', norms)]), catalogue.norms, {
    kind: 'product',
    questions,
    findings,
  })[0]!

test('a norm that a question names is asked already, one that none names is added, of another kind neither', () => {
  const { asks, adds, elsewhere } = beside([askedNorm, added.id, other.id])
  expect(asks.map(({ norm }) => norm.id)).toEqual([askedNorm])
  expect(adds.map(({ norm }) => norm.id)).toEqual([added.id])
  expect(elsewhere.map(({ norm }) => norm.id)).toEqual([other.id])
  expect(asks[0]!.asked.find(({ id }) => id === asked.id)!.verdicts).toEqual([])
})

test('what was measured of a norm is asked already, and an answer stands with its own question alone', () => {
  expect(beside([added.id]).adds[0]!.extra.map(({ id }) => id)).toEqual([measure])
  const measured = { norm: added.id, criterion: measure, verdict: 'unmet', source: 'visit', seen: {} } as const
  const answer = {
    norm: askedNorm,
    criterion: `${askedNorm}.${asked.id}`,
    verdict: 'met',
    source: 'form',
    seen: { question: asked.id },
  } as const
  const { asks, adds } = beside([askedNorm, added.id], [measured, answer])
  expect(adds).toEqual([])
  expect(asks.find(({ norm }) => norm.id === added.id)!.asked).toMatchObject([
    { id: measure, from: 'measurement', verdicts: ['unmet'] },
  ])
  expect(asks.find(({ norm }) => norm.id === added.id)!.extra).toEqual([])
  for (const each of asks.find(({ norm }) => norm.id === askedNorm)!.asked)
    expect(each.verdicts).toEqual(each.id === asked.id ? ['met'] : [])
})

test('advice and what it is about follow the criterion that the covenant follows', () => {
  const [login, cases] = [catalogue.norms.find(({ id }) => id === 'VEI-05')!, ['product', 'proposal', 'regulation']]
  const [second, vault] = ['VEI-05.tweede-stap', 'VEI-05.kluis'].map((id) => login.criteria.find((c) => c.id === id)!)
  const of = (kind: string, criterion: string) =>
    besideCovenants(
      covenant([{ id: 'p', title: 'p', norms: [login.id], rules: [{ criteria: [criterion], atLeast: 1 }] } as never]),
      catalogue.norms,
      { kind: kind as never, questions: [], findings: [] },
    )[0]!
  for (const kind of cases) {
    // The same criterion is added wherever something digital is tested, with the words for a product.
    const { adds, elsewhere } = of(kind, second!.id)
    expect(elsewhere).toEqual([])
    expect(adds.map(({ steps }) => steps)).toEqual([[{ id: second!.id, text: second!.repair }]])
    expect(adds[0]!.extra).toEqual([{ id: second!.id, text: second!.title.nl, by: 'question' }])
    // Of organisations alone: told apart, with what it is about, though the norm is about products too.
    expect(of(kind, vault!.id).adds).toEqual([])
    expect(of(kind, vault!.id).elsewhere.map(({ about, steps }) => ({ about, steps }))).toEqual([
      { about: ['organisation'], steps: [] },
    ])
  }
})

test('a covenant without promises adds nothing', () => {
  expect(beside([])).toMatchObject({ asks: [], adds: [], elsewhere: [] })
})

const ids = { force: uuid(), draft: uuid() }
beforeAll(async () => {
  const anna = people['anna']!
  const { municipality, id: owner } = anna
  // How a version comes to be fixed is tried elsewhere: here it is.
  await unasked(desk.db, async (tx) => {
    for (const [no, name] of ['force', 'draft'].entries()) {
      const covenant = ids[name as keyof typeof ids]
      const about = { title: `Convenant ${name}`, template: 't', template_version: '1', owner }
      const state = name === 'force' ? ('in-force' as const) : ('draft' as const)
      await tx
        .insertInto('covenant')
        .values({ municipality, id: covenant, no, state, ...about })
        .execute()
      const text = { articles: [], exercises: [], pledges: [pledge('Zonder volgers', [added.id])] }
      const version = { municipality, covenant, no: 1, text: JSON.stringify(text), by: owner }
      const now = new Date()
      const fixed = { state: 'final' as const, shown_at: now, fixed_at: now }
      await tx
        .insertInto('covenant_version')
        .values({ ...version, ...(name === 'force' ? fixed : {}) })
        .execute()
    }
  })
})

test('the page of a case leads to the covenants that hold, with what they add and the first step', async () => {
  await draft({ soort: 'product', product: PRODUCT })
  const shown = await page('fenna', '/convenanten')
  expect(shown).toContain('Convenant force')
  expect(shown).not.toContain('Convenant draft')
  expect(shown).toContain('Zonder volgers')
  expect(shown).toContain('Wat de toets al vraagt of meet')
  expect(shown).toContain('Blauwdruk: de convenanten naast deze toets')
  expect(shown).toContain('Eerste stap')
  expect(shown).not.toContain('`')
  expect(shown).toContain('Erbij komen geen normen en één bewijs.')
})

test('who reads no cases reads none of this, and an unknown case is not there', async () => {
  await draft({ soort: 'product', product: PRODUCT })
  expect((await at['anna']!.get('/balie/zaken/01890000-0000-7000-8000-0000000000ff/convenanten')).status).toBe(404)
  expect((await at['bram']!.get(`${path}/convenanten`)).status).toBe(200)
})
