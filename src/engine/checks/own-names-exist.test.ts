/** Parts at names of the own domain that are gone, and what only did not answer. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, request, session, sighting } from '../../../test/evidence.ts'
import type { Lacks, Outcome, Request } from '../../model/evidence.ts'
import { ownNamesExist } from './own-names-exist.ts'

const asked = (host: string, outcome?: Outcome): Request =>
  request({ url: `https://${host}/x.png`, host, ...(outcome && { outcome }) })
const judged = (requests: readonly Request[], lacks: Lacks = {}) =>
  judgeWith(ownNamesExist, { session: [sighting(session({ requests, lacks }))] })

test('a part at an own name that does not exist was forgotten, and the name is not told', () => {
  const found = judged([asked(HOST, 'answered'), asked('oud.voorbeeld.nl', 'unresolved')])
  expect(found).toMatchObject({ reason: 'gone', verdict: 'partly', seen: { count: 1 } })
  expect(JSON.stringify(found)).not.toContain('oud.')
})
test.each<Outcome>(['answered', 'sent', 'unreached'])('a name exists of which a request is %s', (outcome) => {
  expect(judged([asked(HOST, 'answered'), asked('beeld.voorbeeld.nl', outcome)])).toMatchObject({
    reason: 'exist',
    verdict: 'met',
    seen: { count: 1, details: ['beeld.voorbeeld.nl'] },
  })
})
test.each<Outcome>(['blocked', 'refused', 'unclear'])('a name was not looked up where its request is %s', (outcome) => {
  const other = asked('beeld.voorbeeld.nl', outcome)
  expect(judged([asked(HOST, 'answered'), other])).toMatchObject({ reason: 'not-looked', verdict: 'unknown' })
  // Another request to the same name was looked up.
  expect(judged([other, asked('beeld.voorbeeld.nl', 'answered')])).toMatchObject({ reason: 'exist' })
})
test.each([
  ['itself alone', asked(HOST, 'answered')],
  ['itself without www', asked('voorbeeld.nl', 'answered')],
  ['what its policy stops at itself', asked(HOST, 'blocked')],
  ['a name of another that is gone', asked('weg.elders.nl', 'unresolved')],
  ['what stands in the page', { ...asked(HOST), url: 'data:image/png;base64,AA', host: '' }],
])('who asks %s has no other own name', (_, other) => {
  expect(judged([asked(HOST, 'answered'), other])).toMatchObject({ reason: 'only-itself', verdict: 'not-applicable' })
})
test('evidence of before, and requests that were cut, say nothing', () => {
  expect(judged([asked(HOST)])).toMatchObject({ reason: 'not-looked', verdict: 'unknown' })
  expect(judged([])).toMatchObject({ verdict: 'unknown' })
  expect(judged([asked(HOST, 'answered')], { requests: ['cut'] })).toMatchObject({ reason: 'half-seen.cut' })
})
