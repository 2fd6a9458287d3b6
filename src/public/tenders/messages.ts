/** What the public pages of tenders say, in both languages; the annex itself is Dutch. */
import { counted, moment, type Lang } from '../../web/language.ts'

const nl = {
  title: 'Aanbestedingen',
  lead: 'Koopt de gemeente iets digitaals? Dan leest u hier welke digitale eisen zij stelt, en waarom.',
  none: 'Er is nu geen aanbesteding met een digitale bijlage.',
  caption: 'Aanbestedingen met een digitale bijlage',
  column: { title: 'Aanbesteding', state: 'Stand', closes: 'Sluit', version: 'Versie' },
  open: 'open',
  closed: 'gesloten',
  stopped: 'gestopt',
  closes: (at: Date) => `Inschrijven kan tot ${moment('nl', at)}.`,
  hasClosed: (at: Date) => `De inschrijving sloot op ${moment('nl', at)}.`,
  hasStopped: 'Deze aanbesteding is gestopt. De bijlage blijft te lezen.',
  count: (total: number) => counted('nl', total, 'eis of wens', 'eisen en wensen'),
  answer: 'Beantwoord de eisen',
  answerText:
    'U beantwoordt de eisen zonder account, met een geheime link. Daarna downloadt u één bestand. ' +
    'Dat dient u in bij het aanbestedingssysteem. Wij kunnen uw antwoorden vóór het sluiten niet lezen.',
  handIn: 'Indienen doet u hier',
  files: 'De bijlage als bestand',
  hash: 'SHA-256 van de inhoud',
  versions: 'Versies',
  version: (no: number) => `Versie ${no}`,
  issued: (at: Date) => `Uitgegeven op ${moment('nl', at)}.`,
  newer: (no: number) => `Er is een nieuwere versie: versie ${no}.`,
  first: 'De eerste versie.',
  differences: (no: number) => `Wat er anders is dan in versie ${no}`,
  column3: { what: 'Waar', from: 'Stond er', to: 'Staat er' },
  questions: 'Vragen en antwoorden',
  questionsText: 'Alle inschrijvers lezen dezelfde antwoorden. Een vraag stelt u via het aanbestedingssysteem.',
  noQuestions: 'Er is nog niets gevraagd.',
  question: (no: number) => `Vraag ${no}`,
  answered: 'Antwoord',
  dutch: '',
  file: 'Aanbestedingen met een digitale bijlage, met de stand en de dag van sluiten.',
  news: (title: string) => `Aanbesteding: ${title}`,
  newsText: (version: number, closes: Date) =>
    `Versie ${version} van de digitale eisen. Inschrijven kan tot ${moment('nl', closes)}.`,
}

const en: typeof nl = {
  title: 'Tenders',
  lead: 'Is the municipality buying something digital? Here you read which digital requirements it sets, and why.',
  none: 'There is no tender with a digital annex at the moment.',
  caption: 'Tenders with a digital annex',
  column: { title: 'Tender', state: 'State', closes: 'Closes', version: 'Version' },
  open: 'open',
  closed: 'closed',
  stopped: 'stopped',
  closes: (at) => `You can submit a bid until ${moment('en', at)}.`,
  hasClosed: (at) => `Bidding closed on ${moment('en', at)}.`,
  hasStopped: 'This tender has been stopped. The annex can still be read.',
  count: (total) => counted('en', total, 'requirement or wish', 'requirements and wishes'),
  answer: 'Answer the requirements',
  answerText:
    'You answer the requirements without an account, with a secret link. After that you download one file. ' +
    'You submit it in the tender system. We cannot read your answers before the tender closes.',
  handIn: 'Submit your bid here',
  files: 'The annex as a file',
  hash: 'SHA-256 of the content',
  versions: 'Versions',
  version: (no) => `Version ${no}`,
  issued: (at) => `Issued on ${moment('en', at)}.`,
  newer: (no) => `There is a newer version: version ${no}.`,
  first: 'The first version.',
  differences: (no) => `What is different from version ${no}`,
  column3: { what: 'Where', from: 'Was', to: 'Is' },
  questions: 'Questions and answers',
  questionsText: 'All bidders read the same answers. Questions are asked in the tender system.',
  noQuestions: 'Nothing has been asked yet.',
  question: (no) => `Question ${no}`,
  answered: 'Answer',
  dutch: 'The annex is in Dutch, because the contract will be.',
  file: 'Tenders with a digital annex, with their state and closing day.',
  news: (title) => `Tender: ${title}`,
  newsText: (version, closes) =>
    `Version ${version} of the digital requirements. You can submit a bid until ${moment('en', closes)}.`,
}

/** The words in a language. */
export const says = (lang: Lang): typeof nl => ({ nl, en })[lang]
