/** What of the list of cases is asked for, as it stands in the address: filters, order and page stay together. */
import { CASE_STATES, type CaseKind } from '../../../vocabulary/case.ts'
import { KIND_NAMES } from '../rules/words.ts'
import { ORDERS, type CaseList, type Order } from '../store/list.ts'
import { UUID } from '../../../lib/uuid.ts'

export type AskedList = {
  readonly q: string
  readonly status: string
  readonly soort: string
  readonly van: string
  readonly behandelaar: string
  readonly volgorde: Order
  readonly pagina: number
}
export const NOBODY = 'niemand'
export const FIRST: Order = 'uiterlijk'

const isOrder = (text: string): text is Order => Object.hasOwn(ORDERS, text)

/** An unknown value is no filter. `staat`: how the status was called in addresses that people kept. */
export function askedOf(query: URLSearchParams): AskedList {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  const [order, state, page, handler] = [
    text('volgorde'),
    text('status') || text('staat'),
    text('pagina'),
    text('behandelaar'),
  ]
  return {
    q: text('q'),
    status: CASE_STATES.some((each) => each === state) ? state : '',
    soort: Object.hasOwn(KIND_NAMES, text('soort')) ? text('soort') : '',
    van: ['mij', 'laat'].includes(text('van')) ? text('van') : '',
    behandelaar: handler === NOBODY || UUID.test(handler) ? handler : '',
    volgorde: isOrder(order) ? order : FIRST,
    pagina: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  }
}

/** The same as the store wants it, for this person on this day. */
export const filterOf = (asked: AskedList, who: string, today: string): CaseList => ({
  q: asked.q,
  order: asked.volgorde,
  state: CASE_STATES.find((state) => state === asked.status),
  kind: asked.soort === '' ? undefined : (asked.soort as CaseKind),
  mine: asked.van === 'mij' ? who : undefined,
  late: asked.van === 'laat' ? today : undefined,
  handler: asked.behandelaar === '' ? undefined : asked.behandelaar === NOBODY ? null : asked.behandelaar,
})

/** The address of the list with the same filters and order; a change of either begins at the first page. */
export function addressOf(asked: AskedList, more: Partial<AskedList> = {}, part = ''): string {
  const { pagina, volgorde, ...rest } = { ...asked, pagina: 1, ...more }
  const query = new URLSearchParams([
    ...Object.entries(rest).filter(([, value]) => value !== ''),
    ...(volgorde === FIRST ? [] : [['volgorde', volgorde]]),
    ...(pagina === 1 ? [] : [['pagina', String(pagina)]]),
  ])
  return `/balie/zaken${part}${query.size === 0 ? '' : `?${query.toString()}`}`
}
