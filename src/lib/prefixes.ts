/** A table of address ranges (CIDR) with something at each, asked for all that cover an address or another range. */
import { isIP } from 'node:net'

export type Prefixes<T> = {
  /** Adds a value at `192.0.2.0/24` or `2001:db8::/32`; false when that is not a range. */
  add(prefix: string, value: T): boolean
  /** Everything at ranges that hold all of this address or range, the widest first. */
  covering(of: string): { readonly prefix: string; readonly value: T }[]
  readonly size: number
}

type Place = { readonly family: 4 | 6; readonly bits: bigint; readonly length: number }

/** An empty table. */
export function prefixes<T>(): Prefixes<T> {
  const kept = new Map<string, { prefix: string; values: T[] }>()
  let size = 0
  const key = ({ family, bits, length }: Place, at: number = length) => {
    const width = family === 4 ? 32 : 128
    return `${family}/${at}/${(bits >> BigInt(width - at)).toString(36)}`
  }
  return {
    get size() {
      return size
    },
    add(prefix, value) {
      const place = placeOf(prefix)
      if (!place) return false
      const at = kept.get(key(place))
      if (at) at.values.push(value)
      else kept.set(key(place), { prefix, values: [value] })
      size++
      return true
    },
    covering(of) {
      const place = placeOf(of)
      if (!place) return []
      return Array.from({ length: place.length + 1 }, (_, at) => kept.get(key(place, at))).flatMap((found) =>
        found ? found.values.map((value) => ({ prefix: found.prefix, value })) : [],
      )
    },
  }
}

/** The length of a range; an address is one of 32 or 128. null: it is neither. */
export const lengthOf = (prefix: string): number | null => placeOf(prefix)?.length ?? null

/** Whether two addresses lie in one range of `four` or `six` bits, by their family. */
export function together(one: string, other: string, { four, six }: { four: number; six: number }): boolean {
  const [a, b] = [placeOf(one), placeOf(other)]
  if (!a || !b || a.family !== b.family) return false
  const [width, length] = a.family === 4 ? [32, four] : [128, six]
  return a.bits >> BigInt(width - length) === b.bits >> BigInt(width - length)
}

function placeOf(text: string): Place | null {
  const [address = '', length, ...more] = text.split('/')
  const family = isIP(address)
  if (more.length > 0 || (family !== 4 && family !== 6) || address.includes('%')) return null
  const width = family === 4 ? 32 : 128
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return null
  const at = length === undefined ? width : Number(length)
  if (at > width) return null
  return { family, bits: family === 4 ? four(address) : six(address), length: at }
}

const four = (address: string): bigint =>
  BigInt(address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0))

function six(address: string): bigint {
  const mapped = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address)
  const low = mapped ? Number(four(mapped[2]!)) : 0
  const text = mapped ? `${mapped[1]}${(low >>> 16).toString(16)}:${(low & 0xffff).toString(16)}` : address
  const [head = '', tail] = text.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const [left, right] = [groups(head), groups(tail ?? '')]
  const all = [...left, ...Array<string>(tail === undefined ? 0 : 8 - left.length - right.length).fill('0'), ...right]
  return all.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n)
}
