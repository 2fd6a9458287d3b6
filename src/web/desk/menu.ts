/** The doors of the desk. */
import type { Permission } from '../../vocabulary/roles.ts'

/** `also`: other places behind the same door. Nobody sees more than seven doors, whatever the role. */
export const MENU: readonly {
  readonly to: string
  readonly name: string
  readonly may: Permission
  readonly also?: readonly string[]
}[] = [
  { to: '/balie', name: 'Vandaag', may: 'desk.use' },
  { to: '/balie/mijn-nulmeting', name: 'Onze zelfcheck', may: 'baseline.own', also: ['/balie/onze-stand'] },
  { to: '/balie/onze-afspraken', name: 'Onze afspraken', may: 'covenant.own' },
  { to: '/balie/onze-badge', name: 'Onze badge', may: 'badge.own' },
  { to: '/balie/zaken', name: 'Zaken', may: 'case.read' },
  {
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
  },
  {
    to: '/balie/organisaties',
    name: 'Organisaties',
    may: 'organisation.read',
    also: ['/balie/nulmetingen', '/balie/bevindingen', '/balie/groepen', '/balie/speerpunten', '/balie/straten'],
  },
  {
    to: '/balie/afspraken',
    name: 'Afspraken',
    may: 'covenant.read',
    also: ['/balie/convenanten', '/balie/aanbestedingen', '/balie/contractplichten', '/balie/badges'],
  },
  { to: '/balie/schouw', name: 'Schouw', may: 'street.walk' },
  { to: '/balie/meldingen', name: 'Meldingen', may: 'report.answer' },
  { to: '/balie/beheer', name: 'Beheer', may: 'people.manage' },
  { to: '/balie/logboek', name: 'Logboek', may: 'audit.read' },
  { to: '/balie/postvak', name: 'Postvak uit', may: 'outbox.read' },
]
