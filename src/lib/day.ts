/** A day as people write it. */
const written = (locale: string) =>
  // The clock of the Netherlands: a publication of 00:30 in Leiden must not carry yesterday's date.
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Amsterdam' })
const days = { nl: written('nl-NL'), en: written('en-GB') } as const

/** `23 november 2026`, `23 November 2026`. */
export const day = (lang: keyof typeof days, at: Date | string): string => days[lang].format(new Date(at))
