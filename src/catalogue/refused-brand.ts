/**
 * What an own requirement may not ask without "or equivalent": a make, a type or a product by name (Aw 2.76; for a
 * lawyer to confirm). Pure. It knows the names that buyers of software use most; a person still reads every text.
 */

const BRAND =
  'Hier staat een merk of product zonder “of gelijkwaardig”. Beschrijf wat het moet kunnen, of zet er “of ' +
  'gelijkwaardig” achter (Aanbestedingswet 2.76; laat een jurist meekijken).'

const NAMES = [
  'microsoft',
  'windows',
  'office 365',
  'microsoft 365',
  'sharepoint',
  'azure',
  'power ?bi',
  'ms teams',
  'google (?:cloud|workspace|analytics|maps)',
  'aws',
  'amazon web services',
  'oracle',
  'sap',
  'salesforce',
  'servicenow',
  'topdesk',
  'adobe',
  'apple',
  'iphones?',
  'ipads?',
  'macbooks?',
  'samsung',
  'dell',
  'lenovo',
  'cisco',
  'vmware',
  'citrix',
  'arcgis',
  'esri',
  'centric',
  'pinkroccade',
  'exact online',
  'afas',
  'zoom',
  'whatsapp',
  'mailchimp',
  'wordpress',
  'drupal',
]
const NAMED = new RegExp(`\\b(?:${NAMES.join('|')})\\b|[®™]|\\bvan het merk\\b|\\bmerk [A-Z]`, 'i')
const EQUAL = /\b(?:of|en) (?:\S+ ){0,2}gelijkwaardig/i

/** Why a text may not be asked; undefined when nothing stands against it. */
export function refusedBrand(text: string): string | undefined {
  const sentences = text.replaceAll(/\s+/g, ' ').split(/(?<=[.;!?])\s/)
  return sentences.some((sentence) => NAMED.test(sentence) && !EQUAL.test(sentence)) ? BRAND : undefined
}
