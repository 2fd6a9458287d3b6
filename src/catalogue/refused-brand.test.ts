/** A brand is refused without "or equivalent", and words that only look like one are not. */
import { expect, test } from 'vitest'
import { refusedBrand } from './refused-brand.ts'

test.each([
  'Het programma draait op Microsoft Azure.',
  'De laptops zijn van het merk Lenovo.',
  'Lever een licentie van SAP. Een gelijkwaardig programma mag in perceel 2.',
  'De kaart werkt met ArcGIS®',
  'Er zijn tien iPads.',
])('refused: %s', (text) => {
  expect(refusedBrand(text)).toContain('of gelijkwaardig')
})

test.each([
  'Het programma draait op Microsoft Azure of gelijkwaardig.',
  'De laptops zijn van het merk Lenovo, of daaraan gelijkwaardig.',
  'Het werkt op een gewone computer en telefoon.',
  'Het gebouw heeft grote ramen en een centrale ingang.',
  'De merkbare vertraging is hoogstens een seconde.',
  'Er is een kaart met wijken.',
])('passes: %s', (text) => {
  expect(refusedBrand(text)).toBeUndefined()
})
