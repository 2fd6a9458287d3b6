/** What two people agree on, what becomes of it, and who may walk a street. */
import { expect, test } from 'vitest'
import { readCatalogue } from '../../catalogue/norms.ts'
import { readQuestionnaires } from '../../catalogue/questionnaires.ts'
import { answersFrom, questionsNow } from './here.ts'
import {
  changedSince,
  compared,
  countsOf,
  hashOf,
  hindrances,
  inspectionId,
  isMoment,
  meetsAll,
  namesWithheld,
  positionIn,
  settle,
  verdictsOf,
  worksIn,
} from './rules.ts'

const catalogue = readCatalogue('norms')
const questions = questionsNow({ questionnaires: readQuestionnaires('questionnaires', catalogue) })
const GOOD = {
  volgtechniek: 'nee',
  teller: 'geen',
  camera: 'goed',
  wifi: 'vrij',
  snelheid: 'snel',
  betalen: 'ja',
  sparen: 'geen',
}

test('the id is of this inspector, premises and turn, whatever device opens the page', () => {
  const key = Buffer.alloc(32, 1)
  const id = inspectionId(key, 'r', 'p', 'i', 1)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(inspectionId(key, 'r', 'p', 'i', 1)).toBe(id)
  const others = [inspectionId(key, 'r', 'p', 'i', 2), inspectionId(key, 'r', 'p', 'j', 1)]
  expect(new Set([id, ...others, inspectionId(Buffer.alloc(32, 2), 'r', 'p', 'i', 1)]).size).toBe(4)
})

test('the same content is the same in any order, and other content is other', () => {
  const one = { answers: answersFrom(GOOD), remark: '', photos: ['b', 'a'] }
  const turned = Object.fromEntries(Object.entries(GOOD).toReversed())
  expect(hashOf({ answers: answersFrom(turned), remark: '', photos: ['a', 'b'] })).toBe(hashOf(one))
  expect(hashOf({ ...one, remark: 'x' })).not.toBe(hashOf(one))
  expect(hashOf({ ...one, photos: ['a'] })).not.toBe(hashOf(one))
})

test('who works in the street is found by organisation, by address and by the mail domain of an organisation', () => {
  const shop = { name: 'Bakker', organisation: 'o', email: 'bakker@post.test' }
  const domains = new Map([['o', ['bakker.test']]])
  const by = (email: string, organisation: string | null = null) =>
    worksIn({ id: 'x', email, organisation }, [shop], domains)
  expect(by('x@elders.test', 'o')).toBe('Bakker')
  expect(by('Bakker@Post.test')).toBe('Bakker')
  expect(by('ruud@bakker.test')).toBe('Bakker')
  // Many have an address at the same large provider.
  expect(by('ander@post.test')).toBeUndefined()
  expect(by('x@elders.test', null)).toBeUndefined()
})

test('where both saw the same it holds; where they differ a person chooses and says why; silence is no yes', () => {
  const other = { ...GOOD, wifi: 'gegevens', sparen: '' }
  const all = compared(questions, answersFrom(GOOD), answersFrom(other))
  expect(all.filter(({ agreed }) => !agreed).map(({ question }) => question.id)).toEqual(['wifi', 'sparen'])
  expect(settle(all, { wifi: { answer: 'vrij', reason: '' } })).toEqual({
    problems: {
      'reden-wifi': 'Schrijf waarom u dit kiest.',
      'keuze-sparen': 'De schouwers verschillen hier. Kies wat geldt.',
      'reden-sparen': 'Schrijf waarom u dit kiest.',
    },
  })
  const chosen = { wifi: { answer: 'vrij', reason: 'Samen nagekeken.' }, sparen: { answer: 'geen', reason: 'Gebeld.' } }
  const result = settle(all, chosen)
  if (!('settled' in result)) throw new Error('it was settled')
  expect(result.settled['wifi']).toEqual({ answer: 'vrij', how: 'decided', reason: 'Samen nagekeken.' })
  expect(result.settled['camera']).toEqual({ answer: 'goed', how: 'agreed', reason: '' })
  // What both left open is no agreement.
  expect(compared(questions, {}, {}).every(({ agreed }) => !agreed)).toBe(true)
  // What nobody knows as an option is no choice.
  expect(settle(all, { ...chosen, wifi: { answer: 'verzonnen', reason: 'x' } })).toHaveProperty('problems')
})

test('verdicts follow the scale; what was not seen is unknown, and meets nothing', () => {
  const held = (answers: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(answers).map(([id, answer]) => [id, { answer, how: 'agreed' as const, reason: '' }]),
    )
  const good = verdictsOf(questions, held(GOOD))
  expect(good).toMatchObject({
    'STD-01.schouw': 'met',
    'STD-01.tellers-anoniem': 'not-applicable',
    'STD-03.bordje-gezien': 'met',
    'STD-05.wifi-geprobeerd': 'met',
    'PRV-13.sparen-zonder-volgen': 'not-applicable',
  })
  expect(meetsAll(good)).toBe(true)
  const half = verdictsOf(questions, held({ ...GOOD, camera: 'half', snelheid: 'onduidelijk', volgtechniek: 'ja' }))
  expect(half).toMatchObject({
    'STD-01.schouw': 'unmet',
    'STD-03.bordje-gezien': 'partly',
    'STD-05.wifi-snel-genoeg': 'unknown',
  })
  expect(meetsAll({ ...good, 'STD-05.wifi-snel-genoeg': 'unknown' })).toBe(false)
  expect(meetsAll({ 'STD-01.schouw': 'not-applicable' })).toBe(false)
  const [first] = countsOf(catalogue, questions, [good, half])
  expect(first).toMatchObject({ criterion: 'STD-01.schouw', counts: { met: 1, unmet: 1, unknown: 0 } })
  expect(first!.title.en).toBe('Nothing was seen on site that follows visitors')
})

test('nothing becomes public before each owner heard and had the term, or of so few that a count names one', () => {
  const outcome = { no: 1 }
  const done = { outcome, letter: { outcome: 1, reactUntil: '2026-11-27', reactedAt: null } }
  expect(hindrances([done, done, done], '2026-11-28')).toEqual([])
  expect(hindrances([done, done], '2026-11-28')).toHaveLength(1)
  expect(hindrances([done, done, done], '2026-11-27')).toEqual(['Van 3 panden kan de eigenaar nog reageren.'])
  const early = { outcome, letter: { outcome: 1, reactUntil: '2026-12-31', reactedAt: new Date() } }
  expect(hindrances([done, done, early], '2026-11-28')).toEqual([])
  expect(hindrances([done, done, done, { outcome, letter: undefined }], '2026-11-28')).toHaveLength(1)
  // Repaired after the letter: a new one is due, also where the owner reacted to the one before.
  for (const { letter } of [done, early])
    expect(hindrances([done, done, { outcome: { no: 2 }, letter }], '2026-11-28')).toEqual([
      'Van 1 pand is de uitkomst hersteld. De eigenaar kreeg die nog niet.',
    ])
  // What was never settled waits for nobody: it is told as not looked at.
  expect(hindrances([done, done, done, { outcome: undefined, letter: undefined }], '2026-11-28')).toEqual([])
})

test('names that would leave so few others that the counts tell of them are not shown', () => {
  const walk = (consent: boolean | null) => ({ outcome: {}, letter: { consent } })
  const [yes, no, none] = [walk(true), walk(false), walk(null)]
  expect(namesWithheld([yes, yes, none])).toBe(2)
  expect(namesWithheld([yes, no, none, none])).toBe(0)
  expect(namesWithheld([yes, yes, no, none])).toBe(2)
  expect(namesWithheld([yes, yes, yes])).toBe(0)
  // What was not settled is in no count, and hides nobody.
  expect(namesWithheld([yes, none, none, { outcome: undefined, letter: undefined }])).toBe(1)
})

test('what was proposed is held against what stands now, premises by premises', () => {
  const walk = (id: string, no: number | undefined) => ({
    premises: { id },
    outcome: no === undefined ? undefined : { no },
  })
  const told = { premises: { a: { verdicts: {}, outcome: 1 }, b: { verdicts: {}, outcome: 1 } } }
  const changed = (...walks: ReturnType<typeof walk>[]) => changedSince(told, walks).map(({ premises }) => premises.id)
  expect(changed(walk('a', 1), walk('b', 1), walk('c', undefined))).toEqual([])
  expect(changed(walk('a', 1), walk('b', 2), walk('c', 1))).toEqual(['b', 'c'])
  expect(changedSince({}, [walk('a', 1)])).toHaveLength(1)
})

test('a point as people type it, and a moment as a device says it', () => {
  expect(positionIn('52.1601, 4.4970')).toEqual([4.497, 52.1601])
  for (const typed of ['', '52', '52.1 4.4', '91, 4', '52, 181', 'Havenstraat 3'])
    expect(positionIn(typed)).toBeUndefined()
  expect(isMoment('2026-11-28T10:00:00.000Z')).toBe(true)
  for (const said of ['gisteren', '2026-11-28', '1999-01-01T00:00:00Z', '2099-01-01T00:00:00Z'])
    expect(isMoment(said)).toBe(false)
})
