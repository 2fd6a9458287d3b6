/** The demo city as it was a year ago: what a visit brought home, told of the same day a year before. Pure. */
import type { Evidence } from '../model/evidence.ts'

/** Hours between the two publications of the demo. */
export const YEAR = 365 * 24
/** A moment as evidence holds it (`2026-11-29T06:13:10.013Z`), also inside what a file of the site says. */
const MOMENT = /\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z/g
/** A moment as a web server says it: `Sun, 29 Nov 2026 06:13:10 GMT`. */
const SAID = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} 20\d\d \d\d:\d\d:\d\d GMT/g

const before = (moment: string): Date => new Date(Date.parse(moment) - YEAR * 3_600_000)

/**
 * Evidence with every moment in it a year earlier, of certificates and of what servers and files say as well: so it
 * stands to its own day as it stood to this one.
 */
export const yearEarlier = (evidence: Evidence): Evidence =>
  JSON.parse(
    JSON.stringify(evidence)
      .replaceAll(MOMENT, (moment) =>
        moment.includes('.')
          ? before(moment).toISOString()
          : before(moment)
              .toISOString()
              .replace(/\.\d+Z$/, 'Z'),
      )
      .replaceAll(SAID, (moment) => before(moment).toUTCString()),
  ) as Evidence
