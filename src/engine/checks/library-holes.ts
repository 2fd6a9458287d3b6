/**
 * Whether a library that the pages fetch, in the version that its address names, has a hole that is known: by the list
 * of Retire.js, as far as it has a CVE and works in a visitor's browser (`lists/bibliotheken.csv`). Who keeps an old
 * version may have mended it, as Drupal 7 does: it is `partly` and asked about.
 * Trips on: `jquery-3.4.1.min.js`. Near misses: `jquery-3.7.1.min.js`, a version that the site gives its own file
 * (`site.js?ver=3.4.1`, `/3.4.1/site.js`), a range (`@3.4`), a library that nobody fetched or that a frame of
 * another site did, one that the list does not know (unknown).
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { librariesOf } from '../reading/libraries.ts'
import { few } from '../reading/telling.ts'
import { isForeignFrame } from '../reading/visit.ts'

export const libraryHoles = defineCheck({
  id: 'library-holes',
  needs: { session: ['before-consent'] },
  reasons: {
    holes: shown('partly'),
    sound: whole('met', 'requests'),
    'no-scripts': whole('not-applicable', 'requests'),
    unnamed: 'unknown',
  },
  judge({ session }, { lists, subject }) {
    // What a frame of another site asks is of that site.
    const requests = session.flatMap((page) =>
      page.value.requests.filter((request) => !isForeignFrame(request, page, subject)),
    )
    if (!requests.some(({ type }) => type === 'script')) return { reason: 'no-scripts' }
    const known = librariesOf(requests).flatMap((library) => {
      const holes = lists.holes(library.name, library.version)
      return holes === undefined ? [] : [{ ...library, holes }]
    })
    const open = known.filter(({ holes }) => holes.length > 0)
    const named = (each: (typeof known)[number]) => `${each.name} ${each.version}`
    if (open.length > 0) {
      const details = open.map((each) => clip(`${named(each)}: ${each.holes.slice(0, 8).join(', ')} · ${each.url}`))
      return {
        reason: 'holes',
        seen: { count: open.length, libraries: few(open.map(named)), details: details.toSorted().slice(0, 20) },
      }
    }
    return known.length > 0
      ? {
          reason: 'sound',
          seen: {
            count: known.length,
            details: known
              .map((each) => clip(named(each)))
              .toSorted()
              .slice(0, 20),
          },
        }
      : { reason: 'unnamed' }
  },
})
