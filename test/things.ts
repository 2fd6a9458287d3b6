/** A register with every kind of field, that only tests have: its file, a filled-in form, and what that is kept as. */
import { readRegisters } from '../src/catalogue/registers.ts'
import type { Register, Values } from '../src/model/register.ts'

/** The folder with the file, as `registers/` is one. */
const FOLDER = 'test/register'

/** Alone, as a municipality would have it that keeps no other. */
export const readThings = (): readonly Register[] => readRegisters(FOLDER)

/** What somebody types in its form. The owner is an organisation by that name. */
export const TYPED = {
  'w-naam': 'Grote klok',
  'w-verhaal': 'Eerste regel.\n\nTweede regel.',
  'w-soort': 'z',
  'w-kleuren': ['geel', 'rood'],
  'w-token': 'nee',
  'w-sinds': '2026-01-31',
  'w-vanaf': '31-12-2026',
  'w-maand': '2026-11',
  'w-aantal': '1.250',
  'w-prijs': '12,50',
  'w-post': 'dingen@gemeente.nl',
  'w-web': 'https://gemeente.nl/dingen',
  'w-waar': 'Markt 1 (52.1663, 4.4814)',
  'w-eigenaar': 'bakkerij de korenaar',
  'w-stromen': 'Drukte | https://data.gemeente.nl/x\nGeluid',
}

/** What is kept of that, but for what leads elsewhere. */
export const KEPT: Values = {
  naam: 'Grote klok',
  verhaal: 'Eerste regel.\n\nTweede regel.',
  soort: 'z',
  kleuren: ['rood', 'geel'],
  token: false,
  sinds: '2026-01-31',
  vanaf: '2026-12-31',
  maand: '2026-11',
  aantal: 1250,
  prijs: 12.5,
  post: 'dingen@gemeente.nl',
  web: 'https://gemeente.nl/dingen',
  waar: { label: 'Markt 1', lon: 4.4814, lat: 52.1663 },
  stromen: [{ wat: 'Drukte', url: 'https://data.gemeente.nl/x' }, { wat: 'Geluid' }],
}
