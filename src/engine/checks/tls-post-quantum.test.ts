/** Keys that withstand a quantum computer. */
import { expect, test } from 'vitest'
import { handshakes, judgeWith } from '../../../test/evidence.ts'
import type { Lacks } from '../../model/evidence.ts'
import { tlsPostQuantum } from './tls-post-quantum.ts'

const judged = (newest: readonly string[], lacks: Lacks = {}) =>
  judgeWith(tlsPostQuantum, { handshakes: handshakes({ groups: { newest, older: [] }, lacks }) })

test('a hybrid is told by name; the draft that browsers left, and none at all, are not one', () => {
  expect(judged(['x25519', 'SecP256r1MLKEM768'])).toMatchObject({
    verdict: 'met',
    seen: { which: 'SecP256r1MLKEM768' },
  })
  expect(judged(['x25519', 'X25519Kyber768Draft00'])).toMatchObject({ reason: 'none', verdict: 'partly' })
  expect(judged([])).toMatchObject({ reason: 'none' })
})

test('that none was seen is only said when all groups were asked', () => {
  expect(judged(['x25519'], { groups: ['too-many'] }).verdict).toBe('unknown')
  expect(judged(['X25519MLKEM768'], { groups: ['too-many'] }).verdict).toBe('met')
})
