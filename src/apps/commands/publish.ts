/** `leidraad publish`: a named person puts what is known now on the public site. */
import { Trouble } from '../../lib/trouble.ts'
import { NotReady } from '../../publish/store.ts'
import { text, Usage, type Command } from '../command.ts'
import { publishNow, type By } from '../publishing.ts'
import { loadRules } from '../rules.ts'
import { networkOf, withDatabase } from '../session.ts'
import { say, sayJson } from '../terminal.ts'

export const publishCommand: Command = {
  name: 'publish',
  words: '',
  summary: 'Maakt openbaar wat nu bekend is, op naam van een mens',
  help: 'Eerdere publicaties blijven leesbaar. De naam en functie staan bij de publicatie op de openbare site.',
  options: {
    by: { type: 'string', value: '"NAAM, FUNCTIE"', help: 'wie publiceert (verplicht)' },
    gemeente: { type: 'string', value: 'NAAM', help: 'de gemeente (als er meer dan één is)' },
  },
  async run(call) {
    const by = byOf(text(call.options, 'by'))
    const rules = await loadRules(call.place, networkOf(call))
    try {
      const told = await withDatabase(call, (open) => publishNow(open, call.place, rules, by))
      if (call.options['json']) sayJson(told)
      else {
        const { better, worse, byNorm, byMeasurement = 0, unseen = 0, unsure = 0, weights = [] } = told.summary
        say(
          `Publicatie ${told.no}: ${told.organisations} organisaties, ${told.subjects} onderwerpen, door ` +
            `${by.name}, ${by.function}`,
        )
        if (told.no > 1)
          say(
            `Sinds de vorige: ${better} beter, ${worse} slechter, ${byNorm} door een andere norm, ${byMeasurement} ` +
              `door een andere meting, ${unseen} nu of eerder niet gezien, ${unsure} waarover twee metingen elkaar ` +
              'tegenspraken',
          )
        if (told.waiting.length > 0)
          say(
            `${told.waiting.length} adressen leken slechter en worden nagemeten; zij blijven zoals zij daarvóór ` +
              `waren: ${told.waiting
                .slice(0, 20)
                .map(({ address }) => address)
                .join(', ')}`,
          )
        for (const { criterion, from, to } of weights)
          say(`Ander gewicht: ${criterion} van ${from ?? 0} naar ${to ?? 0}`)
      }
      return 0
    } catch (error) {
      if (error instanceof NotReady) throw new Usage(error.message, { cause: error })
      throw asRefused(error) ?? error
    }
  },
}

/** What the database refuses to publish, whatever the program made of it, said to who publishes. */
function asRefused(error: unknown): Trouble | undefined {
  const { code, constraint, message } = (error ?? {}) as Partial<Record<'code' | 'constraint' | 'message', string>>
  // A wall says in Dutch what it holds back; a value that does not fit a column is a fault of ours.
  if (code !== '23514' || constraint !== undefined || message === undefined) return undefined
  return new Trouble(
    `er is niets gepubliceerd, want de database houdt dit tegen: ${message}. Meet het op een ander deel van de dag ` +
      `nog eens, en publiceer daarna opnieuw`,
    { cause: error },
  )
}

/** `Anna de Vries, beleidsmedewerker` taken apart. Throws Usage: a publication without a person does not exist. */
function byOf(words: string | undefined): By {
  const comma = words?.indexOf(',') ?? -1
  const by = { name: words?.slice(0, comma).trim() ?? '', function: words?.slice(comma + 1).trim() ?? '' }
  if (comma === -1 || by.name === '' || by.function === '')
    throw new Usage('verwacht --by "naam, functie": publiceren doet een mens')
  return by
}
