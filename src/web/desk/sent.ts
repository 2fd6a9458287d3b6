/** Reads what a form sent. Everything in it is hostile until a schema says otherwise. */
import { plain } from '../../lib/clean.ts'
import type { Sent } from './route.ts'
import { TooLong } from '../../lib/too-long.ts'

/**
 * From the body as the web framework parsed it, without what nobody can see. Only `raw`, which passwords are read with,
 * keeps all but U+0000.
 */
export function sentOf(body: Readonly<Record<string, string | File | readonly (string | File)[] | undefined>>): Sent {
  const safe = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed()
  const clean = (text: string): string => plain(text.replaceAll('\r\n', '\n')).trim()
  const all = (name: string): readonly string[] => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined
    return [value ?? []]
      .flat()
      .filter((each) => typeof each === 'string')
      .map(clean)
  }
  const files = (name: string): readonly File[] =>
    [Object.hasOwn(body, name) ? body[name] : undefined]
      .flat()
      .filter((each): each is File => each instanceof File && (each.size > 0 || each.name !== ''))
  return {
    all,
    text: (name, most = Infinity) => {
      const text = all(name)[0] ?? ''
      if (text.length > most) throw new TooLong(name, text.length, most)
      return text
    },
    mark: (name) => all(name)[0] ?? '',
    raw: (name) => {
      const value = Object.hasOwn(body, name) ? [body[name]].flat()[0] : ''
      return typeof value === 'string' ? safe(value) : ''
    },
    names: Object.keys(body),
    file: (name) => files(name)[0],
    files,
  }
}
