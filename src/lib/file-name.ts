/** Names of files that people give or get: safe on every machine, and telling what the file is. */

/** Of a longer name only the end is looked at. */
const LONGEST = 1_000

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i

/**
 * A file name without folders, control characters, tricks with the direction of writing, or what Windows does not take;
 * at most 120 signs.
 */
export function safeFileName(name: string): string {
  const bare = name
    .slice(-LONGEST)
    .toWellFormed()
    .normalize('NFC')
    .split(/[/\\∕⁄⧵＼／]/)
    .at(-1)!
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}"<>|:*?%]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[. ]+|(?<![. ])[. ]+$/g, '')
  const kept = bare.replace(RESERVED, '_$&')
  return kept === '' ? 'bestand' : [...kept].slice(-120).join('')
}

/**
 * The name of a file whose kind is known: with one extension, of that kind, whatever it was called. `kinds`: extensions
 * that fit, the first of them when none of those was given.
 */
export function nameOfKind(name: string, kinds: readonly [string, ...string[]]): string {
  const safe = safeFileName(name)
  const given = /\.([\p{L}\p{N}]{1,5})$/u.exec(safe)
  const asGiven = given && kinds.find((kind) => kind === given[1]!.toLowerCase())
  // `rapport 2.0` has no extension, `factuur.bat` has; of `rapport.pdf.exe` both go.
  const dropped = given && /^\p{L}/u.test(given[1]!) ? safe.slice(0, given.index) : safe
  const again = /\.([\p{L}\p{N}]{1,5})$/u.exec(dropped)
  const base = again && kinds.includes(again[1]!.toLowerCase()) ? dropped.slice(0, again.index) : dropped
  // A dot before letters would look like an extension where the last one is hidden.
  const plain = [...base.replaceAll(/\.(?=\p{L})/gu, '-')]
    .slice(0, 110)
    .join('')
    .replace(/[. ]+$/, '')
  return `${plain === '' ? 'bestand' : plain}.${asGiven ?? kinds[0]}`
}

/** Content-Disposition for a download (RFC 6266), with the extended form for what is not ASCII. */
export function attachment(name: string): string {
  const safe = safeFileName(name)
  const extended = encodeURIComponent(safe).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${safe.replaceAll(/[^\w. -]/g, '_')}"; filename*=UTF-8''${extended}`
}
