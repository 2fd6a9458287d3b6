/** What a field of a form holds when a rule reads it: a number, a price, a postcode; or what to say when it cannot. */
import { z } from 'zod'

/** What a rule reads, or what to say. */
export const read = <T>(rule: (typed: string) => T | undefined, message: string) =>
  z.string().transform((typed, context): T => {
    const found = rule(typed)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
/** A whole number between two, as text. */
export const whole = (from: number, to: number, says: string) =>
  read((typed) => {
    const number = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN
    return number >= from && number <= to ? number : undefined
  }, says)
