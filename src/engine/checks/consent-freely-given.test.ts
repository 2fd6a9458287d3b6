/** Questions that leave the choice to whoever is asked, and questions that do not. */
import { expect, test } from 'vitest'
import { consent, judgeWith, session, sighting } from '../../../test/evidence.ts'
import type { Consent, ConsentAsked, ConsentBox } from '../../model/evidence.ts'
import { consentFreelyGiven } from './consent-freely-given.ts'

const asked = (text: string, boxes: readonly ConsentBox[] = []): ConsentAsked => ({
  text,
  selector: '#v',
  frame: null,
  covers: 0.2,
  controls: [],
  boxes,
})
const judged = (layers: readonly ConsentAsked[], outcome: Consent['outcome'] = 'gone') =>
  judgeWith(consentFreelyGiven, {
    session: [sighting(session())],
    consent: [sighting(consent({ asked: layers, outcome }), { phase: 'after-reject' })],
  })
const box = (label: string, ticked: boolean, fixed = false) => ({ label, ticked, fixed })

test.each([
  ['nothing to tick', [asked('Wij gebruiken cookies. Kiest u maar.')]],
  ['what is needed, ticked and fixed', [asked('Cookies', [box('Noodzakelijk', true, true), box('Reclame', false)])]],
  ['a yes by a button', [asked('Door op Akkoord te klikken, geeft u toestemming.')]],
  ['going on without', [asked('U kunt verder gaan zonder cookies.')]],
])('free: %s', (_, layers) => expect(judged(layers)).toMatchObject({ reason: 'free', verdict: 'met' }))

test('a box that was ticked beforehand, on whichever layer, also where we got no further', () => {
  const layers = [asked('Cookies?'), asked('Kies', [box('Noodzakelijk', true, true), box('Reclame', true)])]
  for (const outcome of ['gone', 'stayed', 'no-way'] as const)
    expect(judged(layers, outcome)).toMatchObject({ reason: 'ticked', verdict: 'unmet', seen: { boxes: 'Reclame' } })
})

test('statistics that are ticked beforehand may need no consent', () => {
  expect(judged([asked('Kies', [box('Statistieken', true)])])).toMatchObject({ reason: 'counting', verdict: 'unknown' })
  expect(judged([asked('Kies', [box('Statistieken', true), box('Reclame', true)])]).reason).toBe('ticked')
})

test('going on that is taken as a yes', () => {
  const text = 'Door verder te gaan op deze website gaat u akkoord met cookies.'
  expect(judged([asked(text)], 'no-way')).toMatchObject({ reason: 'onwards', verdict: 'unmet' })
})

test('who asks nothing is not held to it, and what was not walked through is not known', () => {
  expect(judged([], 'no-question').verdict).toBe('not-applicable')
  expect(judged([asked('Cookies?')], 'no-way').verdict).toBe('unknown')
})
