/** The chapters of a report on accessibility (OpenACR), and in which of them a criterion belongs. Pure. */

/** The Dutch word of each, in the order of the format: three of WCAG, four of Section 508, ten of EN 301 549. */
export const ACR_CHAPTERS: Readonly<Record<string, string>> = {
  success_criteria_level_a: 'WCAG, niveau A',
  success_criteria_level_aa: 'WCAG, niveau AA',
  success_criteria_level_aaa: 'WCAG, niveau AAA',
  functional_performance_criteria: 'Wat mensen moeten kunnen',
  hardware: 'Apparaten',
  software: 'Programma’s',
  support_documentation_and_services: 'Uitleg en hulp',
  en_301_549_functional_performance: 'EN 301 549, 4: wat mensen moeten kunnen',
  en_301_549_generic_requirements: 'EN 301 549, 5: algemeen',
  'en_301_549_ict_with_two-way_voice': 'EN 301 549, 6: praten met elkaar',
  en_301_549_ict_with_video: 'EN 301 549, 7: video',
  en_301_549_hardware: 'EN 301 549, 8: apparaten',
  en_301_549_web: 'EN 301 549, 9: web',
  'en_301_549_non-web-documents': 'EN 301 549, 10: documenten',
  en_301_549_software: 'EN 301 549, 11: programma’s',
  en_301_549_documentation_and_support_services: 'EN 301 549, 12: uitleg en hulp',
  en_301_549_ict_providing_relay_or_emergency_service_access: 'EN 301 549, 13: bemiddeling en noodhulp',
}

/** Success criteria of WCAG 2.0 to 2.2 that are not of level A. */
const LEVEL_AA = new Set(
  (
    '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 ' +
    '3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3'
  ).split(' '),
)
const LEVEL_AAA = new Set(
  (
    '1.2.6 1.2.7 1.2.8 1.2.9 1.3.6 1.4.6 1.4.7 1.4.8 1.4.9 2.1.3 2.2.3 2.2.4 2.2.5 2.2.6 2.3.2 2.3.3 2.4.8 2.4.9 ' +
    '2.4.10 2.4.12 2.4.13 2.5.5 2.5.6 3.1.3 3.1.4 3.1.5 3.1.6 3.2.5 3.3.5 3.3.6 3.3.9'
  ).split(' '),
)
const SECTION_508 = [
  [/^30[12](?:\.|$)/, 'functional_performance_criteria'],
  [/^4(?:0[1-9]|1[0-5])(?:\.|$)/, 'hardware'],
  [/^50\d(?:\.|$)/, 'software'],
  [/^60\d(?:\.|$)/, 'support_documentation_and_services'],
] as const
const EN = Object.keys(ACR_CHAPTERS).filter((id) => id.startsWith('en_'))

/** The chapter in which a criterion belongs, by its number. */
export function chapterOf(num: string): string {
  if (LEVEL_AAA.has(num)) return 'success_criteria_level_aaa'
  if (LEVEL_AA.has(num)) return 'success_criteria_level_aa'
  // In EN 301 549 the fourth chapter has numbers as 4.2.1, which no success criterion has.
  if (/^[1-3]\.\d\.\d+$|^4\.1\.\d+$/.test(num)) return 'success_criteria_level_a'
  const [, of508] = SECTION_508.find(([shape]) => shape.test(num)) ?? []
  return of508 ?? EN[Number(/^\d+/.exec(num)?.[0] ?? 0) - 4] ?? 'functional_performance_criteria'
}
