/** A tender as somebody fills it in at the desk, for tests. */

/** Closes in a year, unless something else is typed. */
export const tenderForm = (typed: Readonly<Record<string, string | readonly string[]>> = {}) => ({
  titel: 'Zaaksysteem',
  voorwerp: 'Een zaaksysteem als dienst voor alle afdelingen.',
  product: 'service',
  gegevens: 'confidential',
  belang: 'high',
  kenmerken: ['personal-data', 'website', 'hosting', 'links'],
  normen: '',
  kenmerk: 'TN-2026-14',
  plek: 'https://aanbesteden.example.nl/14',
  sluit: new Date(Date.now() + 365 * 86_400_000).toJSON().slice(0, 10),
  uur: '12:00',
  'voorwaarden-gibit': 'ja',
  'afwijking-gibit': '',
  'voorwaarden-kwaliteitsnormen': 'ja',
  'afwijking-kwaliteitsnormen': '',
  ...typed,
})
