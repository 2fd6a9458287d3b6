/** What belongs to a campaign, in words. */

/** What is drawn as one. */
export const CAMPAIGN_UNITS = {
  street: { nl: 'een straat', en: 'a street' },
  cluster: { nl: 'een groep (A tot en met D)', en: 'a group (A to D)' },
  organisation: { nl: 'een organisatie', en: 'an organisation' },
} as const
export type CampaignUnit = keyof typeof CAMPAIGN_UNITS

/**
 * Public draws whose number decides who goes first: nobody can know it on the day of fixing, or choose it. `days`: of
 * the week on which it is drawn (0: Sunday). `numbers`: how many, each another, from 1.
 */
export const CAMPAIGN_SOURCES = {
  lotto: {
    nl: 'Lotto',
    en: 'Lotto, the Dutch lottery',
    on: { nl: 'op zaterdag', en: 'on Saturdays' },
    days: [6],
    numbers: { count: 6, most: 45 },
    where: 'https://lotto.nederlandseloterij.nl/trekkingsuitslag',
    reads: {
      nl: 'De zes getallen van de gewone trekking op de dag van de loting, zonder het reservegetal.',
      en: 'The six numbers of the ordinary draw on the day of our draw, without the reserve number.',
    },
  },
  eurojackpot: {
    nl: 'Eurojackpot',
    en: 'Eurojackpot',
    on: { nl: 'op dinsdag en vrijdag', en: 'on Tuesdays and Fridays' },
    days: [2, 5],
    numbers: { count: 5, most: 50 },
    where: 'https://eurojackpot.nederlandseloterij.nl/trekkingsuitslag',
    reads: {
      nl: 'De vijf getallen van de trekking op de dag van de loting, zonder de twee Euro-getallen.',
      en: 'The five numbers of the draw on the day of our draw, without the two Euro numbers.',
    },
  },
} as const
export type CampaignSource = keyof typeof CAMPAIGN_SOURCES

/** By what is split before the draw, so that both groups are alike in it. */
export const CAMPAIGN_STRATA = {
  none: { nl: 'niet verdeeld', en: 'not split' },
  size: { nl: 'groot en klein apart', en: 'large and small apart' },
  before: { nl: 'wie vooraf veel en weinig voldoet apart', en: 'those that met much and little before apart' },
} as const
export type CampaignStrata = keyof typeof CAMPAIGN_STRATA

export const CAMPAIGN_WAYS = {
  letter: { nl: 'brief', en: 'letter' },
  visit: { nl: 'bezoek', en: 'visit' },
  phone: { nl: 'telefoon', en: 'phone' },
  email: { nl: 'e-mail', en: 'e-mail' },
  poster: { nl: 'affiche of raamsticker', en: 'poster or window sticker' },
} as const
export type CampaignWay = keyof typeof CAMPAIGN_WAYS

/** How it went. Nothing written down is unknown. */
export const CAMPAIGN_REACHED = {
  reached: { nl: 'bereikt', en: 'reached' },
  sent: { nl: 'verstuurd, niet bekend of het gelezen is', en: 'sent, not known whether it was read' },
  refused: { nl: 'wil niet', en: 'refused' },
  absent: { nl: 'niemand getroffen', en: 'nobody there' },
} as const
export type CampaignOutcome = keyof typeof CAMPAIGN_REACHED

export const CAMPAIGN_STATES = {
  draft: 'concept',
  frozen: 'vastgelegd, wacht op de loting',
  drawn: 'geloot',
  told: 'uitkomst gepubliceerd',
  stopped: 'gestopt voor de loting',
} as const
export type CampaignState = keyof typeof CAMPAIGN_STATES

/** What may be said of it. */
export const CAMPAIGN_VERDICTS = {
  more: 'wie eerst ging, ging meer vooruit',
  less: 'wie eerst ging, ging minder vooruit',
  none: 'geen verschil te zien',
  'too-few': 'te weinig om te zeggen',
  hidden: 'niet openbaar, om kleine aantallen',
  broken: 'de reeks is gebroken',
} as const
export type CampaignVerdict = keyof typeof CAMPAIGN_VERDICTS

/** The kinds of paper. */
export const CAMPAIGN_PAPERS = { brief: 'Brief', affiche: 'Affiche', raamsticker: 'Raamsticker' } as const
export type CampaignPaper = keyof typeof CAMPAIGN_PAPERS

/** A difference that chance makes less often than this is told as one. */
export const ALPHA = 0.05
/** So many ways of drawing are all tried; of more, as many are drawn. */
export const MOST_DRAWS = 20_000
/** Of thousands of lots fewer draws are tried, so that nobody waits: so many lots in all of them, and no fewer. */
export const MOST_LOTS_DRAWN = 6_000_000
export const LEAST_DRAWS = 2_000
/** Below so many organisations of which enough is known, nothing is said of a group. */
export const FEWEST_KNOWN = 10
/** Counts below this are not told in public. */
export const FEWEST_TOLD = 5
/** Days after the last measurement within which the outcome has to be public. */
export const TELL_WITHIN = 30
