/** What is told of elements in the page, in one shape, and how it becomes evidence that is safe to store. */
import { clean } from '../../../lib/clean.ts'
import type { Tried } from '../../../model/evidence.ts'
import { counted, markOf, type Traits } from '../../reading/barrier.ts'
import type { Dom } from '../page/page-dom.ts'

export type Raw = { readonly target: string; readonly html: string; readonly said: string; readonly traits: Traits }
/** `count`: of how many elements something is told; only the first two hundred travel. */
export type RawTried = { readonly looked: number; readonly count: number; readonly raw: readonly Raw[] }

const SPOTS = 20

/** Runs in the page: an element as it is told, its own tag and the beginning of its words. */
export function tellerOf({ of, path, squeeze, attribute }: Dom, traits: (element: Element) => Traits) {
  const SHOWN = ['id', 'class', 'href', 'src', 'type', 'name', 'role', 'aria-label', 'alt', 'lang', 'tabindex']
  return (element: Element, said = ''): Raw => {
    const tag = of.tag(element).slice(0, 40)
    const own = SHOWN.flatMap((name) => {
      const value = attribute(element, name, 60)
      return value === null ? [] : [` ${name}="${value}"`]
    })
    const html = `<${tag}${own.join('')}>${squeeze((of.text(element) ?? '').slice(0, 1_000), 80)}`
    return { target: path(element), html, said, traits: traits(element) }
  }
}

/** Of one kind, with the marks by which each is known again. */
export function asTried(kind: string, { looked, count, raw }: RawTried): Tried {
  const marks = raw.map(({ traits }) => markOf(`use-${kind}`, traits))
  const spots = raw.slice(0, SPOTS).map(({ target, html, said }, index) => ({
    target: clean(target, 300),
    html: clean(html, 300),
    said: clean(said, 100),
    mark: marks[index]!,
  }))
  return { looked, count, spots, marks: counted(marks) }
}
