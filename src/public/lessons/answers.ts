/** What somebody answered to a question of a lesson, read from the address, and what is to be said of it. Pure. */
import type { Option, Question } from '../../model/lesson.ts'

/** Options that were chosen, or the place that each was given. What is none of the question is left out. */
export type Given = { readonly chosen: readonly string[]; readonly places: Readonly<Record<string, number>> }

/** What an address says; undefined when it answers nothing. */
export function givenIn(question: Question, query: URLSearchParams): Given | undefined {
  const ids = question.options.map(({ id }) => id)
  if (question.kind === 'order') {
    if (!ids.some((id) => query.has(`plaats-${id}`))) return undefined
    const placed = ids.flatMap((id) => {
      const place = Number(query.get(`plaats-${id}`))
      return Number.isInteger(place) && place >= 1 && place <= ids.length ? [[id, place] as const] : []
    })
    return { chosen: [], places: Object.fromEntries(placed) }
  }
  // The button says that it was pressed, so that an empty answer is told apart from none.
  if (!query.has('antwoord') && !query.has('kijk')) return undefined
  const chosen = ids.filter((id) => query.getAll('antwoord').includes(id))
  return { chosen: question.kind === 'several' ? chosen : chosen.slice(0, 1), places: {} }
}

export type Marked = {
  /** `empty`: nothing to look at yet. `partly`: some of it is right. */
  readonly how: 'empty' | 'right' | 'partly' | 'wrong'
  readonly options: readonly {
    readonly option: Option
    readonly chosen: boolean
    readonly place: number | undefined
    /** Whether what was done with this option is right. */
    readonly good: boolean
  }[]
}

/** Says of a whole answer, and of each of its options, whether it is right. */
export function mark({ kind, options }: Question, { chosen, places }: Given): Marked {
  const each = options.map((option) => {
    const place = places[option.id]
    const was = chosen.includes(option.id)
    const good =
      kind === 'order' ? place === option.place : kind === 'several' ? was === option.right : was && option.right
    return { option, chosen: was, place, good }
  })
  const complete = kind === 'order' ? Object.keys(places).length === options.length : chosen.length > 0
  if (!complete) return { how: 'empty', options: each }
  const good = each.filter((one) => one.good).length
  const right = kind === 'order' || kind === 'several' ? good === each.length : good === 1
  const some = kind === 'several' ? each.some((one) => one.good && one.chosen) : kind === 'order' && good > 0
  return { how: right ? 'right' : some ? 'partly' : 'wrong', options: each }
}
