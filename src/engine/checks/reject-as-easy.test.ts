/** Questions on which one refuses as one agrees, and on which not. */
import { expect, test } from 'vitest'
import { consent, judgeWith, session, sighting } from '../../../test/evidence.ts'
import type { Consent, ConsentControl } from '../../model/evidence.ts'
import { rejectAsEasy } from './reject-as-easy.ts'

const button = (kind: ConsentControl['kind'], text: string, over: Partial<ConsentControl> = {}): ConsentControl => ({
  kind,
  text,
  selector: '#x',
  width: 120,
  height: 40,
  letters: 16,
  contrast: 7,
  drawn: true,
  ...over,
})
const YES = button('accept', 'Accepteren')
const judged = (controls: readonly ConsentControl[], more: Partial<Consent> = {}) =>
  judgeWith(rejectAsEasy, {
    session: [sighting(session())],
    consent: [
      sighting(
        consent({
          asked: [{ text: 'Cookies?', selector: '#v', frame: null, covers: 0.2, controls, boxes: [] }],
          steps: [{ kind: 'reject', text: 'Weigeren' }],
          outcome: 'gone',
          next: session(),
          again: false,
          ...more,
        }),
        { phase: 'after-reject' },
      ),
    ],
  })

test.each([
  ['of one size in two colours', button('reject', 'Weigeren', { contrast: 4.6 })],
  ['a little smaller', button('reject', 'Weigeren', { width: 90, height: 30, letters: 14 })],
  ['on a picture, of which the contrast is not known', button('reject', 'Weigeren', { contrast: null })],
])('even: %s', (_, no) => expect(judged([YES, no])).toMatchObject({ reason: 'even', verdict: 'met' }))

test('a link beside a link is even', () => {
  const plain = { drawn: false }
  expect(judged([button('accept', 'Ja', plain), button('reject', 'Weigeren', plain)]).reason).toBe('even')
})

test.each([
  ['much smaller', { width: 40, height: 20 }],
  ['in small letters', { letters: 11 }],
  ['pale', { contrast: 2.1 }],
  ['no button beside a button', { drawn: false }],
])('less visible: %s', (_, over) =>
  expect(judged([YES, button('reject', 'Weigeren', over)])).toMatchObject({
    reason: 'less-visible',
    verdict: 'partly',
  }),
)

test('behind another layer it takes more steps', () => {
  const steps = [
    { kind: 'settings', text: 'Instellingen' },
    { kind: 'save', text: 'Opslaan' },
  ] as const
  expect(judged([YES, button('settings', 'Instellingen')], { steps })).toMatchObject({
    reason: 'more-steps',
    verdict: 'unmet',
    seen: { steps: 2, accept: 'Accepteren', reject: 'Instellingen, Opslaan' },
  })
})

test('beside a button that we do not understand there may be a shorter way', () => {
  const steps = [
    { kind: 'settings', text: 'Instellingen' },
    { kind: 'save', text: 'Opslaan' },
  ] as const
  const controls = [YES, button('settings', 'Instellingen'), button('other', 'Liever rauwkost')]
  expect(judged(controls, { steps })).toMatchObject({
    reason: 'unclear',
    verdict: 'unknown',
    seen: { other: 'Liever rauwkost' },
  })
  expect(judged([YES, button('settings', 'Instellingen'), button('more', 'Lees meer')], { steps }).reason).toBe(
    'more-steps',
  )
})

test('nothing is said of a choice that was not heard, or that is asked again, or with nothing beside it', () => {
  const no = button('reject', 'Weigeren')
  expect(judged([YES, no], { again: true })).toMatchObject({ reason: 'asked-again', verdict: 'unknown' })
  expect(judged([no])).toMatchObject({ reason: 'no-accept', verdict: 'unknown' })
  expect(judged([YES, no], { outcome: 'stayed' })).toMatchObject({ reason: 'stayed', verdict: 'unknown' })
  expect(judged([], { asked: [], outcome: 'no-question' })).toMatchObject({ verdict: 'not-applicable' })
})
