/**
 * Places a public body may lead its visitors to, and how a link to each is known: by whose host it is on, or by its
 * words, in Dutch and English. Presence only: that no such link was seen on a few pages says nothing of the site.
 */
import { hostOf, sameParty } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import type { Led } from '../../model/evidence.ts'
import { addressWords, linkWords } from './privacy-link.ts'
import type { SaidPage } from './said.ts'

export type Destination = {
  /** Hosts that are it, with all below them. */
  readonly hosts: readonly string[]
  /** What a link to it says, in its text or the path of its address. */
  readonly words: RegExp
  /** What looks like it and is something else. */
  readonly not?: RegExp
  /** Only on the site itself: the same words lead elsewhere to what is of others. */
  readonly own?: true
}

/** Paths of what tells about something, or asks people to come and make it: that is not it. */
export const ABOUT =
  /\/(?:nieuws\w*|news|blogs?|actueel|agenda|evenementen|vacatures?|jobs|werken-bij|pers(?:berichten)?)(?:[/?#]|$)/i
/** Words by which a vacancy is known. */
export const VACANCY = /\bvacature|\bwij zoeken\b|\bjob\b/i
/** Words that tell it is not there, or ask after it. */
const NONE = /\bgeen\b|\bwaarom\b/i
const LINKS = 500
const LINES = 10

/** Each link to it that stands on these pages, as `"words" → address · page`; the first ten. */
export function linksTo(to: Destination, pages: readonly SaidPage[], own: string): string[] {
  const told = leadingTo(to, pages, own).map(({ href, said, page }) =>
    clip(`"${said.slice(0, 80)}" → ${href.slice(0, 120)} · ${page.slice(0, 80)}`),
  )
  return [...new Set(told)].toSorted().slice(0, LINES)
}

/** The same with their whole addresses, in the order of the pages. */
export function leadingTo(to: Destination, pages: readonly SaidPage[], own: string): Led[] {
  const found: Led[] = []
  for (const { url, links } of pages) {
    for (const { href, text } of links.slice(0, LINKS)) {
      const host = hostOf(href)
      if (host === undefined || !/^https?:/i.test(href)) continue
      const words = linkWords(text)
      const address = addressWords(href)
      if (NONE.test(words) || to.not?.test(words) || to.not?.test(address) || VACANCY.test(words)) continue
      const there = to.hosts.some((each) => host === each || host.endsWith(`.${each}`))
      const about = ABOUT.test(URL.parse(href)?.pathname ?? '')
      const said = !about && (to.words.test(words) || to.words.test(address))
      if (!there && !(said && (!to.own || sameParty(host, own)))) continue
      found.push({ href, said: words, page: url })
    }
  }
  return found
}

const any = (...each: readonly string[]) => new RegExp(each.join('|'), 'i')

/** A complaint about something else than how the body itself does its work. */
const OF_OTHERS =
  String.raw`(?! (?:over|met) (?!ons\b|onze |de (?:gemeente|organisatie|provincie|dienst|behandeling)|` +
  'het waterschap|(?:een |de |onze )?medewerker|gedrag|hoe ))'

export const DESTINATIONS = {
  'algorithm-register': {
    hosts: ['algoritmes.overheid.nl', 'algoritmeregister.nl'],
    words: any(
      String.raw`\balgoritme(?:n|s)?[- ]?register`,
      String.raw`\bregister (?:van|voor|met) (?:onze |de |alle )?algoritme(?:n|s)\b`,
      String.raw`\b(?:overzicht|lijst) van (?:onze |de |alle )?algoritme(?:n|s)\b`,
      String.raw`\balgoritme(?:n|s) (?:die|in gebruik|bij de gemeente)\b`,
      String.raw`\b(?:algorithm|ai)[- ]register\b`,
      String.raw`^\W*algoritme(?:n|s)\W*$`,
    ),
  },
  'sensor-register': {
    hosts: ['sensorenregister.nl'],
    words: any(
      String.raw`\bsensor(?:en|s)?[- ]?register`,
      String.raw`\bregister (?:van|voor|met) (?:onze |de |alle )?sensoren\b`,
      String.raw`\bsensoren (?:op de kaart|in de (?:stad|openbare ruimte|buurt|gemeente))\b`,
      String.raw`\b(?:kaart|overzicht|lijst) (?:van|met) (?:onze |de |alle )?(?:sensoren|camera['’]?s en sensoren)\b`,
      String.raw`\bsensor register\b`,
    ),
  },
  'open-data': {
    hosts: [
      'data.overheid.nl',
      'dataplatform.nl',
      'opendatasoft.com',
      'hub.arcgis.com',
      'pdok.nl',
      'nationaalgeoregister.nl',
    ],
    words: any(
      String.raw`\bopen[- ]?data\b`,
      String.raw`\bdata[- ]?portaa?l\b`,
      String.raw`\bdata[- ]?sets?\b`,
      String.raw`\bopen (?:gegevens|overheidsgegevens)\b`,
      String.raw`\bonze gegevens hergebruiken\b|\bhergebruik van (?:overheids)?(?:informatie|gegevens)\b`,
    ),
    not: /opening|privacy/i,
  },
  'source-code': {
    hosts: ['developer.overheid.nl', 'code.overheid.nl'],
    words: any(
      String.raw`\bbroncode\b`,
      String.raw`\b(?:our|open|onze) source ?code\b|^\W*source ?code\W*$`,
      String.raw`\bpubliccode(?:\.yml)?\b`,
      String.raw`\bonze (?:software|code) (?:op|bij) (?:github|gitlab|codeberg)\b`,
      String.raw`\bopen[- ]?source(?:[- ]?(?:software|code|projecten))? van (?:de |onze )?`,
    ),
    // Who built the theme of a site is thanked at its foot.
    not: /bootstrap|jquery|wordpress|drupal|joomla|thema\b|theme|fonts?\b|font ?awesome|lettertype|iconen|plug-?in/i,
  },
  'site-archive': {
    hosts: ['archiefweb.eu'],
    words: any(
      String.raw`\bweb(?:site)?[- ]?archief`,
      String.raw`\barchief van (?:deze|onze|de) (?:web)?site\b`,
      String.raw`\b(?:oude|eerdere|vorige) versies? van (?:deze|onze|de) (?:web)?site\b`,
      String.raw`\bgearchiveerde (?:web)?site`,
      String.raw`\bweb(?:site)? archive\b`,
    ),
    not: /archiefweb\.archive|nieuwsarchief/i,
  },
  'complaint-route': {
    hosts: [],
    words: any(
      String.raw`\bklacht(?:en)?(?:regeling|procedure|formulier|afhandeling|behandeling|commissie)?\b${OF_OTHERS}`,
      String.raw`\bcomplaints?\b`,
      String.raw`\b(?:niet |on)tevreden\b${OF_OTHERS}`,
    ),
    not: new RegExp(
      'persoonsgegevens|privacy|toegankelijkheid|accessibility|lichamelijke|gezondheids|medische|' +
        'overlast|geen klachten',
      'i',
    ),
    own: true,
  },
  'open-interface': {
    hosts: ['developer.overheid.nl', 'apis.developer.overheid.nl'],
    words: any(
      String.raw`\bapi['’]?s?\b`,
      String.raw`\bopen ?api\b|\bswagger\b`,
      String.raw`\bvoor (?:ontwikkelaars|developers)\b|^\W*(?:ontwikkelaars|developers?)\W*$|` +
        String.raw`\bdeveloper (?:portal|docs)\b`,
      String.raw`\bkoppelvlak(?:ken)?\b`,
    ),
    // Software serves files from such addresses too.
    not: any(
      'project ?ontwikkelaars|vastgoed|google|maps',
      String.raw`\bapi/(?:media|files?|documents?|downloads?|images?)\b`,
      String.raw`\.(?:pdf|docx?|xlsx?|zip|jpe?g|png|svg)$`,
    ),
  },
  'acting-for-another': {
    hosts: ['machtigen.digid.nl'],
    words: any(
      String.raw`\b(?:iemand|een ander|anderen?)(?: anders)? (?:\w+ )?machtig(?:en|t)\b`,
      String.raw`\bmachtig(?:en|ing)(?: (?:geven|aanvragen|regelen|via digid))?\b`,
      String.raw`\bnamens (?:iemand|een ander|uw|je|jouw)\b`,
      String.raw`\bvertegenwoordig(?:en|er|ing)\b`,
      String.raw`\biemand anders (?:laten )?(?:regelen|helpen)\b`,
      String.raw`\bauthori[sz]e (?:someone|somebody)\b|\bact on behalf\b`,
    ),
    not: any(
      String.raw`\btot (?:voorlopig verblijf|binnentreden|het )|\bmvv\b`,
      String.raw`incasso|sepa|automatisch|betaling|bank|volksvertegenwoordig|raad\b|verkoop|handels`,
    ),
  },
  'status-page': {
    hosts: ['statuspage.io', 'instatus.com', 'statuspal.eu', 'sorryapp.com'],
    words: any(
      String.raw`^\W*(?:actuele )?storingen\W*$|\b(?:storings|status)[- ]?pagina\b`,
      String.raw`\b(?:onderhoud en storingen|storingen en onderhoud)\b`,
      String.raw`\bstoring(?:en)? (?:in|van|bij) (?:de |onze )?(?:(?:web)?site|systemen|balie|telefoon)`,
      String.raw`\b(?:system|service) status\b|\bstatus page\b`,
    ),
    not: /meld|verlichting|lantaarn|\bgas\b|stroom|water|riool|verkeerslicht|slaap|brug|lift/i,
    own: true,
  },
  'processing-register': {
    hosts: [],
    words: any(
      String.raw`\b(?:verwerkings?|avg)[- ]?register\b`,
      String.raw`\bregister (?:van|met|voor) (?:onze |de |alle )?(?:verwerkingen|verwerkingsactiviteiten)\b`,
      String.raw`\b(?:overzicht|lijst) van (?:onze |de |alle )?(?:verwerkingen|verwerkingsactiviteiten)\b`,
      String.raw`\b(?:register|record) of processing\b`,
    ),
    not: /maken|opstellen|sjabloon|template|model|training/i,
    own: true,
  },
  'assessments-published': {
    hosts: [],
    words: any(
      String.raw`\b(?:pre-?)?dpia['’]?s?\b`,
      String.raw`\bgegevensbeschermingseffectbeoordeling`,
      String.raw`\bdata protection impact assessment`,
      String.raw`\bprivacy impact assessment`,
    ),
    not: /training|cursus|sjabloon|template|model|wat is|handleiding|uitvoeren/i,
    own: true,
  },
  'shared-parts': {
    hosts: ['digid.nl', 'eherkenning.nl', 'mijn.overheid.nl', 'nldesignsystem.nl', 'mijnoverheid.nl'],
    words: any(
      String.raw`\bdigid\b`,
      String.raw`\beherkenning\b`,
      String.raw`\beidas\b`,
      String.raw`\bmijn ?overheid\b`,
      String.raw`\bberichtenbox\b`,
      String.raw`\bnl design system\b`,
    ),
  },
} as const satisfies Record<string, Destination>
