/** What stands around every public page, in both languages. */
import { day, number } from '../language.ts'

const nl = {
  skip: 'Naar de inhoud',
  mainNav: 'Hoofdmenu',
  breadcrumb: 'Kruimelpad',
  otherLanguage: 'English',
  languageNav: 'Taal',
  tagline: (name: string) => `De digitale stad ${name}`,
  nav: {
    city: 'De stad',
    organisations: 'Organisaties',
    agreements: 'Afspraken',
    norms: 'Normen',
    decisions: 'Besluiten',
    registers: 'Registers',
    together: 'Samen',
    rights: 'Uw rechten',
    learn: 'Leren en hulp',
    method: 'Methode',
    openData: 'Open data',
  },
  footer: {
    about: 'Over deze site',
    guide: 'Zo gebruikt u deze site',
    method: 'Hoe wij meten',
    openData: 'Open data en API',
    tenders: 'Aanbestedingen',
    weaknesses: 'Een zwakke plek melden',
    privacy: 'Privacy',
    accessibility: 'Toegankelijkheid',
    licence: 'Leidraad is vrije software (EUPL-1.2). De gegevens zijn vrij te gebruiken (CC0).',
    source: 'Leidraad meet van buitenaf en legt elke score uit.',
  },
  feed: {
    title: (city: string) => `Digitale stad ${city}: publicaties en besluiten`,
    author: (city: string) => `Gemeente ${city}`,
    followNews: 'Nieuws van deze site (Atom)',
  },
  search: { label: 'Zoeken op deze site' },
  dutchOnly: 'Deze tekst is er alleen in het Nederlands.',
  table: 'Bekijk als tabel',
  earlier: (no: number, at: Date) =>
    `U leest publicatie ${number('nl', no)} van ${day('nl', at)}. Dat is niet de nieuwste.`,
  toNewest: 'Naar de nieuwste publicatie',
  provisional: 'Voorlopige publicatie',
  provisionalText: 'De meting is nog bezig of nog niet nagekeken. De scores kunnen veranderen.',
  none: {
    title: 'Er is nog niets gepubliceerd',
    text:
      'De gemeente heeft nog geen meting openbaar gemaakt. Zodra dat gebeurt, leest u hier hoe de digitale stad ' +
      'ervoor staat.',
    more: 'Lees vast hoe wij meten',
  },
  list: {
    submit: 'Zoeken',
    previous: 'Vorige',
    next: 'Volgende',
  },
}

const en: typeof nl = {
  skip: 'Skip to content',
  mainNav: 'Main menu',
  breadcrumb: 'Breadcrumbs',
  otherLanguage: 'Nederlands',
  languageNav: 'Language',
  tagline: (name: string) => `The digital city of ${name}`,
  nav: {
    city: 'The city',
    organisations: 'Organisations',
    agreements: 'Agreements',
    norms: 'Norms',
    decisions: 'Decisions',
    registers: 'Registers',
    together: 'Together',
    rights: 'Your rights',
    learn: 'Learning and help',
    method: 'Method',
    openData: 'Open data',
  },
  footer: {
    about: 'About this site',
    guide: 'How to use this site',
    method: 'How we measure',
    openData: 'Open data and API',
    tenders: 'Tenders',
    weaknesses: 'Report a weakness',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    licence: 'Leidraad is free software (EUPL-1.2). The data are free to use (CC0).',
    source: 'Leidraad measures from outside and explains every number.',
  },
  feed: {
    title: (city: string) => `Digital city ${city}: publications and decisions`,
    author: (city: string) => `Municipality of ${city}`,
    followNews: 'News of this site (Atom)',
  },
  search: { label: 'Search this site' },
  dutchOnly: 'This text exists in Dutch only.',
  table: 'View as a table',
  earlier: (no: number, at: Date) =>
    `You are reading publication ${number('en', no)} of ${day('en', at)}. It is not the newest.`,
  toNewest: 'To the newest publication',
  provisional: 'Provisional publication',
  provisionalText: 'The measurement is still running or has not been reviewed yet. The scores may change.',
  none: {
    title: 'Nothing has been published yet',
    text:
      'The municipality has not made a measurement public yet. As soon as it does, you can read here how the ' +
      'digital city stands.',
    more: 'Read how we measure',
  },
  list: {
    submit: 'Search',
    previous: 'Previous',
    next: 'Next',
  },
}

/** By language. */
export const shell = { nl, en }
