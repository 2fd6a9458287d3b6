/** Names in addresses. */
import { expect, test } from 'vitest'
import { keyOfName, slug } from './slug.ts'

test.each([
  ["Café 't Hoekje", 'cafe-t-hoekje'],
  ['Łódź & Zonen', 'lodz-zonen'],
  ['Straße Ø Æ', 'strasse-o-ae'],
  ['Ресторан «Волга»', 'restoran-volga'],
  ['新中国', 'xinzhongguo'],
  ['مطعم دمشق', /^[a-z0-9]+-[a-z0-9]+$/],
  ['हिन्दी', /^[a-z0-9]+$/],
  ['한국 식당', 'hangug-sigdang'],
  ['Ελληνικά', /^ellinika$/],
  ['\u202ECafé\u0000 De\u200B Sluis', 'cafe-de-sluis'],
  ['Pizza 🍕 Roma', 'pizza-roma'],
  ['𓂀𓂁', /^[a-z0-9-]+$/],
])('%s has the address %s', (name, address) => expect(slug(name)).toMatch(address))

test.each(['!!!', '', '🍕', '- / -', '\u200B'])('%j has no letters and no address', (name) => {
  expect([slug(name), keyOfName(name)]).toEqual(['', ''])
})

test('names are the same by their letters, not by how they are written in Latin', () => {
  expect(keyOfName('Café De Sluis')).toBe(keyOfName('CAFE  de-sluis'))
  expect(keyOfName('Ресторан')).not.toBe(keyOfName('Restoran'))
  expect(slug('Ресторан')).toBe(slug('Restoran'))
  expect(keyOfName('が')).not.toBe(keyOfName('か'))
  expect(keyOfName('新中国')).not.toBe(keyOfName('新忠国'))
})
