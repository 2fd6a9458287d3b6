/** A price and a postcode as people type them, and back. */

/** Euros as people type them, `12,50`, as cents; undefined when it is no price. */
export function readCents(typed: string): number | undefined {
  const [, euros = '', cents = ''] = /^(?:€ ?)?(\d{1,3})(?:[.,](\d{2}|-))?$/.exec(typed.trim()) ?? ([] as string[])
  if (/^(gratis|geen)?$/i.test(typed.trim())) return 0
  return euros === '' ? undefined : Number(euros) * 100 + Number(cents.replace('-', '') || 0)
}
/** `12,50`; empty when it costs nothing. */
export const centsTyped = (cents: number): string => (cents === 0 ? '' : (cents / 100).toFixed(2).replace('.', ','))

/** `1234ab` as `1234 AB`; undefined when it is no postcode. */
export function readPostcode(typed: string): string | undefined {
  const [, digits, letters] = /^([1-9]\d{3}) ?([A-Za-z]{2})$/.exec(typed.trim()) ?? []
  return digits === undefined ? undefined : `${digits} ${letters!.toUpperCase()}`
}

/** Whether it can be an address of a page elsewhere. */
export const isWeb = (typed: string): boolean => /^https?:\/\/[^\s"<>]{3,}$/.test(typed)
