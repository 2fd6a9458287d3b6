/** What a page of a warning needs, read as who is here; what the label closes is not there. */
import type { Tx } from '../../db/as.ts'
import type { Norm } from '../../model/norm.ts'
import type { Register } from '../../model/register.ts'
import { allows, PERMISSIONS } from '../../vocabulary/roles.ts'
import { atDoor } from '../../vocabulary/tlp.ts'
import type { Asked } from '../../web/desk/route.ts'
import { knownThings, matchesOf } from './match-store.ts'
import { countsOf, nameable, organisationsIn, ownReply, personsOf, receiversOf } from './receivers-store.ts'
import { proposals } from './rules.ts'
import { hearsNobody } from './send.ts'
import { labelsOf, opens, readingsOf, versionsOf, type Warning } from './store.ts'

export type WarningDeps = {
  readonly registers: readonly Register[]
  readonly catalogue: { readonly norms: readonly Norm[] }
}

/**
 * All of it. Where the words are closed (RED, in a transaction that did not write down who reads) there are none.
 */
export async function shown({ tx, municipality: { id: m }, who }: Asked<Tx>, deps: WarningDeps, warning: Warning) {
  const { id, label } = warning
  const mayWrite = allows(who.roles, 'warning.write')
  const [words, before] = await versionsOf(tx, m, id)
  const proposed =
    mayWrite && words !== undefined && words.products.length > 0
      ? proposals(words.products, await knownThings(tx, m, { registers: deps.registers, norms: deps.catalogue.norms }))
      : []
  const mayReply = allows(who.roles, 'warning.reply') && (await opens(tx, m, id, 'replies'))
  return {
    warning,
    words,
    before,
    proposed,
    mayWrite,
    mayReply,
    mayExport: await opens(tx, m, id, 'export'),
    own: mayReply ? await ownReply(tx, m, id, who.organisation) : undefined,
    counts: await countsOf(tx, m, id),
    receivers: mayWrite ? await receiversOf(tx, m, id) : [],
    persons: mayWrite ? await personsOf(tx, m, id) : [],
    people: mayWrite ? await nameable(tx, m, id, PERMISSIONS['warning.read']) : [],
    organisations: mayWrite && atDoor(label, 'page').reach !== 'named' ? await organisationsIn(tx, m) : [],
    alone: mayWrite && warning.state === 'open' && (await hearsNobody(tx, m, id, who.id)),
    matches: mayWrite ? await matchesOf(tx, m, id) : [],
    readings: mayWrite ? await readingsOf(tx, m, id) : [],
    labels: who.organisation === null ? await labelsOf(tx, m, id) : [],
  }
}
export type Shown = Awaited<ReturnType<typeof shown>>
