/** What of the trail is asked for, as it stands in the address; what cannot be is told at its field. */
import { isDate } from '../../lib/iso-date.ts'
import { isAct } from '../../vocabulary/act.ts'
import type { Problems } from '../../web/desk/form.tsx'
import { UUID } from '../../lib/uuid.ts'

export type AskedTrail = {
  readonly wie: string
  readonly wat: string
  readonly zaak: string
  readonly van: string
  readonly tot: string
}

/** The filter of an address, with what is not right, by field. */
export function askedOf(query: URLSearchParams): { readonly asked: AskedTrail; readonly problems: Problems } {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  const asked = { wie: text('wie'), wat: text('wat'), zaak: text('zaak'), van: text('van'), tot: text('tot') }
  const date = (name: 'van' | 'tot') =>
    asked[name] === '' || isDate(asked[name]) ? {} : { [name]: 'Vul een datum in, zoals 31-12-2026.' }
  return {
    asked,
    problems: {
      ...(asked.wie === '' || UUID.test(asked.wie) ? {} : { wie: 'Kies een persoon uit de lijst.' }),
      ...(asked.wat === '' || isAct(asked.wat) ? {} : { wat: 'Kies een handeling uit de lijst.' }),
      ...date('van'),
      ...date('tot'),
      ...(isDate(asked.van) && isDate(asked.tot) && asked.tot < asked.van
        ? { tot: 'De laatste dag ligt voor de eerste. Kies een latere dag.' }
        : {}),
    },
  }
}

/** The address of a page of the trail with the same filters. */
export function addressOf(asked: AskedTrail, more: Readonly<Record<string, string>> = {}, part = ''): string {
  const query = new URLSearchParams(Object.entries({ ...asked, ...more }).filter(([, value]) => value !== ''))
  return `/balie/logboek${part}${query.size === 0 ? '' : `?${query.toString()}`}`
}
