/** What goes out of the desk for who is signed in: a list, a feed and a file, each as far as the label lets it. */
import type { Tx } from '../../db/as.ts'
import { tlpName } from '../../vocabulary/tlp.ts'
import { missing, type Reply, type Route } from '../../web/desk/route.ts'
import { escapeXml } from '../../lib/xml.ts'
import { csafOf, csafName } from '../../web/warning/csaf.ts'
import { theCity } from '../../web/letter.ts'
import { warningAt } from './here.tsx'
import { opens, versionsOf, warningsAt, wordsOf } from './store.ts'

const file = (name: string, media: string, body: string): Reply => ({ kind: 'file', name, media, body })

export const outRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/waarschuwingen/overzicht.json',
    may: 'warning.read',
    answer: async ({ tx, municipality: { id }, today }) => {
      const warnings = await warningsAt(tx, id, 'api', today)
      const words = await wordsOf(
        tx,
        id,
        warnings.map((each) => each.id),
      )
      const told = warnings.flatMap((each) => {
        const said = words.get(each.id)
        if (!said) return []
        return {
          nummer: each.number,
          label: tlpName(each.label),
          titel: said.title,
          watGebeurde: said.what,
          watTeDoen: said.act,
          uiterlijk: said.actBy,
          looptTotEnMet: each.endsOn,
        }
      })
      return file('waarschuwingen.json', 'application/json', JSON.stringify({ waarschuwingen: told }, null, 2))
    },
  },
  {
    method: 'GET',
    path: '/waarschuwingen/nieuws.xml',
    may: 'warning.read',
    answer: async ({ tx, municipality: { id, name }, today, origin }) => {
      const warnings = await warningsAt(tx, id, 'feed', today)
      const entries = warnings.map((each) => {
        const at = `${origin}/balie/waarschuwingen/${each.id}`
        const title = `[${tlpName(each.label)}] ${each.title ?? 'Een waarschuwing'}`
        return (
          `  <entry><id>${escapeXml(at)}</id><title>${escapeXml(title)}</title>` +
          `<updated>${(each.sentAt ?? each.at).toISOString()}</updated><link href="${escapeXml(at)}"/></entry>\n`
        )
      })
      const newest = (warnings[0]?.sentAt ?? new Date(0)).toISOString()
      const body =
        `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n` +
        `  <id>${escapeXml(`${origin}/balie/waarschuwingen/nieuws.xml`)}</id>` +
        `<title>Waarschuwingen van ${escapeXml(theCity(name))}</title><updated>${newest}</updated>` +
        `<author><name>${escapeXml(theCity(name))}</name></author>\n${entries.join('')}</feed>\n`
      return file('waarschuwingen.xml', 'application/atom+xml', body)
    },
  },
  {
    method: 'GET',
    path: '/waarschuwingen/:warning/csaf',
    may: 'warning.read',
    answer: async (asked) => {
      const { tx, municipality, origin } = asked
      const warning = await warningAt(asked)
      // The same answer as where there is none: a label that allows no file has no file.
      if (!warning || warning.label === null || !(await opens(tx, municipality.id, warning.id, 'export')))
        return missing
      const [words] = await versionsOf(tx, municipality.id, warning.id, 1)
      if (!words) return missing
      const body = csafOf({ ...warning, label: warning.label, words }, { name: theCity(municipality.name), origin })
      return file(csafName(warning.number), 'application/json', JSON.stringify(body, null, 2))
    },
  },
]
