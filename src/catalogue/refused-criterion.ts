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
  'makers?',
  'winkeliers?',
  'aannemers?',
  'partij(?:en)?',
  'bedrij(?:f|ven)',
  'gegadigden?',
  'opdrachtnemers?',
  'mkb',
  'suppliers?',
  'bidders?',
  'tenderers?',
  'vendors?',
  'contractors?',
  'compan(?:y|ies)',
)
const PLEDGE = any('convenant\\w*', 'covenants?', 'intentieverklaring\\w*', 'manifest\\w*')
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
/** In English these words say it, of a covenant or a pledge: a signed manifest is a technical thing. */
const SIGN_EN = any('sign(?:s|ed|ing)?', 'signator(?:y|ies)', 'join(?:s|ed|ing)?', 'party to', 'member of')
const PLEDGE_EN = any('covenants?', 'pledges?')
const PARTNER = 'convenant(?:partners?|partij(?:en)?|deelnemers?|lid|leden)'
const PRIZE = any('voorkeur', 'voorrang', 'punten', 'bonus', 'pré', 'streepje voor')
const CITY = any('de digitale stad', 'digitale stad', '(?:het )?convenant\\w*', 'leidraad', 'the digital city')
const NEAR = any(
  'lokale?',
  'plaatselijke?',
  'regionale?',
  'streek\\w*',
  'nederlandse',
  'binnenlandse',
  'local',
  'regional',
  'dutch',
)
const OURS = '(?:onze|de|deze|dezelfde|eigen) (?:gemeente|stad|regio|buurt|streek|omgeving|provincie)'
const OURS_EN = 'our (?:city|town|municipality|region|area)'
const HERE = any(OURS, OURS_EN, 'nederland', 'the netherlands', '\\d+ ?(?:km|kilometer)\\b')
/** It is about where something stands, and not about who supplies it. */
const THINGS = any('gegevens', 'data', 'servers?', 'datacentr\\w*', 'helpdesk', 'back-?ups?')
const SEAT = any(
  'gevestigd\\w*',
  'vestiging\\w*',
  'kantoor',
  'hoofdkantoor',
  'afkomstig',
  'uit',
  'zetel',
  'based',
  'located',
)
const OFFICE = any('gevestigd\\w*', 'vestiging\\w*', 'kantoor', 'hoofdkantoor', 'zetel', 'based', 'located', 'office')

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
    'not required',
    'does not count',
  )}\\b`,
)
/** The municipality itself signs, or the system only keeps covenants: that asks nothing of a bidder. */
const WE_SIGN = new RegExp(
  `\\b(?:die|dat|welke?|zodra|wanneer|als) (?:de|het|onze|een) ` +
    `(?:gemeente|college|gemeenteraad|burgemeester|wethouder|stad)\\b[^.,;!?]*?\\b${SIGN}`,
  'g',
)
const KEEPS = new RegExp(
  `\\b(?:systeem|programma|product|dienst|applicatie|software|oplossing)\\b [^.;!?]*?` +
    `\\b(?:registreert|bewaart|toont|beheert|archiveert|bevat|houdt|verwerkt|doorzoekt)\\b`,
)
const WHO = new RegExp(`\\b(?:${BIDDER}|wie|u|uw)\\b`)
const SIGNS = new RegExp(
  `${PLEDGE}[^.;!?]*\\b${SIGN}|\\b${SIGN}[^.;!?]*${PLEDGE}|` +
    `\\b${PLEDGE_EN}\\b[^.;!?]*\\b${SIGN_EN}\\b|\\b${SIGN_EN}\\b[^.;!?]*\\b${PLEDGE_EN}\\b`,
)
const PARTNERS = new RegExp(
  `\\b${PARTNER}\\b[^.;!?]*\\b${PRIZE}\\b|\\b${PRIZE}\\b[^.;!?]*\\b${PARTNER}\\b|` +
    `\\b(?:${BIDDER}|u|wie)\\b[^.;!?]*\\b(?:is|bent|zijn)\\b[^.;!?]*\\b${PARTNER}\\b|` +
    `\\balleen ${PARTNER}\\b[^.;!?]*\\b(?:inschrij|aanbied|meedo|meedin)`,
)
/** A badge of the covenants by its own name, or one of the municipality that is worth something. */
const BADGE = new RegExp(
  `\\bbadges?\\b (?:(?:van|voor|uit|of) )?${CITY}\\b|\\bbadges?\\b[^.;!?]*\\bheeft getekend\\b|` +
    `\\bbadges?\\b[^.;!?]*\\bvan (?:de|onze) (?:gemeente|stad)\\b[^.;!?]*\\b${PRIZE}\\b|` +
    `\\b${PRIZE}\\b[^.;!?]*\\bbadges?\\b[^.;!?]*\\bvan (?:de|onze) (?:gemeente|stad)\\b`,
)
const NEAR_BIDDER = new RegExp(`\\b${NEAR}\\s+(?:\\S+\\s+)?${BIDDER}\\b`)
/** The office of the municipality itself is where somebody works, and no seat. */
const NOT_OURS = '(?! van (?:de|onze) (?:gemeente|stad|provincie))'
const SEATED = new RegExp(
  `\\b${BIDDER}\\b(?:(?!\\b${THINGS}\\b)[^.;!?])*?\\b${SEAT}\\b${NOT_OURS}[^.;!?]{0,40}?\\b${HERE}`,
)
const SEATED_FIRST = new RegExp(
  `\\b(?:gevestigd|vestiging|kantoor)\\b${NOT_OURS}[^.;!?]{0,30}\\b${HERE}|` +
    `\\bbinnen (?:een straal van )?\\d+ ?(?:km|kilometer)\\b[^.;!?]{0,40}\\b(?:gevestigd|vestiging|kantoor)\\b`,
)
const STORES = new RegExp(`\\b${THINGS}\\b`)
const FAVOURS = new RegExp(
  `\\b(?:voorkeur|voorrang|extra punten|bonus|pré)\\b[^.;!?]*` +
    `\\b(?:${NEAR}|uit de (?:stad|buurt|regio|gemeente|streek))\\b`,
)

/** What says by name that a bidder comes from this municipality; undefined when there is no name. */
function fromHere(here: string): RegExp | undefined {
  const escaped = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  // "Bergen (NH.)": what stands between brackets is not said in a sentence.
  const name = here
    .replaceAll(/\([^)]*\)/g, '')
    .trim()
    .toLowerCase()
  if (name === '') return undefined
  // Of "Den Haag" the adjective is "Haagse".
  const stem = name.split(' ').findLast((each) => each.length > 2) ?? name
  // Of "Leiden" it is "Leidse", of "Gouda" "Goudse", of "Zwolle" "Zwolse".
  const bare = stem.replace(/(?:en|[eao])$/, '').replace(/(.)\1$/, '$1')
  const short = bare.length < 3 || bare === stem ? '' : `|${escaped(bare)}(?:se|s|ers|er)`
  const [named, adjective] = [escaped(name), `(?:${escaped(stem)}(?:sche|se|s|e|ers|er)${short})`]
  const place = `(?:de |het |the )?(?:(?:gemeente|stad|municipality of|city of) )?${named}\\b`
  const at = `(?:uit|in|te|bij|binnen|from) ${place}`
  return new RegExp(
    `\\b${adjective}\\s+(?:\\S+\\s+)?${BIDDER}\\b|` +
      `\\b${BIDDER} ${at}|` +
      `\\b${BIDDER}\\b[^.;!?]*\\b(?:komt|komen|afkomstig|comes?) ${at}|` +
      `\\b(?:${PRIZE}|alleen)\\b[^.;!?]*\\b(?:uit ${named}\\b|${adjective}\\b)|` +
      `\\b${BIDDER}\\b(?:(?!\\b${THINGS}\\b)[^.;!?])*?\\b${OFFICE}(?: \\S+)? ${at}|` +
      `\\b(?:gevestigd|established) ${at}`,
  )
}

/** Whether a text prefers who comes from here. `here`: the municipality. */
export const prefersNear = (text: string, here = ''): boolean => refusedCriterion(text, here) === LOCAL

/** Why a text may not be a requirement or a wish; undefined: nothing stands against it. `here`: the municipality. */
export function refusedCriterion(text: string, here = ''): string | undefined {
  const named = fromHere(here)
  for (const said of text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.;!?])\s/)) {
    if (DENIES.test(said)) continue
    const sentence = said.replaceAll(WE_SIGN, '')
    const keeps = KEEPS.test(sentence) && !WHO.test(sentence)
    if (BADGE.test(sentence) || (!keeps && (SIGNS.test(sentence) || PARTNERS.test(sentence)))) return COVENANT
    if (NEAR_BIDDER.test(sentence) || FAVOURS.test(sentence)) return LOCAL
    if (SEATED.test(sentence) || (SEATED_FIRST.test(sentence) && !STORES.test(sentence))) return LOCAL
    if (named?.test(sentence) && !(STORES.test(sentence) && !new RegExp(`\\b${BIDDER}\\b`).test(sentence))) return LOCAL
  }
  return undefined
}
