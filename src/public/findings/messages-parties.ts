/** Who receives data on a visit, in both languages. */
import { counted, number, type Lang } from '../../web/language.ts'

const nl = {
  title: 'Welke bedrijven krijgen gegevens als u deze site bezoekt?',
  lead: (hosts: number, companies: number, outside: number) =>
    'Bij een bezoek vraagt de pagina bestanden op bij ' +
    `${counted('nl', hosts, 'ander adres', 'andere adressen')} van ` +
    `${counted('nl', companies, 'bekend bedrijf', 'bekende bedrijven')}` +
    (outside > 0
      ? `. ${number('nl', outside)} daarvan ${outside === 1 ? 'is' : 'zijn'} van een bedrijf buiten ` +
        'de Europese Economische Ruimte.'
      : '.'),
  none: 'Wij zagen geen andere bedrijven. Alleen de site zelf krijgt gegevens over uw bezoek.',
  /** Where somebody is met in another case. */
  noneYet: 'Voordat u iets kiest, zagen wij op een computer geen andere bedrijven.',
  unseen: 'Wij konden de pagina’s niet zien en weten dus niet wie gegevens over uw bezoek krijgt.',
  besides: {
    'after-accept': {
      title: (value: number) =>
        `Als u akkoord gaat met cookies: ${counted('nl', value, 'adres', 'adressen')} van anderen erbij`,
      lead:
        'Wij gaven op een computer akkoord en openden een volgende pagina. Bij dat bezoek zagen wij ook deze ' +
        'adressen. Zonder die keuze zagen wij ze op een computer niet.',
    },
    phone: {
      title: (value: number) => `Op een telefoon: ${counted('nl', value, 'adres', 'adressen')} van anderen erbij`,
      lead:
        'Wij kwamen ook als telefoon langs, zonder iets te kiezen. Bij dat bezoek zagen wij ook deze adressen. ' +
        'Op een computer zagen wij ze zonder keuze niet.',
    },
  },
  map: 'Van adres via bedrijf naar land',
  caption: 'Andere bedrijven die gegevens over een bezoek krijgen',
  more: (value: number) => `Nog ${counted('nl', value, 'adres staat', 'adressen staan')} alleen in de tabel.`,
  unknownOwner: 'eigenaar niet bekend',
  unknownCountry: 'land niet bekend',
  tracker: 'staat op een lijst van volgdiensten',
  outsideEea: 'buiten de Europese Economische Ruimte',
}

const en: typeof nl = {
  title: 'Which companies receive data when you visit this site?',
  lead: (hosts: number, companies: number, outside: number) =>
    `On a visit the page asks for files at ${counted('en', hosts, 'other address', 'other addresses')} of ` +
    `${counted('en', companies, 'known company', 'known companies')}` +
    (outside > 0
      ? `. ${number('en', outside)} of them ${outside === 1 ? 'belongs' : 'belong'} to a company outside ` +
        'the European Economic Area.'
      : '.'),
  none: 'We saw no other parties. Only the site itself receives data about your visit.',
  noneYet: 'Before you choose anything, we saw no other companies on a computer.',
  unseen: 'We could not see the pages, so we do not know who receives data about your visit.',
  besides: {
    'after-accept': {
      title: (value: number) =>
        `When you agree to cookies: ${counted('en', value, 'address', 'addresses')} of others besides`,
      lead:
        'On a computer we agreed and opened a next page. On that visit we saw these addresses as well. Without that ' +
        'choice we did not see them on a computer.',
    },
    phone: {
      title: (value: number) => `On a phone: ${counted('en', value, 'address', 'addresses')} of others besides`,
      lead:
        'We also came as a phone, without choosing anything. On that visit we saw these addresses as well. On a ' +
        'computer we did not see them without a choice.',
    },
  },
  map: 'From address through company to country',
  caption: 'Other parties that receive data about a visit',
  more: (value: number) => `${counted('en', value, 'more address is', 'more addresses are')} in the table only.`,
  unknownOwner: 'owner not known',
  unknownCountry: 'country not known',
  tracker: 'is on a tracker list',
  outsideEea: 'outside the European Economic Area',
}

/** The sentences in a language. */
export const partiesSay = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
