/** Names on certificates. */
import { expect, test } from 'vitest'
import { certificate, judgeWith, tls } from '../../../test/evidence.ts'
import { certificateNames } from './certificate-names.ts'

test('a certificate for the host fits', () => {
  expect(judgeWith(certificateNames, { tls: tls() }).verdict).toBe('met')
})

test('a certificate for another name does not, and its names are told', () => {
  const seen = tls({
    host: 'a.nl',
    nameMatches: false,
    chain: [certificate({ names: ['www.a.nl', 'hosting.example'] })],
  })
  expect(judgeWith(certificateNames, { tls: seen })).toMatchObject({
    verdict: 'unmet',
    seen: {
      host: 'a.nl',
      names: 'www.a.nl, hosting.example',
      details: ['www.a.nl', 'hosting.example'],
    },
  })
})

test('a certificate with a thousand names is told in twenty', () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `${index}.example`)
  expect(
    judgeWith(certificateNames, {
      tls: tls({ nameMatches: false, chain: [certificate({ names })] }),
    }).seen.details,
  ).toHaveLength(20)
})
