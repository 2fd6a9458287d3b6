/** Questions on which one refuses as one agrees, and on which not. */
import { expect, test } from 'vitest'
import { consent, consentControl, judgeWith, LOADING, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Consent, ConsentAsked, ConsentControl } from '../../model/evidence.ts'
import { rejectAsEasy } from './reject-as-easy.ts'

const YES = consentControl('accept', 'Accepteren')
const judged = (controls: readonly ConsentControl[], more: Partial<Consent> = {}) =>
  judgeWith(rejectAsEasy, {
    session: [sighting(session())],
    consent: [
      sighting(
        consent({
          asked: [{ text: 'Cookies?', selector: '#v', frame: null, controls, boxes: [] }],
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
  ['of one size in two colours', consentControl('reject', 'Weigeren', { contrast: 4.6 })],
  ['a little smaller', consentControl('reject', 'Weigeren', { width: 90, height: 30, letters: 14 })],
  ['on a picture, of which the contrast is not known', consentControl('reject', 'Weigeren', { contrast: null })],
])('even: %s', (_, no) => expect(judged([YES, no])).toMatchObject({ reason: 'even', verdict: 'met' }))

test('a link beside a link is even', () => {
  const plain = { drawn: false }
  expect(judged([consentControl('accept', 'Ja', plain), consentControl('reject', 'Weigeren', plain)]).reason).toBe(
    'even',
  )
})

test.each([
  ['much smaller', { width: 40, height: 20 }],
  ['in small letters', { letters: 11 }],
  ['pale', { contrast: 2.1 }],
  ['no button beside a button', { drawn: false }],
])('less visible: %s', (_, over) =>
  expect(judged([YES, consentControl('reject', 'Weigeren', over)])).toMatchObject({
    reason: 'less-visible',
    verdict: 'partly',
  }),
)

test('behind another layer it takes more steps', () => {
  const steps = [
    { kind: 'settings', text: 'Instellingen' },
    { kind: 'save', text: 'Opslaan' },
  ] as const
  expect(judged([YES, consentControl('settings', 'Instellingen')], { steps })).toMatchObject({
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
  const controls = [YES, consentControl('settings', 'Instellingen'), consentControl('other', 'Liever rauwkost')]
  expect(judged(controls, { steps })).toMatchObject({
    reason: 'unclear',
    verdict: 'unknown',
    seen: { other: 'Liever rauwkost' },
  })
  expect(
    judged([YES, consentControl('settings', 'Instellingen'), consentControl('more', 'Lees meer')], { steps }).reason,
  ).toBe('more-steps')
})

test('nothing is said of a choice that was not heard, or that is asked again, or with nothing beside it', () => {
  const no = consentControl('reject', 'Weigeren')
  expect(judged([YES, no], { again: true })).toMatchObject({ reason: 'asked-again', verdict: 'unknown' })
  expect(judged([no])).toMatchObject({ reason: 'no-accept', verdict: 'unknown' })
  expect(judged([YES, no], { outcome: 'stayed' })).toMatchObject({ reason: 'stayed', verdict: 'unknown' })
  expect(judged([], { asked: [], outcome: 'no-question' })).toMatchObject({ verdict: 'not-applicable' })
})

test('words that shame make a refusal less easy; plain words do not', () => {
  const no = (text: string) => judged([YES, consentControl('reject', text)], { steps: [{ kind: 'reject', text }] })
  expect(no('Nee, ik wil geen goede ervaring')).toMatchObject({ reason: 'shaming', verdict: 'partly' })
  for (const text of ['Nee, bedankt', 'Nee, ik wil geen persoonlijke reclame']) expect(no(text).reason).toBe('even')
})

test('where only agreeing has a surface of its own, a person looks', () => {
  const on = (yes: number | null, no: number | null) =>
    judged([
      consentControl('accept', 'Accepteren', { surface: yes }),
      consentControl('reject', 'Weigeren', { surface: no }),
    ])
  expect(on(7.2, 1)).toMatchObject({ reason: 'stands-out', verdict: 'unknown' })
  for (const [yes, no] of [
    [7.2, 4.6],
    [7.2, 1.6],
    [1, 1],
    [1, 7],
    [7.2, null],
    [null, 1],
  ] as const)
    expect(on(yes, no).reason, `${yes} ${no}`).toBe('even')
})

const lists = listsWith({
  trackers: ['volger.example', 'ander.example', 'telt.example'],
  owners: {
    'ander.example': { category: 'advertising' },
    'volger.example': { category: 'advertising' },
    'telt.example': { category: 'analytics' },
  },
})
const asking = (host: string) => session({ requests: [request({ url: `https://${host}/x.js` })] })
/** A question without a way out, and what came after a yes to it. */
const end = (
  over: Partial<ConsentAsked>,
  agreed: Partial<Consent> = {},
  before = session(),
  lacks: Consent['lacks'] = {},
) => {
  const layer: ConsentAsked = {
    text: 'Cookies?',
    selector: '#v',
    frame: null,
    controls: [YES],
    boxes: [],
    unread: 0,
    ...over,
  }
  const walks = [
    sighting(consent({ asked: [layer], outcome: 'no-way', lacks }), { phase: 'after-reject' }),
    sighting(consent({ asked: [layer], outcome: 'gone', next: asking('volger.example'), ...agreed }), {
      phase: 'after-accept',
    }),
  ]
  return judgeWith(rejectAsEasy, { session: [sighting(before)], consent: walks }, { lists })
}

test('only a yes, which lets in an advertiser, is no choice', () => {
  expect(end({})).toMatchObject({
    reason: 'none',
    verdict: 'unmet',
    seen: { accept: 'Accepteren', added: 'volger.example' },
  })
  expect(end({ controls: [YES, consentControl('more', 'Lees meer', { leaves: true })] })).toMatchObject({
    reason: 'none',
    verdict: 'unmet',
  })
  const other = request({ url: 'https://leeg.example/x.js', outcome: 'unclear' })
  expect(end({}, {}, session({ requests: [other] }))).toMatchObject({ reason: 'none', verdict: 'unmet' })
})

test.each([
  ['a cross', end({ controls: [YES, consentControl('close', '×')] })],
  ['a button that we do not know', end({ controls: [YES, consentControl('other', 'Liever rauwkost')] })],
  ['choices', end({ controls: [YES, consentControl('settings', 'Instellingen')] })],
  ['boxes', end({ boxes: [{ label: 'Reclame', ticked: false, fixed: false }] })],
  ['something in it that we could not press', end({ unread: 1 })],
  [
    'something that may unfold more',
    end({ controls: [YES, consentControl('more', 'Meer informatie', { leaves: false })] }),
  ],
  [
    'evidence that does not say where a link leads',
    end({ controls: [YES, consentControl('more', 'Onze 120 partners')] }),
  ],
  ['requests before that were cut', end({}, {}, session({ lacks: { requests: ['cut'] } }))],
  ['storage before that was not read', end({}, {}, session({ lacks: { storage: ['cut'] } }))],
  [
    'an advertiser of before of which we do not know whether it heard',
    end({}, {}, session({ requests: [request({ url: 'https://volger.example/x.js', outcome: 'unclear' })] })),
  ],
  ['evidence of before', end({ unread: undefined as never })],
  ['a yes that adds nothing', end({}, { next: session() })],
  ['a yes that adds who counts', end({}, { next: asking('telt.example') })],
  ['an advertiser that was there before', end({}, {}, asking('volger.example'))],
  ['advertisers that take turns', end({}, {}, asking('ander.example'))],
  [
    'a page that was not met before',
    end({}, { next: { ...asking('volger.example'), url: 'https://www.voorbeeld.nl/x' } }),
  ],
  ['a yes that was not heard', end({}, { outcome: 'stayed', next: null })],
  ['a page that was not seen whole', end({}, {}, session(), LOADING)],
])('no way to refuse, and no verdict: %s', (_, answer) => expect(answer.verdict).toBe('unknown'))

test('who was not seen to refuse says nothing of it', () => {
  const agreed = [sighting(consent({ outcome: 'gone', next: session() }), { phase: 'after-accept' })]
  expect(judgeWith(rejectAsEasy, { session: [sighting(session())], consent: agreed })).toMatchObject({
    reason: 'not-walked',
    verdict: 'unknown',
  })
})
