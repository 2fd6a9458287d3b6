/**
 * What no requirement of a tender may ask: that a bidder signed a covenant, or that it comes from here. Pure. It reads
 * sentences, so it is careful: what it does not understand it lets pass, and a person still reads every text.
 */

/** Why; shown at the field. Which article it is: for a lawyer to confirm. */
const COVENANT =
  'Een convenant tekenen mag geen eis of wens zijn. Vraag wat het product of de dienst moet kunnen, en aanvaard ' +
  'gelijkwaardig bewijs (Aanbestedingswet 1.10 en 2.76; laat een jurist meekijken).'
const LOCAL =
  'Een voorkeur voor bedrijven uit de buurt of uit Nederland mag niet: gelijke bedrijven krijgen gelijke kansen. ' +
  'Vraag wat er geleverd moet worden, zoals een reactietijd (Aanbestedingswet 1.10 en 2.76; laat een jurist meekijken).'

const any = (...words: readonly string[]): string => `(?:${words.join('|')})`
const BIDDER = any(
  'inschrijvers?',
  'leveranciers?',
  'ondernemers?',
  'ondernemingen?',
  'aanbieders?',
  'aannemers?',
  'partij(?:en)?',
  'bedrij(?:f|ven)',
  'gegadigden?',
  'opdrachtnemers?',
  'mkb',
)
const PLEDGE = any('convenant\\w*', 'intentieverklaring\\w*', 'manifest\\w*')
const SIGN = any(
  'onder?teken\\w*',
  'ondertekend',
  'teken(?:t|de|en)',
  'getekend',
  'sluit\\w* zich aan',
  'aangesloten',
  'aansluit\\w*',
  'aan te sluiten',
  'toetre\\w*',
  'toegetreden',
  'deelnem\\w*',
  'deelneemt',
  'meedoe\\w*',
  'doet mee',
  'partij bij',
  'partij bent',
  'lid van',
  'lidmaatschap',
  'onderschrij\\w*',
  'onderschreef',
  'onderschreven',
)
const NEAR = any('lokale?', 'plaatselijke?', 'regionale?', 'streek\\w*', 'nederlandse', 'binnenlandse')
const OURS = '(?:onze|de|deze|dezelfde|eigen) (?:gemeente|stad|regio|buurt|streek|omgeving|provincie)'
const HERE = any(OURS, 'nederland', '\\d+ ?(?:km|kilometer)\\b')
/** It is about where something stands, and not about who supplies it. */
const THINGS = any('gegevens', 'data', 'servers?', 'datacentr\\w*', 'helpdesk', 'back-?ups?')
const SEAT = any('gevestigd\\w*', 'vestiging\\w*', 'kantoor', 'hoofdkantoor', 'afkomstig', 'uit', 'zetel')

/** It says that something does not count: a near miss of what it seems. */
const DENIES = new RegExp(
  `\\b${any(
    'geen (?:eis|wens|criterium|voorwaarde|punten|rol)',
    'niet mee',
    'niet verplicht',
    'hoeft? (?:\\S+ ){0,3}niet',
    'telt? (?:\\S+ ){0,2}niet',
    'speelt? geen',
    'ongeacht',
    'los van',
  )}\\b`,
)
const SIGNS = new RegExp(`${PLEDGE}[^.;!?]*\\b${SIGN}|\\b${SIGN}[^.;!?]*${PLEDGE}`)
const NEAR_BIDDER = new RegExp(`\\b${NEAR}\\s+(?:\\S+\\s+)?${BIDDER}\\b`)
const SEATED = new RegExp(`\\b${BIDDER}\\b(?:(?!\\b${THINGS}\\b)[^.;!?])*?\\b${SEAT}\\b[^.;!?]{0,40}?\\b${HERE}`)
const SEATED_FIRST = new RegExp(`\\b(?:gevestigd|vestiging|kantoor)\\b[^.;!?]{0,30}\\b${HERE}`)
const STORES = new RegExp(`\\b${THINGS}\\b`)
const FAVOURS = new RegExp(
  `\\b(?:voorkeur|voorrang|extra punten|bonus|pré)\\b[^.;!?]*` +
    `\\b(?:${NEAR}|uit de (?:stad|buurt|regio|gemeente|streek))\\b`,
)

/** Why a text may not be a requirement or a wish; undefined when nothing stands against it. */
export function refusedCriterion(text: string): string | undefined {
  for (const sentence of text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.;!?])\s/)) {
    if (DENIES.test(sentence)) continue
    if (SIGNS.test(sentence)) return COVENANT
    if (NEAR_BIDDER.test(sentence) || FAVOURS.test(sentence)) return LOCAL
    if (SEATED.test(sentence) || (SEATED_FIRST.test(sentence) && !STORES.test(sentence))) return LOCAL
  }
  return undefined
}
