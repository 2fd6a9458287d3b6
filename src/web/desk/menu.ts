/** The doors of the desk. */
import type { Permission } from '../../vocabulary/roles.ts'

type Place = {
  readonly to: string
  readonly name: string
  readonly may: Permission
  /** Other addresses of the same place. */
  readonly also?: readonly string[]
}
/** A door leads to the first of its places that somebody may enter. Nobody sees more than seven doors. */
export type Door = { readonly name: string; readonly places: readonly Place[] }

const one = (place: Place): Door => ({ name: place.name, places: [place] })

export const MENU: readonly Door[] = [
  {
    name: 'Vandaag',
    places: [
      { to: '/balie', name: 'Vandaag', may: 'desk.use' },
      { to: '/balie/postvak', name: 'Postvak uit', may: 'outbox.read' },
      { to: '/balie/logboek', name: 'Logboek', may: 'audit.read' },
    ],
  },
  {
    name: 'Onze zelfcheck',
    places: [
      { to: '/balie/mijn-nulmeting', name: 'Onze zelfcheck', may: 'baseline.own', also: ['/balie/onze-stand'] },
      { to: '/balie/onze-leveranciers', name: 'Onze leveranciers', may: 'supplier.own' },
      { to: '/balie/onze-metingen', name: 'Onze metingen', may: 'measurement.own' },
    ],
  },
  one({ to: '/balie/onze-afspraken', name: 'Onze afspraken', may: 'covenant.own' }),
  one({ to: '/balie/onze-badge', name: 'Onze badge', may: 'badge.own' }),
  one({ to: '/balie/leren', name: 'Leren', may: 'group-code.own' }),
  one({ to: '/balie/onze-hulp', name: 'Hulp', may: 'help.own' }),
  one({ to: '/balie/zaken', name: 'Zaken', may: 'case.read' }),
  one({
    to: '/balie/registers',
    name: 'Registers',
    may: 'register.read',
    also: [
      '/balie/regelingen',
      '/balie/producten',
      '/balie/agenda',
      '/balie/algoritmes',
      '/balie/verwerkingsregister',
      '/balie/verwerkersovereenkomsten',
      '/balie/normen',
    ],
  }),
  one({
    to: '/balie/organisaties',
    name: 'Organisaties',
    may: 'organisation.read',
    also: [
      '/balie/leveranciers',
      '/balie/metingen',
      '/balie/nulmetingen',
      '/balie/bevindingen',
      '/balie/groepen',
      '/balie/speerpunten',
      '/balie/straten',
    ],
  }),
  one({
    to: '/balie/afspraken',
    name: 'Afspraken',
    may: 'covenant.read',
    also: ['/balie/convenanten', '/balie/aanbestedingen', '/balie/contractplichten', '/balie/badges'],
  }),
  {
    name: 'Samen',
    places: [
      { to: '/balie/waarschuwingen', name: 'Waarschuwingen', may: 'warning.read' },
      { to: '/balie/praktijken', name: 'Goede praktijken', may: 'practice.read' },
      { to: '/balie/hulp-in-nood', name: 'Hulp in nood', may: 'incident.ask' },
      { to: '/balie/campagnes', name: 'Campagnes', may: 'campaign.read' },
      { to: '/balie/oefeningen', name: 'Oefeningen', may: 'exercise.read' },
      { to: '/balie/evenementen', name: 'Evenementen', may: 'event.read' },
      { to: '/balie/onze-evenementen', name: 'Onze evenementen', may: 'event.own' },
      { to: '/balie/hulp', name: 'Hulp en cursussen', may: 'help.read', also: ['/balie/lescodes'] },
    ],
  },
  one({ to: '/balie/schouw', name: 'Schouw', may: 'street.walk' }),
  {
    name: 'Verzoeken',
    places: [
      { to: '/balie/verzoeken', name: 'Verzoeken', may: 'request.read' },
      { to: '/balie/meldingen', name: 'Meldingen', may: 'report.answer' },
      { to: '/balie/zwakke-plekken', name: 'Zwakke plekken', may: 'weakness.tell' },
      { to: '/balie/oordelen', name: 'Oordelen', may: 'rating.read' },
    ],
  },
  one({ to: '/balie/beheer', name: 'Beheer', may: 'people.manage' }),
]

/** The doors of somebody with these permissions, each with the places behind it that may be entered. */
export const doorsFor = (may: (permission: Permission) => boolean): readonly Door[] =>
  MENU.map(({ name, places }) => ({ name, places: places.filter((place) => may(place.may)) })).filter(
    ({ places }) => places.length > 0,
  )
