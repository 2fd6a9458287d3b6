/** Fractions without rounding: 0.7 is seven tenths, and 0.7 - 0.8 is exactly minus a tenth. */

/** `under` is above zero. */
export type Fraction = { readonly over: bigint; readonly under: bigint }

/** One divided by the other; whole numbers. */
export const fraction = (over: number | bigint, under: number | bigint = 1n): Fraction => {
  const [top, bottom] = [BigInt(over), BigInt(under)]
  return bottom < 0n ? { over: -top, under: -bottom } : { over: top, under: bottom }
}

/** A number as it is written: the shortest decimal that leads to it. */
export function exactly(value: number): Fraction {
  const [, sign, whole, part = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  if (whole === undefined) throw new RangeError(`${value} is no number to reckon with`)
  const digits = BigInt(`${sign}${whole}${part}`)
  const shift = Number(power) - part.length
  return shift < 0 ? { over: digits, under: 10n ** BigInt(-shift) } : { over: digits * 10n ** BigInt(shift), under: 1n }
}

/** The sum of two. */
export const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
})
/** The product of two. */
export const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under })
/** What the first is more than the second. */
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { ...b, over: -b.over })
/** Without its sign. */
export const size = (a: Fraction): Fraction => (a.over < 0n ? { ...a, over: -a.over } : a)

/** Below, at or above zero: what `a` is more than `b`. */
export function compared(a: Fraction, b: Fraction): number {
  const [one, other] = [a.over * b.under, b.over * a.under]
  return one < other ? -1 : one > other ? 1 : 0
}

/** For a reader; nothing is compared by it. */
export const asNumber = ({ over, under }: Fraction): number => Number((over * 1_000_000_000_000n) / under) / 1e12
