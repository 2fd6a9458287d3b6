/** What somebody can do on this site, step by step, in both languages: the guide for residents, as data. */
import type { Lang } from '../../web/language.ts'

type Said = Readonly<Record<Lang, string>>
type Chapter = {
  readonly id: string
  readonly title: Said
  readonly steps: readonly Said[]
  /** Where it begins. */
  readonly to: readonly { readonly path: string; readonly name: Said }[]
}

export const GUIDE: readonly Chapter[] = [
  {
    id: 'vragen',
    title: { nl: 'Iets vragen of melden', en: 'Ask or report something' },
    steps: [
      {
        nl: 'Kies uw vraag op de pagina met uw rechten. U leest wat u krijgt, en binnen welke tijd.',
        en: 'Choose your question on the page with your rights. You read what you get, and how soon.',
      },
      {
        nl: 'Vul het formulier in. Een account is niet nodig. Op papier of aan het loket kan ook.',
        en: 'Fill in the form. You need no account. Paper or the counter will do as well.',
      },
      {
        nl: 'Schrijf de code op die u krijgt, of print de pagina. Alleen met die code volgt u uw verzoek.',
        en: 'Write down the code that you get, or print the page. Only with that code can you follow your request.',
      },
      {
        nl: 'Gaat het over uw eigen gegevens? Dan vragen wij eerst wie u bent. Stuur geen kopie van uw paspoort.',
        en: 'Is it about your own data? Then we first ask who you are. Send no copy of your passport.',
      },
    ],
    to: [{ path: '/rechten', name: { nl: 'Uw rechten', en: 'Your rights' } }],
  },
  {
    id: 'volgen',
    title: { nl: 'Uw verzoek volgen', en: 'Follow your request' },
    steps: [
      {
        nl: 'Vul uw code in. Streepjes en hoofdletters maken niet uit.',
        en: 'Enter your code. Dashes and capitals make no difference.',
      },
      {
        nl: 'U leest hoe het ervoor staat, en u kunt antwoorden, iets toevoegen of het intrekken.',
        en: 'You read how it stands, and you can answer, add something or withdraw it.',
      },
      {
        nl: 'Niet eens met het antwoord? Vraag ons opnieuw te kijken, of gebruik wat eronder staat, zoals bezwaar.',
        en: 'Do you disagree with the answer? Ask us to look again, or use what stands below it, such as an objection.',
      },
      {
        nl: 'Bent u de code kwijt? Bel ons of kom langs.',
        en: 'Did you lose the code? Call us or come by.',
      },
    ],
    to: [{ path: '/verzoeken', name: { nl: 'Verzoek volgen', en: 'Follow a request' } }],
  },
  {
    id: 'fout',
    title: { nl: 'Zeggen dat iets niet klopt', en: 'Say that something is wrong' },
    steps: [
      {
        nl: 'Onder elke pagina met een bevinding, besluit of register staat “Klopt dit niet?”.',
        en: 'Below each page with a finding, decision or register it says “Is this wrong?”.',
      },
      {
        nl: 'Zeg wat er niet klopt. Iemand die erover gaat, kijkt ernaar. Wat ermee is gedaan, staat op de pagina.',
        en: 'Say what is wrong. Somebody in charge looks at it. The page then says what came of it.',
      },
    ],
    to: [{ path: '/fout-melden', name: { nl: 'Meld een fout', en: 'Report a mistake' } }],
  },
  {
    id: 'leren',
    title: { nl: 'Leren en hulp vinden', en: 'Learn and find help' },
    steps: [
      {
        nl: 'Zoek op uw postcode of wijk. U ziet eerst wat vandaag open is. U kunt alles printen.',
        en: 'Search by your postcode or neighbourhood. What is open today comes first. You can print all of it.',
      },
      {
        nl: 'Schrijf u in met uw naam en telefoonnummer. Na de cursus wissen wij die.',
        en: 'Sign up with your name and telephone number. After the course we wipe them.',
      },
      {
        nl: 'Of volg hier een les, alleen of samen. Na de les maakt u een bewijs. Uw naam schrijft u er zelf op.',
        en: 'Or follow a lesson here, alone or together. Afterwards you make a certificate, and write your name on it.',
      },
    ],
    to: [
      { path: '/leren/hulp', name: { nl: 'Cursus of hulp zoeken', en: 'Find a course or help' } },
      { path: '/leren', name: { nl: 'Lessen', en: 'Lessons' } },
    ],
  },
  {
    id: 'samen',
    title: { nl: 'Meedoen', en: 'Take part' },
    steps: [
      {
        nl: 'Kom naar een bijeenkomst, lees waarschuwingen, of deel hoe u iets oploste.',
        en: 'Come to an event, read warnings, or share how you solved something.',
      },
      {
        nl: 'Vond u een zwakke plek in een systeem van ons? Meld die. Volgt u de regels, dan doen wij geen aangifte.',
        en: 'Did you find a weakness in a system of ours? Report it. Keep the rules, and we do not go to the police.',
      },
    ],
    to: [
      { path: '/samen', name: { nl: 'Samen', en: 'Together' } },
      { path: '/zwakke-plekken', name: { nl: 'Een zwakke plek melden', en: 'Report a weakness' } },
    ],
  },
  {
    id: 'helpen',
    title: { nl: 'Iemand anders helpen', en: 'Help somebody else' },
    steps: [
      {
        nl: 'U mag voor een ander iets vragen of iemand inschrijven. Het formulier vraagt dan voor wie het is.',
        en: 'You may ask something or sign up for somebody else. The form then asks for whom it is.',
      },
      {
        nl: 'Op een computer van een bibliotheek of buurthuis: wis aan het eind wat dit apparaat onthield.',
        en: 'On a computer of a library or community house: wipe at the end what this device remembered.',
      },
      {
        nl: 'Print een kaartje per plek of een lijst per wijk, en neem ze mee.',
        en: 'Print a card per place or a list per neighbourhood, and take them along.',
      },
    ],
    to: [],
  },
]
