/** Who receives data on a visit, in both languages. */
import { counted, number, type Lang } from '../../web/language.ts'

const nl = {
  title: 'Welke bedrijven krijgen gegevens als u deze site bezoekt?',
  lead: (hosts: number, companies: number, outside: number) =>
    'Bij een bezoek vraagt de pagina bestanden op bij ' +
    `${counted('nl', hosts, 'ander adres', 'andere adressen')} van ` +
    `${counted('nl', companies, 'bekend bedrijf', 'bekende bedrijven')}` +
    (outside > 0
      ? `. ${number('nl', outside)} daarvan ${outside === 1 ? 'is' : 'zijn'} van een bedrijf buiten Europa.`
      : '.'),
  none: 'Wij zagen geen andere bedrijven. Alleen de site zelf krijgt gegevens over uw bezoek.',
  unseen: 'Wij konden de pagina’s niet zien en weten dus niet wie gegevens over uw bezoek krijgt.',
  besides: {
    'after-accept': {
      title: (value: number) =>
        `Als u akkoord gaat met cookies: ${counted('nl', value, 'adres', 'adressen')} van anderen erbij`,
      lead: 'Wij gaven akkoord en openden een volgende pagina. Deze adressen kregen pas daarna gegevens.',
    },
    phone: {
      title: (value: number) => `Alleen op een telefoon: ${counted('nl', value, 'adres', 'adressen')} van anderen`,
      lead: 'Wij kwamen ook als telefoon langs. Deze adressen kregen alleen toen gegevens.',
    },
  },
  map: 'Van adres via bedrijf naar land',
  caption: 'Andere bedrijven die gegevens over een bezoek krijgen',
  more: (value: number) => `Nog ${counted('nl', value, 'adres staat', 'adressen staan')} alleen in de tabel.`,
  unknownOwner: 'eigenaar niet bekend',
  unknownCountry: 'land niet bekend',
  tracker: 'staat op een lijst van volgdiensten',
  outsideEea: 'buiten Europa',
}

const en: typeof nl = {
  title: 'Which companies receive data when you visit this site?',
  lead: (hosts: number, companies: number, outside: number) =>
    `On a visit the page asks for files at ${counted('en', hosts, 'other address', 'other addresses')} of ` +
    `${counted('en', companies, 'known company', 'known companies')}` +
    (outside > 0
      ? `. ${number('en', outside)} of them ${outside === 1 ? 'belongs' : 'belong'} to a company outside Europe.`
      : '.'),
  none: 'We saw no other parties. Only the site itself receives data about your visit.',
  unseen: 'We could not see the pages, so we do not know who receives data about your visit.',
  besides: {
    'after-accept': {
      title: (value: number) =>
        `When you agree to cookies: ${counted('en', value, 'address', 'addresses')} of others besides`,
      lead: 'We agreed and opened a next page. These addresses received data only after that.',
    },
    phone: {
      title: (value: number) => `On a phone only: ${counted('en', value, 'address', 'addresses')} of others`,
      lead: 'We also came as a phone. These addresses received data only then.',
    },
  },
  map: 'From address through company to country',
  caption: 'Other parties that receive data about a visit',
  more: (value: number) => `${counted('en', value, 'more address is', 'more addresses are')} in the table only.`,
  unknownOwner: 'owner not known',
  unknownCountry: 'country not known',
  tracker: 'is on a tracker list',
  outsideEea: 'outside Europe',
}

/** The sentences in a language. */
export const partiesSay = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
