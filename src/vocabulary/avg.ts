/**
 * Points of the AVG (GDPR, Regulation 2016/679) that registers are held against. A field of a register says with
 * `extern` which point it answers, so that a municipality may call and split its fields as it likes.
 */

export type LawPoint = {
  /** As it stands behind the name of the list at `extern`. */
  readonly id: string
  /** Of the law; empty where the point stands in its opening words. */
  readonly letter: string
  readonly title: string
  /** Only where it applies: nothing is missing when it is empty. */
  readonly ifAny?: true
}

/** What a list is called at `extern`, and which article it is. */
export const LAW_LISTS = {
  'avg-30-1': 'AVG art. 30 lid 1',
  'avg-30-2': 'AVG art. 30 lid 2',
  'avg-28-3': 'AVG art. 28 lid 3',
} as const
export type LawList = keyof typeof LAW_LISTS

export const LAW_POINTS: Readonly<Record<LawList, readonly LawPoint[]>> = {
  /** The record of who is responsible. */
  'avg-30-1': [
    { id: 'verantwoordelijke', letter: 'a', title: 'Verantwoordelijke, met contactgegevens' },
    { id: 'samen', letter: 'a', title: 'Samen met een andere verantwoordelijke', ifAny: true },
    { id: 'vertegenwoordiger', letter: 'a', title: 'Vertegenwoordiger in Europa', ifAny: true },
    { id: 'fg', letter: 'a', title: 'Functionaris gegevensbescherming' },
    { id: 'doelen', letter: 'b', title: 'Doelen' },
    { id: 'mensen', letter: 'c', title: 'Van welke mensen' },
    { id: 'gegevens', letter: 'c', title: 'Welke persoonsgegevens' },
    { id: 'ontvangers', letter: 'd', title: 'Ontvangers' },
    { id: 'doorgifte', letter: 'e', title: 'Doorgifte buiten Europa, met de waarborg' },
    { id: 'bewaartermijn', letter: 'f', title: 'Bewaartermijn' },
    { id: 'beveiliging', letter: 'g', title: 'Beveiliging' },
  ],
  /** The record of who processes for somebody else. */
  'avg-30-2': [
    { id: 'opdrachtgever', letter: 'a', title: 'Opdrachtgever, met contactgegevens' },
    { id: 'vertegenwoordiger', letter: 'a', title: 'Vertegenwoordiger in Europa', ifAny: true },
    { id: 'fg', letter: 'a', title: 'Functionaris gegevensbescherming' },
    { id: 'verwerkingen', letter: 'b', title: 'Soort werk voor de opdrachtgever' },
    { id: 'doorgifte', letter: 'c', title: 'Doorgifte buiten Europa, met de waarborg' },
    { id: 'beveiliging', letter: 'd', title: 'Beveiliging' },
  ],
  /** What an agreement with a processor holds. */
  'avg-28-3': [
    { id: 'onderwerp', letter: '', title: 'Onderwerp' },
    { id: 'duur', letter: '', title: 'Duur' },
    { id: 'aard', letter: '', title: 'Wat de verwerker doet' },
    { id: 'doel', letter: '', title: 'Doel' },
    { id: 'gegevens', letter: '', title: 'Soort persoonsgegevens' },
    { id: 'mensen', letter: '', title: 'Van welke mensen' },
    { id: 'plichten', letter: '', title: 'Rechten en plichten van de gemeente' },
    { id: 'a', letter: 'a', title: 'Alleen op schriftelijke opdracht' },
    { id: 'b', letter: 'b', title: 'Geheimhouding' },
    { id: 'c', letter: 'c', title: 'Beveiliging' },
    { id: 'd', letter: 'd', title: 'Anderen inschakelen alleen met toestemming' },
    { id: 'e', letter: 'e', title: 'Hulp bij verzoeken van mensen' },
    { id: 'f', letter: 'f', title: 'Hulp bij beveiliging, datalek en DPIA' },
    { id: 'g', letter: 'g', title: 'Wissen of teruggeven' },
    { id: 'h', letter: 'h', title: 'Controle, met alle informatie' },
  ],
}

/** How far a point stands in an agreement, by the word at `extern` of an answer. */
export const IN_AGREEMENT = { 'staat-erin': 'present', deels: 'partly', ontbreekt: 'absent' } as const
