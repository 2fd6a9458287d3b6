/** Header lines out of a CDP event. */
import type { Headers } from '../../../model/evidence.ts'

/** Header lines of a CDP event: as sent where the browser kept the text (HTTP/1), else its own list. */
export function headerLines(headers: Readonly<Record<string, string>>, text?: string): Headers {
  const lines = text
    ? text
        .split('\r\n')
        .slice(1)
        .filter((line) => line.includes(':'))
        .map((line) => {
          const colon = line.indexOf(':')
          return [line.slice(0, colon), line.slice(colon + 1).trim()] as const
        })
    : Object.entries(headers).flatMap(([name, value]) => value.split('\n').map((one) => [name, one] as const))
  return lines.map(([name, value]) => [name.toLowerCase(), value] as const)
}
