/** What people of the demo city said of three services, what was done about it, and one test with people. */
import type { Db } from '../db/connect.ts'
import { daysOn } from '../lib/months.ts'
import { maskNumbers } from '../lib/mask-numbers.ts'
import { STUCK, type Done } from '../vocabulary/rating.ts'
import { todayIn } from '../web/language.ts'
import { keepRated, type ToldRating } from './ratings-store.ts'
import { idsBy } from './store.ts'

const WORDS = [
  'Ik moest drie keer opnieuw inloggen.',
  'Ging snel, ik was in vijf minuten klaar.',
  'De tekst bij de bijlage is moeilijk.',
  'Mijn dochter heeft het voor mij gedaan.',
  'Ik kon niet zien of het verstuurd was. Bel mij op 06 1234 5678.',
]
/** Out of ten: how many it worked out for. */
const SERVICES = [
  { answers: 64, yes: 7, did: 'Inloggen blijft nu een half uur geldig. Daarvoor was dat vijf minuten.' },
  { answers: 23, yes: 9, did: undefined },
  { answers: 6, yes: 8, did: undefined },
] as const

/** Adds them once, to the first public products by name. */
export async function fillRatings({ db, municipality, register }: { db: Db; municipality: string; register: string }) {
  const people = await idsBy(db, municipality, 'person', 'email')
  const by = people.get('tarik.aydin@gemeente-sluiswijk.test')!
  const today = todayIn()
  const told = SERVICES.map(({ answers, yes, did }, place) => ({
    ratings: Array.from({ length: answers }, (_, at): ToldRating => {
      const done: Done = at % 10 < yes ? 'yes' : at % 3 === 0 ? 'partly' : 'no'
      const words = at % 4 === 1 ? maskNumbers(WORDS[(at + place) % WORDS.length]!) : ''
      const read = words !== '' && at % 8 === 1
      return {
        on_day: daysOn(today, -((at * 5) % 170)),
        version: at % 2 === 0 ? '2.0' : '2.1',
        step: 'klaar',
        done,
        ease: done === 'yes' ? 4 + (at % 2) : 1 + (at % 3),
        stuck: done === 'yes' ? [] : [STUCK[at % STUCK.length]!],
        words,
        helped: at % 6 === 0,
        leave: read,
        shown: read,
        read_by: read ? by : null,
      }
    }),
    act: did === undefined ? undefined : { text: did, owner: 'Team dienstverlening', on_day: daysOn(today, -21), by },
    test:
      place === 0
        ? {
            on_day: daysOn(today, -35),
            task: 'Een aanvraag doen en later de stand bekijken',
            people: 'vijf mensen van de taalcursus in de bibliotheek',
            number: 5,
            finished: 3,
            with_help: 1,
            minutes: 14,
            found: 'Twee mensen dachten dat het klaar was na het eerste scherm. Niemand las de tekst rechts.',
            witness: by,
            by,
          }
        : undefined,
  }))
  await keepRated(db, municipality, register, told)
}
