import { expect, test } from 'vitest'
import { maskNumbers } from './mask-numbers.ts'

test.each([
  ['Mijn BSN is 123456782.', 'Mijn BSN is ….'],
  ['Bel 06-1234 5678 of +31 (0)71 516 51 65', 'Bel … of …'],
  ['bsn 123 45 67 82', 'bsn …'],
  ['mail naar riet.van-dam+x@voorbeeld.test graag', 'mail naar … graag'],
  ['Ik woon op 2312 AB 14, al jaren', 'Ik woon op …, al jaren'],
  ['NL91 ABNA 0417 1643 00 werd niet herkend', '… werd niet herkend'],
])('%s', (text, masked) => expect(maskNumbers(text)).toBe(masked))

test.each([
  'In 2025 lukte het wel, om 14.30 uur.',
  'Stap 3 van 5 kost 12,50 euro',
  'Na 10 minuten gaf hij fout 404.',
  '',
])('what is no number of somebody stays: %s', (text) => expect(maskNumbers(text)).toBe(text))
