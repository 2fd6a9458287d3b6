/** The site of the municipality: at which names it answers, and how it looks. */
import type { ReactNode } from 'react'
import type { Tx } from '../../../db/as.ts'
import { lastAct, record } from '../../../db/audit.ts'
import { chosenLook, keepLook } from '../../../db/look.ts'
import { hostsOf, keepOwnHosts } from '../../../db/municipality.ts'
import { takeTurn } from '../../../db/turn.ts'
import { at, hostsIn } from '../../../lib/host-name.ts'
import { pngSize } from '../../../lib/png.ts'
import { colourOf, isReadable } from '../../../web/accent.ts'
import { isLoopback } from '../../../web/address.ts'
import { basisOf, changesBetween, Clash, trailOf } from '../../../web/desk/edit.tsx'
import { none, type Problems } from '../../../web/desk/form.tsx'
import { go, page, type Asked, type Route } from '../../../web/desk/route.ts'
import { emptyOr, file as aFile, readForm, text, thatIs, ticked } from '../../../web/desk/schema.ts'
import { AT, MovedPage, SitePage, valuesOf } from './site-page.tsx'

/** Bytes of a logo, and pixels of either side. */
const [MOST_BYTES, MOST_PIXELS] = [64 * 1024, 1024]
const LABELS = { webadressen: 'Webadressen', kleur: 'Kleur', beeldmerk: 'Beeldmerk' }

const FIELDS = {
  webadressen: text(
    2_000,
    thatIs((typed) => !('wrong' in hostsIn(typed)), 'Kijk de webadressen na.'),
  ),
  kleur: text(
    20,
    emptyOr((typed) => colourOf(typed) !== undefined, 'Vul een kleur in, zoals #0b5563, of laat dit leeg.'),
  ),
  beeldmerk: aFile,
  weg: ticked,
  zeker: ticked,
}

/** The new logo, the old one, or none; or what is wrong with the file. */
async function logoFrom(sent: File | undefined, away: boolean, before: string | null) {
  if (sent === undefined || sent.size === 0) return { logo: away ? null : before }
  if (sent.size > MOST_BYTES) return { wrong: 'Dit bestand is groter dan 64 kB. Kies een kleiner beeldmerk.' }
  const bytes = new Uint8Array(await sent.arrayBuffer())
  const size = pngSize(bytes)
  if (size === undefined) return { wrong: 'Dit is geen PNG-bestand. Bewaar het beeldmerk als PNG.' }
  if (Math.max(size.width, size.height) > MOST_PIXELS)
    return { wrong: `Dit beeldmerk is groter dan ${MOST_PIXELS} bij ${MOST_PIXELS} punten. Kies een kleiner.` }
  return { logo: Buffer.from(bytes).toString('base64') }
}

/** Whether what was asked at this name still opens the site: it is one of these, or this machine itself. */
const isHere = (name: string, hosts: readonly string[]): boolean =>
  hosts.includes(name) || name === 'localhost' || isLoopback(name)

/** Why these names would not do, at the field; nothing when they will. `here`: the name this page was asked at. */
function aboutHosts(before: readonly string[], after: readonly string[], here: string, sure: boolean): Problems {
  if (before.join() === after.join()) return none
  if (after.length === 0)
    return { webadressen: 'Laat minstens één webadres staan. Anders is de site nergens meer te vinden.' }
  return isHere(here, after) || sure
    ? none
    : { zeker: `U werkt nu op ${here}. Dat webadres staat niet in de lijst: daar opent de site straks niet meer.` }
}

const REFUSED = {
  taken: 'Een van deze webadressen is al van een andere gemeente.',
  alone:
    'Deze installatie bedient meer gemeenten, en nog geen heeft een eigen webadres. Vraag de technisch beheerder om ' +
    'ze tegelijk te geven.',
  none: 'Laat minstens één webadres staan. Anders is de site nergens meer te vinden.',
} as const

const standing = async ({ tx, municipality: { id } }: Asked<Tx>) => ({
  hosts: await hostsOf(tx, id),
  look: await chosenLook(tx, id),
})

export const siteRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/beheer/site',
    may: 'site.manage',
    answer: async (asked) => {
      const { hosts, look } = await standing(asked)
      const values = valuesOf(hosts, look)
      return page(<SitePage view={asked.view} values={values} basis={basisOf(values)} />)
    },
  },
  {
    method: 'POST',
    path: '/beheer/site',
    may: 'site.manage',
    limit: 1024 * 1024,
    answer: async (asked) => {
      const { tx, municipality, origin, sent, view } = asked
      const { id } = municipality
      const { typed, problems: wrong } = readForm(FIELDS, sent)
      await takeTurn(tx, `site/${id}/`)
      const now = await standing(asked)
      const before = valuesOf(now.hosts, now.look)
      const names = hostsIn(typed.webadressen)
      const hosts = 'wrong' in names ? now.hosts : names.hosts
      const accent = colourOf(typed.kleur)
      const made = await logoFrom(typed.beeldmerk, typed.weg.includes('ja'), now.look.logo)
      const look = { accent: accent ?? null, logo: 'wrong' in made ? now.look.logo : made.logo }
      const again = (problems: Problems, status: 409 | 422 = 422, clash?: ReactNode) =>
        page(
          <SitePage
            view={view}
            values={{ ...before, webadressen: typed.webadressen, kleur: typed.kleur }}
            basis={basisOf(before)}
            problems={problems}
            clash={clash}
          />,
          status,
        )
      const changes = changesBetween(before, valuesOf(hosts, look))
      if (sent.mark('basis') !== basisOf(before)) {
        const last = await lastAct(tx, id, `municipality/${id}`)
        return again(none, 409, <Clash changes={changes} labels={LABELS} last={last} />)
      }
      const problems: Problems = {
        ...wrong,
        ...('wrong' in names
          ? { webadressen: names.wrong }
          : aboutHosts(now.hosts, hosts, new URL(origin).hostname, typed.zeker.includes('ja'))),
        ...(accent === undefined || isReadable(accent)
          ? {}
          : { kleur: 'Tekst in deze kleur is slecht te lezen. Kies een donkerder kleur.' }),
        ...('wrong' in made ? { beeldmerk: made.wrong } : {}),
      }
      if (Object.keys(problems).length > 0) return again(problems)
      if (changes.length === 0) return go(AT, 'Er is niets veranderd.')
      if (hosts.join() !== now.hosts.join()) {
        const done = await keepOwnHosts(tx, hosts)
        if (done !== 'kept') return again({ webadressen: REFUSED[done] })
      }
      await keepLook(tx, id, look)
      await record(tx, id, { act: 'site.changed', object: `municipality/${id}`, detail: trailOf(changes) })
      const stays = hosts.length === 0 || isHere(new URL(origin).hostname, hosts)
      return stays
        ? go(AT, 'Opgeslagen. De site ziet er vanaf nu zo uit.')
        : page(<MovedPage view={view} to={hosts.map((host) => at(origin, host))} />)
    },
  },
]
