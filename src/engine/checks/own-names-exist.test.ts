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
test.each([
  ['a server that is down', asked('beeld.voorbeeld.nl', 'unreached')],
  ['a name of another', asked('weg.elders.nl', 'unresolved')],
  ['what could not be told', asked('beeld.voorbeeld.nl', 'unclear')],
  ['what the policy stopped', asked('beeld.voorbeeld.nl', 'blocked')],
])('%s is not gone', (_, other) => {
  expect(judged([asked(HOST, 'answered'), other])).toMatchObject({ reason: 'exist', verdict: 'met' })
})
test('what stands in the page itself is at no name', () => {
  const inside = { ...asked(HOST), url: 'data:image/png;base64,AA', host: '' }
  expect(judged([asked(HOST, 'answered'), inside])).toMatchObject({ reason: 'exist', seen: { count: 1 } })
})
test('evidence of before, and requests that were cut, say nothing', () => {
  expect(judged([asked(HOST)])).toMatchObject({ reason: 'not-looked', verdict: 'unknown' })
  expect(judged([])).toMatchObject({ verdict: 'unknown' })
  expect(judged([asked(HOST, 'answered')], { requests: ['cut'] })).toMatchObject({ reason: 'half-seen.cut' })
})
