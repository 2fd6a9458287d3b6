/** Strings of IAB Europe's framework, as its own library writes them, and what is none. */
import { expect, test } from 'vitest'
import { writtenString } from '../../../test/consent-strings.ts'
import { readConsentString } from './consent-string.ts'

test('a yes, a no, and what is claimed without asking', () => {
  expect(readConsentString(writtenString({ purposes: [1, 3, 4], partners: [2, 10, 755] }))).toEqual({
    program: 31,
    purposes: [1, 3, 4],
    partners: 3,
    claimed: [],
  })
  expect(readConsentString(writtenString({ claimed: [2, 7] }))).toMatchObject({
    purposes: [],
    partners: 0,
    claimed: [2, 7],
  })
})

test('partners by the hundred, in ranges', () => {
  const partners = Array.from({ length: 600 }, (_, at) => at + 1)
  expect(readConsentString(writtenString({ purposes: [1], partners }))).toMatchObject({ partners: 600 })
})

test.each(['', 'geen', 'CPXxRfAPXxRfA', 'C'.repeat(10_001), `${'C'.repeat(60)}.!`, '1YNN', '<script>'])(
  'not read: %s',
  (text) => expect(readConsentString(text)).toBeUndefined(),
)

test('a string that breaks off anywhere is not read as another, and never throws', () => {
  const whole = writtenString({ purposes: [1, 2], partners: [2, 10, 40] })
  for (let end = 1; end < whole.length; end++) {
    const read = readConsentString(whole.slice(0, end))
    if (read) expect(read.partners, whole.slice(0, end)).toBeLessThanOrEqual(3)
  }
})

test('ranges that name millions are refused before they are read', () => {
  const head = '000010' + '0'.repeat(207)
  const range = '1' + '0'.repeat(15) + '1' + '1'.repeat(16)
  const bits = `${head}${'1'.repeat(16)}1${(1_500).toString(2).padStart(12, '0')}${range.repeat(1_500)}`
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const text = bits
    .match(/.{6}/g)!
    .map((six) => signs[parseInt(six, 2)])
    .join('')
  expect(text.length).toBeLessThan(10_000)
  const begun = performance.now()
  expect(readConsentString(text)).toBeUndefined()
  expect(performance.now() - begun).toBeLessThan(500)
})
