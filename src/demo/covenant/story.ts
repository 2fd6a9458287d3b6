/** One signed covenant of the demo while it is told: who is who, and which day it is in the story. */
import type { DemoParty, DemoSigned } from '../../../test/city/desk/signed.ts'
import { asClock, asPerson, type Tx } from '../../db/as.ts'
import type { Db } from '../../db/connect.ts'
import type { EvidenceStore } from '../../db/evidence.ts'
import type { Municipality } from '../../db/municipality.ts'
import type { Round } from '../../db/timer.ts'
import type { House } from '../../features/covenants/progress/rules.ts'
import type { Print } from '../../features/covenants/sign/fix-store.ts'
import { dateMonthsAfter, daysAfter } from '../../lib/iso-date.ts'
import type { CovenantTemplate } from '../../model/covenant.ts'
import { todayIn } from '../../web/language.ts'

/** What is needed to tell one. `origin`: of the site, for links in mail. */
export type Means = {
  readonly db: Db
  readonly municipality: Municipality
  readonly house: House
  readonly templates: readonly CovenantTemplate[]
  readonly key: Buffer
  readonly print: Print
  readonly files: Pick<EvidenceStore, 'put'>
  readonly origin: string
}
export type Person = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly function: string
  /** Of a partner: the organisation it works for. */
  readonly organisation: string | null
}

/** A day of the story with what is done on it. */
export type Event = { readonly day: number; readonly work: () => Promise<unknown> }

export class Story {
  readonly means: Means
  readonly told: DemoSigned
  readonly begins: string
  readonly today = todayIn()
  /** Once it was begun. */
  covenant = ''
  /** Who takes part, by the name of the organisation. */
  readonly participants = new Map<string, string>()
  readonly #people: ReadonlyMap<string, Person>
  readonly #organisations: ReadonlyMap<string, string>
  constructor(
    means: Means,
    told: DemoSigned,
    people: ReadonlyMap<string, Person>,
    organisations: ReadonlyMap<string, string>,
  ) {
    this.means = means
    this.told = told
    this.begins = dateMonthsAfter(this.today, -told.maanden_geleden)
    this.#people = people
    this.#organisations = organisations
  }
  get municipality(): string {
    return this.means.municipality.id
  }
  /** The date of a day of the story. */
  on(day: number): string {
    return daysAfter(this.begins, day)
  }
  person(email: string): Person {
    const found = this.#people.get(email)
    if (!found) throw new Error(`${email} werkt niet aan de balie van de demo`)
    return found
  }
  /** Who signs in for a party. */
  partnerOf(organisation: string): Person {
    const id = this.organisation(organisation)
    const found = [...this.#people.values()].find((each) => each.organisation === id)
    if (!found) throw new Error(`${organisation} heeft niemand die inlogt`)
    return found
  }
  organisation(name: string): string {
    const id = this.#organisations.get(name)
    if (id === undefined) throw new Error(`${name} is geen organisatie van de demo`)
    return id
  }
  participant(name: string): string {
    return this.participants.get(name)!
  }
  as<T>(person: Person, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { id, organisation } = person
    return asPerson(this.means.db, { municipality: this.municipality, person: id, organisation }, 'write', work)
  }
  /** As what happens by itself on a day. */
  byItself<T>(day: number, work: (tx: Tx, round: Round) => Promise<T>): Promise<T> {
    const { municipality, origin, db } = this.means
    return asClock(db, municipality.id, (tx) => work(tx, { municipality, today: this.on(day), origin }))
  }
  get object(): string {
    return `covenant/${this.covenant}`
  }
  get parties(): readonly DemoParty[] {
    return this.told.partijen
  }
}
