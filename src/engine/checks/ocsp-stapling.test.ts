/** The authority's answer, sent along. */
import { expect, test } from 'vitest'
import { certificate, handshakes, judgeWith, tls } from '../../../test/evidence.ts'
import { ocspStapling } from './ocsp-stapling.ts'

const judged = (askable: boolean | undefined, stapled: boolean | null) =>
  judgeWith(ocspStapling, {
    tls: tls({ chain: [certificate(askable === undefined ? {} : { askable })] }),
    handshakes: handshakes({ stapled }),
  })

test('sent along, not sent along, nothing to send, and not seen', () => {
  expect(judged(true, true)).toMatchObject({ reason: 'stapled', verdict: 'met' })
  expect(judged(true, false)).toMatchObject({ reason: 'not-stapled', verdict: 'partly' })
  expect(judged(false, false)).toMatchObject({ reason: 'not-askable', verdict: 'not-applicable' })
  expect(judged(undefined, false)).toMatchObject({ verdict: 'unknown' })
  expect(judged(true, null)).toMatchObject({ verdict: 'unknown' })
})
