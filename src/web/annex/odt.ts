/**
 * An annex as OpenDocument Text in which every requirement is a section of its own, with a line that nobody edits and
 * each of its words in a section of its own: so an edited file is read back with its changes (ODF 1.3 part 3, 5.4).
 */
import type { Annex } from '../../model/tender.ts'
import { h, odtOf, p, sectionOf } from '../odt.ts'
import { annexPaper, factsOf, markOf, SECTION, wordsOf } from './paper.ts'

/** What the file says of itself. */
export const DEFINED = { number: 'Leidraad bijlage', version: 'Leidraad versie', hash: 'Leidraad hash' } as const

/** The bytes of the .odt file. `hash`: of the annex, by which it is known again. */
export function annexOdt(annex: Annex, hash: string): Uint8Array {
  const asked = new Map(annex.requirements.map((each) => [`${SECTION}${each.id}`, each]))
  return odtOf(annexPaper(annex), {
    defined: { [DEFINED.number]: annex.number, [DEFINED.version]: String(annex.version), [DEFINED.hash]: hash },
    fieldAs({ id, title }) {
      const requirement = asked.get(id)
      if (!requirement) return undefined
      const words = wordsOf(requirement).map(
        ([word, name, said]) => h(4, name) + sectionOf(`${id}.${word}`, said.split('\n').map(p).join('')),
      )
      return sectionOf(
        id,
        h(3, title) +
          sectionOf(`${id}.kenmerk`, p(markOf(requirement)), 'protected') +
          words.join('') +
          factsOf(requirement).map(p).join(''),
      )
    },
  })
}
