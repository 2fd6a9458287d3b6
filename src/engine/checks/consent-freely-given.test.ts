/** Questions that leave the choice to whoever is asked, and questions that do not. */
import { expect, test } from 'vitest'
import { consent, consentControl, judgeWith, LOADING, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Consent, ConsentAsked, ConsentBox, Session } from '../../model/evidence.ts'
import { consentFreelyGiven } from './consent-freely-given.ts'

const asked = (text: string, boxes: readonly ConsentBox[] = []): ConsentAsked => ({
  text,
  selector: '#v',
  frame: null,
  blocks: 0.2,
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

test.each(['Essentieel', 'Altijd actief', 'Basis', 'Onthoud mijn keuze', 'Vereist', 'Always on'])(
  'free: %s, ticked and not fixed',
  (label) => expect(judged([asked('Kies', [box(label, true)])])).toMatchObject({ reason: 'free', verdict: 'met' }),
)

test.each(['Reclame', 'Marketing', 'Sociale media'])(
  'ticked beforehand: %s, on whichever layer, also where we got no further',
  (label) => {
    const layers = [asked('Cookies?'), asked('Kies', [box('Noodzakelijk', true, true), box(label, true)])]
    for (const outcome of ['gone', 'stayed', 'no-way'] as const)
      expect(judged(layers, outcome)).toMatchObject({ reason: 'ticked', verdict: 'unmet', seen: { boxes: label } })
  },
)

test('statistics that are ticked beforehand may need no consent, and words that we do not know say nothing', () => {
  expect(judged([asked('Kies', [box('Statistieken', true)])])).toMatchObject({ reason: 'counting', verdict: 'unknown' })
  expect(judged([asked('Kies', [box('Statistieken', true), box('Reclame', true)])]).reason).toBe('ticked')
  for (const label of ['', 'Kaarten', 'Noodzakelijk en marketing', 'Voorkeuren', 'Geen tracking'])
    expect(judged([asked('Kies', [box(label, true)])])).toMatchObject({ reason: 'box', verdict: 'unknown' })
})

const [YES, PAY] = [consentControl('accept', 'Akkoord'), consentControl('other', 'Weigeren en abonneren voor € 4')]
const lists = listsWith({ trackers: ['volger.example'], owners: { 'volger.example': { category: 'advertising' } } })
const FOLLOWED = session({ requests: [request({ url: 'https://volger.example/x.js' })] })
/** A question without a way out over the page, and what came after a yes. */
const wall = (
  over: Partial<ConsentAsked>,
  next = FOLLOWED,
  lacks: Consent['lacks'] = {},
  before: Partial<Session> = {},
) => {
  const layer = { ...asked('Wij plaatsen cookies.'), blocks: 1, controls: [YES], unread: 0, ...over }
  const walks = [
    sighting(consent({ asked: [layer], outcome: 'no-way', lacks }), { phase: 'after-reject' }),
    sighting(consent({ asked: [layer], outcome: 'gone', next }), { phase: 'after-accept' }),
  ]
  return judgeWith(consentFreelyGiven, { session: [sighting(session(before))], consent: walks }, { lists })
}

test('a yes alone over the whole page, that lets in an advertiser', () => {
  expect(wall({})).toMatchObject({
    reason: 'wall',
    verdict: 'partly',
    seen: { accept: 'Akkoord', added: 'volger.example' },
  })
  expect(wall({ controls: [YES, { ...consentControl('more', 'Lees meer'), leaves: true }] }).reason).toBe('wall')
})

test('agree or pay is for a person', () => {
  expect(wall({ controls: [YES, PAY] })).toMatchObject({ reason: 'pay', verdict: 'unknown', seen: { money: PAY.text } })
})

test.each([
  ['a notice at the foot', wall({ blocks: 0.2 })],
  ['a cross', wall({ controls: [YES, consentControl('close', '×')] })],
  ['a button that we do not know', wall({ controls: [YES, consentControl('other', 'Liever rauwkost')] })],
  ['a yes that adds nothing', wall({}, session())],
  ['something in it that we could not press', wall({ unread: 1 })],
  [
    'something that may unfold more',
    wall({ controls: [YES, { ...consentControl('more', 'Lees meer'), leaves: false }] }),
  ],
  ['evidence of before', wall({ unread: undefined as never })],
  ['evidence of the size alone', wall({ blocks: undefined as never })],
  ['evidence that does not say where a link leads', wall({ controls: [YES, consentControl('more', 'Lees meer')] })],
  ['requests before that were cut', wall({}, FOLLOWED, {}, { lacks: { requests: ['cut'] } })],
  ['cookies before that were not read', wall({}, FOLLOWED, {}, { lacks: { cookies: ['cut'] } })],
  [
    'an advertiser of before of which we do not know whether it heard',
    wall({}, FOLLOWED, {}, { requests: [request({ url: 'https://volger.example/x.js', outcome: 'unclear' })] }),
  ],
  ['a page that was not seen whole', wall({}, FOLLOWED, LOADING)],
])('no wall: %s', (_, answer) => expect(answer.verdict).toBe('unknown'))

test('going on that is taken as a yes', () => {
  const text = 'Door verder te gaan op deze website gaat u akkoord met cookies.'
  expect(judged([asked(text)], 'no-way')).toMatchObject({ reason: 'onwards', verdict: 'unmet' })
})

test('who asks nothing is not held to it, and what was not walked through is not known', () => {
  expect(judged([], 'no-question').verdict).toBe('not-applicable')
  expect(judged([asked('Cookies?')], 'no-way').verdict).toBe('unknown')
  const agreed = [sighting(consent({ outcome: 'gone', next: session() }), { phase: 'after-accept' })]
  expect(judgeWith(consentFreelyGiven, { session: [sighting(session())], consent: agreed })).toMatchObject({
    reason: 'not-walked',
    verdict: 'unknown',
  })
})
