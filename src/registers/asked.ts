/** What a list of a register was asked for, read from its address and written into it again. Pure. */
import type { Field, Register } from '../model/register.ts'
import { sortable } from './columns.ts'
import type { Asked } from './list-store.ts'

/** The fields by which the list can be narrowed. */
export const filtersOf = (register: Register): readonly Field[] => register.fields.filter(({ filter }) => filter)

/** What a filter is called in the address. */
export const filterName = ({ id }: Field): string => `f-${id}`

function answerIn(field: Field, query: URLSearchParams): string {
  const answer = query.get(filterName(field)) ?? ''
  if (field.kind === 'yes-no') return answer === 'ja' || answer === 'nee' ? answer : ''
  if (field.kind === 'link') return answer.slice(0, 100)
  return field.options.some(({ id }) => id === answer) ? answer : ''
}

/** What cannot be is left out: a list that was shared still opens when a field is gone. */
export function askedOf(register: Register, query: URLSearchParams): Asked {
  const by = register.fields.find(({ id }) => id === query.get('op') && register.list.includes(id))
  const page = query.get('pagina') ?? ''
  return {
    q: (query.get('q') ?? '').trim().slice(0, 200),
    filters: Object.fromEntries(
      filtersOf(register)
        .map((field) => [field.id, answerIn(field, query)] as const)
        .filter(([, answer]) => answer !== ''),
    ),
    sort: by && sortable(by) ? by.id : '',
    descending: query.get('af') === 'ja',
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
    ended: query.get('welke') === 'beeindigd',
  }
}

/** The address of a list with this question; only what differs from an ordinary list stands in it. */
export function addressOf(register: Register, asked: Asked): string {
  const query = new URLSearchParams()
  if (asked.q !== '') query.set('q', asked.q)
  for (const field of filtersOf(register)) {
    const answer = asked.filters[field.id]
    if (answer !== undefined) query.set(filterName(field), answer)
  }
  if (asked.ended) query.set('welke', 'beeindigd')
  if (asked.sort !== '') query.set('op', asked.sort)
  if (asked.descending) query.set('af', 'ja')
  if (asked.page > 1) query.set('pagina', String(asked.page))
  return `/balie/registers/${register.id}${query.size === 0 ? '' : `?${query.toString()}`}`
}
