/**
 * `leidraad measure`: visits organisations and keeps what was seen. `leidraad worker`: works on whatever is asked for.
 */
import { availableParallelism } from 'node:os'
import { recordAfter } from '../../db/audit.ts'
import { patiently } from '../../db/patience.ts'
import { heldBy, type Held } from '../../db/jobs.ts'
import { toVisit } from '../../features/scans/queue-store.ts'
import { roundUnseen, type RoundState } from '../../features/scans/rounds-store.ts'
import type { Lack } from '../../lib/lack.ts'
import { messages, word } from '../../web/messages.ts'
import { text, Usage, type Command } from '../command.ts'
import { aloneIn } from '../alone.ts'
import { openLookout } from '../lookout.ts'
import { followRound, startRound } from '../measuring.ts'
import { progress } from '../progress.ts'
import { loadRules } from '../rules.ts'
import { networkFileOf, networkOf, openInstallation, withDatabase } from '../session.ts'
import { nationals } from '../algorithm-register.ts'
import { laterAlone, runLater } from '../later.ts'
import { deskDeps } from '../desk-deps.ts'
import { exportsLater } from '../export-job.ts'
import { judging } from '../judge-job.ts'
import { tellAsOne } from '../lull.ts'
import { fetches } from '../regulation-fetch.ts'
import { feedsLater } from '../warning-feed.ts'
import { sendAlone } from '../clock/deliver.ts'
import { together } from '../together.ts'
import { runWorker, visitAlone } from '../worker.ts'
import { say, sayJson, warn } from '../terminal.ts'

const networkOption = { type: 'string', value: 'BESTAND', help: 'netwerkbestand dat een proefstad openzet' } as const

/** Visits at a time: one more than there are cores, for a page also waits for quiet. */
export function slots(): number {
  const asked = process.env['LEIDRAAD_SLOTS'] || String(availableParallelism() + 1)
  if (!/^[1-9]\d{0,2}$/.test(asked))
    throw new Usage(`LEIDRAAD_SLOTS is "${asked}"; verwacht een getal van 1 tot en met 999`)
  return Number(asked)
}

/** Whoever is visited may know who we are: the real world wants a page that says so. */
function sayWhoWeAre(network: unknown): void {
  if (network === undefined && !process.env['LEIDRAAD_CONTACT']) {
    warn(
      'Let op: zet LEIDRAAD_CONTACT op een pagina van uw gemeente die uitlegt wat deze meting is. Bezochte sites ' +
        'zien dat adres.',
    )
  }
}

export const measure: Command = {
  name: 'measure',
  words: '[ORGANISATIE …]',
  summary: 'Meet alle organisaties, of alleen de genoemde',
  help:
    'Noem een organisatie zoals in haar adres, bijvoorbeeld cafe-de-sluis. Tegelijk twee keer meten geeft geen ' +
    'dubbel werk.',
  options: {
    network: networkOption,
    gemeente: { type: 'string', value: 'NAAM', help: 'de gemeente (als er meer dan één is)' },
  },
  async run(call) {
    const network = networkOf(call)
    const file = networkFileOf(call)
    sayWhoWeAre(network)
    const rules = await loadRules(call.place, network)
    return withDatabase(call, async ({ database: { db }, store, municipality }) => {
      const { round, total } = await startRound(db, municipality.id, call.words.length > 0 ? call.words : undefined)
      if (total === 0)
        throw new Usage(
          call.words.length > 0
            ? 'geen van de genoemde organisaties heeft een website of e-maildomein'
            : 'er zijn nog geen organisaties; begin met: leidraad import',
        )
      const object = `municipality/${municipality.id}`
      await recordAfter(db, municipality.id, { act: 'measurement.asked', object, detail: { visits: total } })
      const gatherer = await openLookout(network)
      const bar = progress('Meten')
      const [, state] = await together<[void, RoundState]>(call.signal, [
        (signal) => runWorker({ db, store, rules, gatherer, alone: aloneIn(call.place, file) }, slots(), signal, round),
        (signal) =>
          followRound(db, municipality.id, round, signal, ({ done, failed, total: all, active }) => {
            bar.show(
              done + failed,
              all,
              active.map(({ address, progress: what }) => `${address}: ${what ?? ''}`).join(' | '),
            )
          }),
        // The browsers close after both.
      ]).finally(() => gatherer.close())
      const unseen = await patiently(() => roundUnseen(db, municipality.id, round))
      const { done, failed, later } = state
      if (call.options['json']) sayJson({ round, total, done, failed, later, unseen })
      else {
        bar.end()
        for (const { address, why, detail } of unseen)
          say(`niet gezien: ${address}: ${word(messages.nl.unseen, why)}${detail ? ` (${detail})` : ''}`)
        if (later > 0) say(`${later} vroegen om later terug te komen; zij staan klaar voor dan`)
        say(
          `${done} van ${total} gemeten, waarvan ${unseen.length} niet ` +
            `gezien${done + failed + later < total ? '; de rest staat klaar voor de volgende keer' : ''}`,
        )
      }
      if (done < total) call.signal.throwIfAborted()
      return done === total ? 0 : 1
    })
  },
}

/** Which job, and which attempt at it, somebody means by `ID/2`. */
function jobIn(text: string): Held {
  const [, id, attempt] = /^([0-9a-f-]{36})\/(\d{1,9})$/.exec(text) ?? []
  if (id === undefined) throw new Usage(`--one is "${text}"; verwacht een klus en een poging`)
  return { id, attempt: Number(attempt) }
}

/** Who started us answers `/ready`, and hears what we lack. */
const tellParent = (lack: Lack | null): void => void process.send?.({ lack })

export const worker: Command = {
  name: 'worker',
  words: '',
  answers: false,
  summary:
    'Doet wat er klaarstaat, tot het stopsignaal: metingen, regelingen, bestanden, algoritmes, bronnen, oordelen',
  help:
    'Op meer machines: zet DATABASE_URL naar dezelfde database en LEIDRAAD_DATA naar dezelfde map, of ' +
    'LEIDRAAD_S3_… naar dezelfde objectopslag.',
  options: {
    network: networkOption,
    one: { type: 'string', value: 'KLUS/POGING', help: 'alleen deze klus, die een andere werker vasthoudt' },
  },
  async run(call) {
    const network = networkOf(call)
    const rules = await loadRules(call.place, network)
    // For every municipality there is, so without asking for which.
    const { database, store } = await openInstallation(call.place, call.signal)
    const gatherer = await openLookout(network)
    try {
      const { worker, door, site } = await database.house()
      const telling = tellAsOne(tellParent)
      const work = { db: worker, store, rules, gatherer, tell: telling() }
      const kinds = {
        fetch: fetches(worker, network),
        judge: judging(worker, store, rules),
        national: nationals(worker, network),
        warnings: feedsLater(worker, network),
        export: exportsLater(worker, site, () => deskDeps(call.place)),
      }
      const one = text(call.options, 'one')
      if (one !== undefined) {
        const held = await heldBy(worker, jobIn(one))
        if (held?.kind === 'visit') await visitAlone(work, await toVisit(worker, held), call.signal)
        else if (held?.kind === 'mail') await sendAlone(door, held)
        else if (held) await laterAlone({ db: worker, kinds, tell: telling() }, held, call.signal)
        return 0
      }
      const alone = aloneIn(call.place, networkFileOf(call))
      // Each kind goes on beside the others: who waits for a file does not wait until a city is judged.
      await together<readonly void[]>(call.signal, [
        (signal) => runWorker({ ...work, alone }, slots(), signal),
        ...Object.entries(kinds).map(([kind, one]) => {
          const later = { db: worker, kinds: { [kind]: one }, tell: telling(), alone }
          return (signal: AbortSignal) => runLater(later, signal)
        }),
      ])
    } finally {
      await gatherer.close()
      await database.close()
    }
    return 0
  },
}
