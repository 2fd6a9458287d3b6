/** What is written about a badge: to its holder before it ends, and to a site on which one stands that is not so. */
import { spoken } from '../../lib/spoken-number.ts'
import type { PublicBadge } from '../../model/badge.ts'
import type { CityContact, Letter, Sender } from '../../model/letter.ts'
import { badgeAddress } from '../../web/badge/drawing.ts'
import { day } from '../../web/language.ts'
import { sentFor, signedBy, theCity } from '../../web/letter.ts'
import { numberInWords } from './shown.ts'
import type { Sighting } from './sightings-store.ts'

type From = { readonly city: string; readonly contact: CityContact; readonly origin: string }

/** That a badge ends on a day, and what can be done before. */
export function ending(
  { number, kind, holder, validUntil }: Pick<PublicBadge, 'number' | 'kind' | 'holder' | 'validUntil'>,
  { city, contact, origin }: From,
): Letter {
  const on = day('nl', validUntil)
  return {
    subject: `De badge van ${holder} loopt af op ${on}`,
    body: [
      'Beste lezer,',
      `De badge van ${holder} (nummer ${spoken(number)}) geldt tot en met ${on}. ` +
        'Daarna staat op de pagina van de badge dat hij is afgelopen.',
      kind === 'seen'
        ? 'Wilt u een nieuwe badge? Dan komt iemand eerst opnieuw kijken. Laat ons weten wanneer dat past.'
        : 'Doet u nog mee? Dan kunt u een nieuwe badge krijgen. Laat het ons weten.',
      'Wilt u dat niet? Haal de badge en het bord na die dag weg. Verder hoeft u niets te doen.',
      `De pagina van uw badge:\n${badgeAddress(origin, number)}`,
      sentFor(city, contact),
    ].join('\n\n'),
  }
}

const what = ({ state, validUntil, endedOn }: Sighting): string => {
  if (state === 'ended' && validUntil !== null) return `Die badge gold tot en met ${day('nl', validUntil)}.`
  if (state === 'withdrawn' && endedOn !== null) return `Die badge geldt niet meer sinds ${day('nl', endedOn)}.`
  return state === 'of-another'
    ? 'Die badge is aan een andere organisatie gegeven.'
    : 'Een badge met dat nummer hebben wij niet gegeven.'
}

/** A proposal for a letter about a badge that stands on a site: kind, for nobody is accused of anything. */
export function aboutSighting(sighting: Sighting, { city, contact, origin }: From, sender: Sender): Letter {
  const { number, page, organisation, lastAt, badge } = sighting
  const reach = contact.email === '' ? '' : ` Ons e-mailadres is ${contact.email}.`
  return {
    subject: 'De badge op uw website',
    body: [
      `Beste lezer van ${organisation},`,
      `Op ${day('nl', lastAt)} zagen wij op uw website een badge van de ${theCity(city)}, nummer ` +
        `${numberInWords(number)}. Hij staat op deze pagina:\n${page}`,
      `${what(sighting)} Misschien is hij blijven staan. Wilt u hem weghalen?`,
      badge === null
        ? 'Kreeg u de badge van iemand? Dan horen wij graag van wie.'
        : `Wat wij van deze badge weten, staat hier:\n${badgeAddress(origin, number)}`,
      `Wilt u zelf een badge, of klopt dit niet? Laat het ons weten.${reach}`,
      signedBy(sender, city),
    ].join('\n\n'),
  }
}
