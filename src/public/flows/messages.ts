/** What the pages of decisions and their data flows say, in both languages. */
import type { Lang } from '../../web/language.ts'

const nl = {
  title: 'Gegevens bij besluiten',
  lead: 'Welke gegevens gaan bij een besluit van wie naar wie, en waarom mag dat? Kies een besluit.',
  none: 'Er is nog geen gegevensstroom openbaar.',
  count: (count: number) => (count === 1 ? '1 gegevensstroom' : `${count} gegevensstromen`),
  kicker: 'Besluit',
  intro: 'Welke gegevens bij dit besluit van wie naar wie gaan, waarvoor, en op welke grondslag.',
  picture: 'De gegevens in beeld',
  pictureTitle: (decision: string) => `Van wie naar wie gaan gegevens bij: ${decision}`,
  pictureText: 'Elke pijl heeft een nummer. In de tabel hieronder staat bij dat nummer wat er gaat, en waarom.',
  heads: ['Wie geeft', 'Wie krijgt'] as readonly [string, string],
  key: 'Een dikke pijl: persoonsgegevens. Een dunne pijl: geen persoonsgegevens.',
  table: 'Dezelfde gegevens als tabel',
  caption: (decision: string) => `Gegevensstromen bij: ${decision}`,
  flow: 'Nummer en naam',
  // A phone may break it where a reader would.
  personal: 'Persoons\u00ADgegevens',
  yes: 'ja',
  no: 'nee',
  empty: 'niet ingevuld',
  more: (most: number) => `Dit zijn de eerste ${most}. In de open data staan ze alle.`,
}

const en: typeof nl = {
  title: 'Data used in decisions',
  lead: 'Which data go from whom to whom for a decision, and why is that allowed? Choose a decision.',
  none: 'No data flow is public yet.',
  count: (count) => (count === 1 ? '1 data flow' : `${count} data flows`),
  kicker: 'Decision',
  intro: 'Which data go from whom to whom for this decision, what for, and on which legal ground.',
  picture: 'The data as a picture',
  pictureTitle: (decision) => `From whom to whom data go for: ${decision}`,
  pictureText: 'Each arrow has a number. The table below tells what goes along it, and why.',
  heads: ['Who gives', 'Who receives'],
  key: 'A thick arrow: personal data. A thin arrow: no personal data.',
  table: 'The same data as a table',
  caption: (decision) => `Data flows for: ${decision}`,
  flow: 'Number and name',
  personal: 'Personal data',
  yes: 'yes',
  no: 'no',
  empty: 'not filled in',
  more: (most) => `These are the first ${most}. All of them are in the open data.`,
}

/** The sentences in a language. */
export const flowsSay = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
