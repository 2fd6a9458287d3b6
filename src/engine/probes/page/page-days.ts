/** Days that a page names for machines. Runs in the page, so it refers to nothing outside itself. */
import type { Dom } from './page-dom.ts'

/** Meets elements one by one; of the first twenty that name a day it gives what stands there, at most twenty days. */
export function daysOf({ of, attribute }: Dom) {
  const MOST = 20
  const KIND = /^date(?:Published|Modified|Created)$/
  const IN_DATA = /"date(?:Published|Modified|Created)"\s{0,20}:\s{0,20}"([^"]{4,40})"/g
  const met: Element[] = []
  const dayIn = (element: Element): string[] => {
    const value = attribute(element, 'datetime', 100) ?? attribute(element, 'content', 100)
    if (value !== null) return [value]
    if (of.tag(element) !== 'script') return []
    return [...(of.text(element) ?? '').slice(0, 50_000).matchAll(IN_DATA)].map(([, day]) => day!)
  }
  return {
    meet(element: Element, tag: string) {
      const tells =
        (tag === 'time' && attribute(element, 'datetime', 100) !== null) ||
        (tag === 'script' && /^\s*application\/ld\+json\s*$/i.test(attribute(element, 'type', 100) ?? '')) ||
        KIND.test(attribute(element, 'itemprop', 50) ?? '')
      if (tells && met.length < MOST) met.push(element)
    },
    read: (): string[] => met.flatMap(dayIn).slice(0, MOST),
  }
}
