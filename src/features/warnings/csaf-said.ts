/** Why a CSAF file is not taken, in plain Dutch: a sentence for each rule, with its place and the rule's own words. */
import type { CsafFailure, CsafRefused } from '../../lib/csaf-check.ts'

/** Per mandatory test of CSAF 2.0 (6.1) what is wrong with the file. */
export const CSAF_TESTS: Readonly<Record<string, string>> = {
  '6.1.1': 'Het bestand noemt een product dat niet in zijn lijst van producten staat',
  '6.1.2': 'Twee producten in het bestand hebben hetzelfde kenmerk',
  '6.1.3': 'Een product verwijst in een kring naar zichzelf',
  '6.1.4': 'Het bestand noemt een groep van producten die er niet in staat',
  '6.1.5': 'Twee groepen van producten hebben hetzelfde kenmerk',
  '6.1.6': 'Van een product staat er iets dat elkaar tegenspreekt, zoals kwetsbaar en niet kwetsbaar',
  '6.1.7': 'Een product heeft twee scores van dezelfde soort',
  '6.1.8': 'Een score (CVSS) is anders opgeschreven dan hoort',
  '6.1.9': 'Een score (CVSS) is verkeerd uitgerekend',
  '6.1.10': 'Een score (CVSS) spreekt zichzelf tegen',
  '6.1.11': 'Het nummer of de naam van een soort zwakke plek (CWE) klopt niet',
  '6.1.12': 'De taal is geen bekende taalcode',
  '6.1.13': 'Het adres van een softwarepakket (purl) klopt niet',
  '6.1.14': 'De versies staan niet op volgorde van hun datum',
  '6.1.15': 'Het is een vertaling, maar de taal van het origineel ontbreekt',
  '6.1.16': 'De versie is een andere dan de laatste in de geschiedenis',
  '6.1.17': 'De versie hoort bij een concept, maar de stand is geen concept',
  '6.1.18': 'Het is vastgesteld, maar in de geschiedenis staat nog een versie 0',
  '6.1.19': 'In de geschiedenis staat een voorlopige versie die er niet in hoort',
  '6.1.20': 'De stand is niet concept, maar de versie is voorlopig',
  '6.1.21': 'In de geschiedenis ontbreekt een versie',
  '6.1.22': 'In de geschiedenis staat een versie twee keer',
  '6.1.23': 'Een zwakke plek (CVE) staat er twee keer in',
  '6.1.24': 'Van een partij staat er twee keer hetzelfde op dezelfde datum',
  '6.1.25': 'Een bestand heeft twee controlegetallen van dezelfde soort',
  '6.1.26': 'De soort van het bestand lijkt te veel op een vaste soort van de standaard',
  '6.1.27.1': 'Bij deze soort hoort een tekst over wat er is, en die ontbreekt',
  '6.1.27.2': 'Bij deze soort hoort een verwijzing naar buiten, en die ontbreekt',
  '6.1.27.3': 'Bij deze soort horen geen zwakke plekken, en die staan er wel in',
  '6.1.27.4': 'Bij deze soort hoort een lijst van producten, en die ontbreekt',
  '6.1.27.5': 'Bij een zwakke plek hoort een tekst, en die ontbreekt',
  '6.1.27.6': 'Bij een zwakke plek hoort hoe het met de producten staat, en dat ontbreekt',
  '6.1.27.7': 'Bij een zwakke plek staat niet welke producten wel of niet kwetsbaar zijn',
  '6.1.27.8': 'Bij een zwakke plek hoort een nummer (CVE of een ander), en dat ontbreekt',
  '6.1.27.9': 'Van een product dat niet kwetsbaar is, staat er niet waarom',
  '6.1.27.10': 'Van een product dat kwetsbaar is, staat er niet wat iemand moet doen',
  '6.1.27.11': 'Bij deze soort horen zwakke plekken, en die ontbreken',
  '6.1.28': 'De taal van de vertaling is dezelfde als die van het origineel',
  '6.1.29': 'Een oplossing noemt niet voor welk product zij is',
  '6.1.30': 'De versies zijn op twee manieren geteld: 1, 2, 3 en 1.0.0',
  '6.1.31': 'Waar één versie van een product hoort, staat een reeks',
  '6.1.32': 'Een kenmerk noemt niet voor welk product het is',
  '6.1.33': 'Van een product staat er meer dan één reden waarom het niet kwetsbaar is',
}

/** Per keyword of the schema; `what`: the name of what lacks or is too much, or what it ought to be. */
const SCHEMA: Readonly<Record<string, (what: string) => string>> = {
  required: (what) => `Hier ontbreekt “${what}”`,
  additionalProperties: (what) => `Hier staat “${what}”, en dat kent de standaard niet`,
  unevaluatedProperties: (what) => `Hier staat “${what}”, en dat kent de standaard niet`,
  enum: () => 'Hier staat een woord dat de standaard niet kent',
  const: () => 'Hier staat een woord dat de standaard niet kent',
  format: (what) =>
    what === 'date-time'
      ? 'Hier hoort een datum met tijd'
      : what === 'uri'
        ? 'Hier hoort een webadres'
        : 'Dit is anders opgeschreven dan hoort',
  pattern: () => 'Dit is anders opgeschreven dan hoort',
  type: () => 'Hier staat iets van een andere soort dan hoort',
  minLength: () => 'Hier hoort een tekst, en er staat niets',
  minItems: () => 'Deze lijst is leeg, of te kort',
  minProperties: () => 'Hier hoort iets te staan, en er staat niets',
  uniqueItems: () => 'In deze lijst staat iets twee keer',
}

/** What is wrong, without a point at the end. A test that we do not know is told by its number. */
export function failureSaid({ test, keyword = '', what = '' }: CsafFailure): string {
  if (test === '') return SCHEMA[keyword]?.(what) ?? 'Dit is anders dan het schema van de standaard zegt'
  return CSAF_TESTS[test] ?? `Het bestand houdt zich niet aan regel ${test}`
}
/** Where: as a path in the file, which its maker can follow. */
export const failurePlace = ({ path }: CsafFailure): string => (path === '' ? 'bovenaan het bestand' : path)
/** By which rule, and in its own words. */
export const failureRule = ({ test, said }: CsafFailure): string =>
  `${test === '' ? 'het schema' : `regel ${test}`} van CSAF: “${said}”`

const REFUSED: Readonly<Record<CsafRefused['refused'], string>> = {
  large: 'Dit bestand is groter dan 5 MB.',
  hash: 'Het bestand is anders dan de bron zegt: het controlegetal klopt niet.',
  key: 'De sleutel van de bron is een andere dan is afgesproken.',
  signature: 'De handtekening onder het bestand klopt niet.',
  json: 'Dit bestand is niet te lezen: het is geen JSON.',
  none: 'Dit is geen CSAF-bestand.',
  version: 'Wij lezen CSAF 2.0.',
  tests: 'Het bestand houdt zich niet aan CSAF 2.0.',
}

/** Why, in one line. `rule`: with the words of the standard, where nothing else shows them. */
export function refusalSaid({ refused, detail, failures }: CsafRefused, rule: boolean): string {
  if (refused === 'version') return `Dit is CSAF ${detail}. ${REFUSED.version}`
  const [first] = failures
  if (!first) return detail === '' ? REFUSED[refused] : `${REFUSED[refused]} (${detail})`
  const more = failures.length === 1 ? '' : ` Er is meer dat niet klopt: ${failures.length} punten samen.`
  const place = rule ? `${failurePlace(first)}; ${failureRule(first)}` : failurePlace(first)
  return `${REFUSED[refused]} ${failureSaid(first)} (${place}).${more}`
}
