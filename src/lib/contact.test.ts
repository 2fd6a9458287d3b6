/** Whether ways to reach people are recognised, and look-alikes are not. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../test/cpu.ts'
import { contactInLink, contactInText, isSocialMedia, namesDoubtfulNumber } from './contact.ts'

test.each([
  ['Bel 071 516 50 00', 'phone'],
  ['Telefoon: (071) 516 50 00', 'phone'],
  ['tel. 071-5165000', 'phone'],
  ['+31 (0)71 516 5000', 'phone'],
  ['0031 71 516 50 00', 'phone'],
  ['+31\u00a0(0)71\u00a0–\u00a0516\u202f50\u202f00', 'phone'],
  ['071\u2011516\u00ad50\u200b00', 'phone'],
  ['info＠voorbeeld.nl', 'mail'],
  ['06-12453678', 'phone'],
  ['06 12 45 36 78', 'phone'],
  ['14 071', 'phone'],
  ['14-0115', 'phone'],
  ['Tel. 0115/455500', 'phone'],
  ['046/4 77 77 77', 'phone'],
  ['Telefoon\n0115\n455500', 'phone'],
  ['1234 AB te Waterstad', 'address'],
  ['Postbus: 1234', 'address'],
  ['0800-1234', 'phone'],
  ['0900 123 4567', 'phone'],
  ['TEL 071 516 50 00', 'phone'],
  ['Mail naar info@voorbeeld.nl', 'mail'],
  ['info [at] voorbeeld.nl', 'mail'],
  ['a.b+c@mail.voorbeeld.co.uk', 'mail'],
  ['info [at] voorbeeld [dot] nl', 'mail'],
  ['info(apenstaartje)voorbeeld(punt)nl', 'mail'],
  ['info[@]voorbeeld.nl', 'mail'],
  ['naam@bakkerij.nl', 'mail'],
  ['info@bedrijf.nl', 'mail'],
  ['+32 2 123 45 68', 'phone'],
  ['+49 (0)30 90 18 20', 'phone'],
  ['Breestraat 1, 2311 CH Leiden', 'address'],
  ['2311CH  LEIDEN', 'address'],
  ['Postbus 9100', 'address'],
  ["2311 CH 's-Gravenhage", 'address'],
])('sees in "%s" a way to reach people: %s', (text, way) => {
  expect(contactInText(text)).toEqual([way])
})

test.each([
  '01-01-2026 12:00',
  '01/01/2026 12:00',
  '012/2026/455500',
  '0115/455500/2',
  'in 2014-0115',
  '010\n020\n030',
  '1234 AB te koop',
  'Op 01.02.2026 1000 bezoekers',
  'NL91 ABNA 0417 1643 00',
  'KvK 01234567',
  'BTW NL001234567B01',
  'artikel 0123456789012',
  '€ 1.071.516.500',
  'sinds 2024 EN daarna',
  'in 2025 SA Groep',
  'Volg ons op @voorbeeld',
  'prijs 12,0715165000',
  '2026 is een mooi jaar',
  'order 071-516-50-00-1234',
  'naam@bedrijf.nl',
  'you@company.com',
  'uwnaam@provider.nl',
  'uw.naam@gemeente.nl',
  'wij zitten (at) de markt (punt) en',
  '+32.000.000 bezoekers',
  '+45 000 000 00',
  'ISBN 978-0-7151-6500-0',
])('does not take "%s" for one', (text) => {
  expect(contactInText(text)).toEqual([])
})

test('links name someone, a share button does not', () => {
  expect(contactInLink('mailto:info@voorbeeld.nl?subject=x')).toBe('mail')
  expect(contactInLink('tel:+31715165000')).toBe('phone')
  expect(contactInLink('TEL:%2B31%20(0)71-516%2050%2000')).toBe('phone')
  expect(contactInLink('mailto:info%40voorbeeld.nl')).toBe('mail')
  expect(contactInLink('mailto:?to=info@voorbeeld.nl')).toBe('mail')
  expect(contactInLink('mailto:info@voorbeeld.nl%')).toBe('mail')
  expect(contactInLink('tel:')).toBeUndefined()
  expect(contactInLink('mailto:?subject=Lees%20dit&body=a@b.nl')).toBeUndefined()
  expect(contactInLink('https://www.voorbeeld.nl/contact')).toBeUndefined()
})

test('a social medium is told from a name that only looks like one', () => {
  expect(isSocialMedia('nl-nl.facebook.com')).toBe(true)
  expect(isSocialMedia('facebook.com.voorbeeld.nl')).toBe(false)
  expect(isSocialMedia('notfacebook.com')).toBe(false)
  expect(isSocialMedia('netflix.com')).toBe(false)
})

test('hostile text is read in time that grows with its length', () => {
  const start = cpuMs()
  for (const text of [
    'a'.repeat(200_000),
    '0 '.repeat(100_000),
    'a@a.'.repeat(50_000),
    '1234 AB '.repeat(20_000),
    '0('.repeat(100_000),
  ])
    contactInText(text)
  expect(cpuMs() - start).toBeLessThan(2_000)
})

test.each(['email@email.com', 'jan@example.com', 'naam@voorbeeld.nl', 'info@uwdomein.nl', '000 000 0000'])(
  'what stands where something is to be filled in reaches nobody: %s',
  (sample) => {
    expect(contactInText(`Uw gegevens: ${sample}`)).toEqual([])
    expect(contactInLink(`${sample.includes('@') ? 'mailto' : 'tel'}:${sample}`)).toBeUndefined()
  },
)
test('a real address beside a sample is found', () => {
  expect(contactInText('Bijvoorbeeld naam@voorbeeld.nl. Mail info@bakkerij.nl.')).toEqual(['mail'])
  expect(contactInText('Bijvoorbeeld 06-12345678.')).toEqual([])
  expect(contactInText('Bijvoorbeeld 06-12345678. Bel 071 516 50 00.')).toEqual(['phone'])
  expect(contactInText('info@voorbeeld.nl')).toEqual(['mail'])
})
test.each(['020 - 777 77 77', '0800-1111111', '071 555 55 55', '0900 8888888'])(
  'a number that repeats itself is somebody’s: %s',
  (number) => {
    expect(contactInText(`Bel ${number}`)).toEqual(['phone'])
    expect(namesDoubtfulNumber(`Bel ${number}`)).toBe(false)
    expect(contactInLink(`tel:${number}`)).toBe('phone')
  },
)
test('a number that runs up is a doubt in a text, and somebody’s in a link', () => {
  expect(namesDoubtfulNumber('Bel 06-12345678')).toBe(true)
  expect(namesDoubtfulNumber('Bel 071 516 50 00')).toBe(false)
  expect(namesDoubtfulNumber('Bel 000 000 0000')).toBe(false)
  expect(contactInLink('tel:0612345678')).toBe('phone')
})
