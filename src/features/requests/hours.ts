/** How long somebody waits, as people say it, in both languages. */

/** Seconds as `één minuut` or `2 uur`, rounded up. */
export function inHours(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  if (minutes >= 60) return `${Math.ceil(minutes / 60)} uur`
  return minutes === 1 ? 'één minuut' : `${minutes} minuten`
}

/** The same in English. */
export function inHoursEnglish(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  const [count, word] = minutes >= 60 ? [Math.ceil(minutes / 60), 'hour'] : [minutes, 'minute']
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
