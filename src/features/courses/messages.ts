/** What is told to who signs up for a course, or sees how that stands, in both languages. */
import { slotTyped } from '../../lib/typed-times.ts'
import type { Slot } from '../../lib/weekly-times.ts'
import { FORGET_SIGN_UPS_AFTER_DAYS } from '../../vocabulary/retention.ts'
import { counted, day, type Lang } from '../../web/language.ts'

const nl = {
  learn: 'Leren en hulp',
  finder: 'Cursussen en hulp dichtbij',
  title: (course: string) => `Inschrijven voor ${course}`,
  place: (left: number) => `Er ${left === 1 ? 'is' : 'zijn'} nog ${counted('nl', left, 'plaats', 'plaatsen')} vrij.`,
  full: 'Alle plaatsen zijn bezet. U komt op de wachtlijst.',
  begins: (on: string, provider: string) => `De cursus begint op ${day('nl', on)}. ${provider} geeft hem.`,
  what: 'Wij vragen alleen een naam en een telefoonnummer. Er komt geen e-mail. De aanbieder belt.',
  name: 'Naam',
  nameHint: 'Zoals de aanbieder iemand aan de telefoon noemt. Een voornaam mag.',
  phone: 'Telefoonnummer',
  phoneHint: 'Een nummer waarop iemand overdag te bereiken is.',
  helped: 'Wie vult dit in?',
  self: 'Ik schrijf mezelf in',
  other: 'Ik schrijf iemand anders in, en die weet dat',
  bait: 'Laat dit leeg',
  baited: 'Er stond iets in een veld dat leeg moet blijven. Wij haalden het weg. Verstuur het nog een keer.',
  privacy:
    'Alleen wie de cursus geeft, ziet de naam en het nummer, en pas als er een plaats is. ' +
    `Wij wissen ze ${FORGET_SIGN_UPS_AFTER_DAYS} dagen na de laatste les.`,
  send: 'Inschrijven',
  problems: 'Dit kan zo niet worden verstuurd',
  noName: 'Vul een naam in.',
  longName: 'Deze naam is te lang. Er passen 80 tekens.',
  badPhone: 'Vul een telefoonnummer in, zoals 06 12 34 56 78.',
  tooSoon: 'Dit ging wel erg snel. Kijk het na en verstuur het nog een keer.',
  tooLate: 'Deze pagina stond lang open. Wat u invulde, staat er nog. Verstuur het nog een keer.',
  notOurs: 'Dit formulier herkennen wij niet. Wat u invulde, staat er nog. Verstuur het nog een keer.',
  broken: 'Wij konden dit niet lezen. Probeer het opnieuw.',
  tooLarge: 'Dit is te groot om te versturen.',
  busy: 'Het is nu te druk. Probeer het over een paar minuten opnieuw.',
  formFull:
    'Met dit formulier schreef u al vijf mensen in. Wat u invulde, staat er nog, in een nieuw formulier. ' +
    'Kijk het na en verstuur het nog een keer.',
  tooMany: 'Vandaag schreven zich zo veel mensen in dat er niemand meer bij kan. Probeer het morgen, of bel.',
  listFull: 'Ook de wachtlijst is vol. Bel de aanbieder, of kies een andere cursus.',
  forgedTitle: 'Dit is niet verstuurd',
  forged: 'Dit formulier kwam niet van deze site. Er is niets bewaard. Vul het hier opnieuw in.',
  waitTitle: 'Even wachten',
  wait: (seconds: number) =>
    `Van dit adres kwam al veel. Wacht ${counted('nl', Math.ceil(seconds / 60), 'minuut', 'minuten')}.`,
  waitMore: 'Gaat het om een bibliotheek of buurthuis? Bel dan de aanbieder van de cursus.',
  closedTitle: 'Inschrijven kan hier niet',
  closed: 'Voor deze cursus kan niemand zich hier inschrijven. Hij is begonnen, vol, voorbij of gaat niet door.',
  toFinder: 'Kies een andere cursus',
  /** To who signed up, and to who signed up somebody else, or was. */
  of: {
    self: {
      mine: 'Uw inschrijving',
      placed: 'U heeft een plaats.',
      waits: (place: number) =>
        place === 1 ? 'U staat op de wachtlijst. U bent de eerste.' : `U staat op de wachtlijst, op plaats ${place}.`,
      calls: (provider: string) => `${provider} belt u voordat de cursus begint.`,
      callsWait: (provider: string) => `Komt er een plaats vrij, dan krijgt u die. ${provider} belt u dan.`,
      keep: 'Print deze pagina, of schrijf het adres op. Daarmee kunt u zich ook weer uitschrijven.',
      drop: 'Komt u toch niet?',
      dropText: 'Schrijf u uit. Wacht er iemand, dan krijgt die de plaats. Uw naam en nummer zijn meteen weg.',
      dropButton: 'Mij uitschrijven',
    },
    other: {
      mine: 'De inschrijving',
      placed: 'Er is een plaats voor wie is ingeschreven.',
      waits: (place: number) =>
        `Wie is ingeschreven, staat op de wachtlijst, ${place === 1 ? 'als eerste' : `op plaats ${place}`}.`,
      calls: (provider: string) => `${provider} belt het nummer dat is ingevuld, voordat de cursus begint.`,
      callsWait: (provider: string) =>
        `Komt er een plaats vrij, dan is die voor wie is ingeschreven. ${provider} belt dan het ingevulde nummer.`,
      keep: 'Print deze pagina, of schrijf het adres op, en geef het mee. Daarmee kan ook weer worden uitgeschreven.',
      drop: 'Komt wie is ingeschreven toch niet?',
      dropText: 'Schrijf dan uit. Wacht er iemand, dan krijgt die de plaats. Naam en nummer zijn meteen weg.',
      dropButton: 'Uitschrijven',
    },
  },
  over: 'Deze cursus is voorbij of gaat niet door.',
  first: (on: string, slot: Slot) => `De eerste les is op ${day('nl', on)}, ${slotTyped(slot)} uur.`,
  ask: (phone: string) => `Vragen? Bel ${phone}.`,
  course: 'Over deze cursus',
  deadTitle: 'Hier staat geen inschrijving',
  dead:
    'Dit adres opent geen inschrijving. Misschien klopt het niet, of schreef u zich uit. ' +
    'Is de cursus al even voorbij? Dan zijn naam en nummer gewist.',
  qr: 'QR-code naar deze pagina',
}
const en: typeof nl = {
  learn: 'Learning and help',
  finder: 'Courses and help near you',
  title: (course) => `Sign up for ${course}`,
  place: (left) => `There ${left === 1 ? 'is' : 'are'} still ${counted('en', left, 'place', 'places')} free.`,
  full: 'All places are taken. You join the waiting list.',
  begins: (on, provider) => `The course begins on ${day('en', on)}. ${provider} gives it.`,
  what: 'We ask just a name and a telephone number. There is no e-mail. The provider phones.',
  name: 'Name',
  nameHint: 'What the provider calls somebody on the telephone. A first name will do.',
  phone: 'Telephone number',
  phoneHint: 'A number at which somebody can be reached during the day.',
  helped: 'Who fills this in?',
  self: 'I sign myself up',
  other: 'I sign somebody else up, and they know',
  bait: 'Leave this empty',
  baited: 'There was something in a field that has to stay empty. We took it away. Send it once more.',
  privacy:
    'Only who gives the course sees the name and the number, and not before there is a place. ' +
    `We wipe them ${FORGET_SIGN_UPS_AFTER_DAYS} days after the last lesson.`,
  send: 'Sign up',
  problems: 'This cannot be sent like this',
  noName: 'Enter a name.',
  longName: 'This name is too long. There is room for 80 characters.',
  badPhone: 'Enter a telephone number, such as 06 12 34 56 78.',
  tooSoon: 'That was very quick. Check it and send it once more.',
  tooLate: 'This page was open for long. What you filled in is still there. Send it once more.',
  notOurs: 'We do not recognise this form. What you filled in is still there. Send it once more.',
  broken: 'We could not read this. Try again.',
  tooLarge: 'This is too large to send.',
  busy: 'It is too busy now. Try again in a few minutes.',
  formFull:
    'You signed up five people with this form. What you filled in is still there, in a new form. ' +
    'Check it and send it once more.',
  tooMany: 'So many people signed up today that nobody can be added. Try tomorrow, or phone.',
  listFull: 'The waiting list is full too. Phone the provider, or choose another course.',
  forgedTitle: 'This was not sent',
  forged: 'This form did not come from this site. Nothing was kept. Fill it in here again.',
  waitTitle: 'Please wait',
  wait: (seconds) =>
    `Much came from this address. Try again in ${counted('en', Math.ceil(seconds / 60), 'minute', 'minutes')}.`,
  waitMore: 'Is it about a library or community house? Then phone the provider of the course.',
  closedTitle: 'You cannot sign up here',
  closed: 'Nobody can sign up for this course here. It has begun, is full, is over or is cancelled.',
  toFinder: 'Choose another course',
  of: {
    self: {
      mine: 'Your sign-up',
      placed: 'You have a place.',
      waits: (place) =>
        place === 1
          ? 'You are on the waiting list. You are the first.'
          : `You are on the waiting list, at place ${place}.`,
      calls: (provider) => `${provider} phones you before the course begins.`,
      callsWait: (provider) => `When there is a place, you get it. ${provider} then phones you.`,
      keep: 'Keep or print this page. With this address you can also take back the sign-up.',
      drop: 'Can you not come after all?',
      dropText: 'Take back your sign-up. When somebody waits, they get the place. Name and number are gone at once.',
      dropButton: 'Take back my sign-up',
    },
    other: {
      mine: 'The sign-up',
      placed: 'There is a place for who was signed up.',
      waits: (place) =>
        `Who was signed up is on the waiting list, ${place === 1 ? 'as the first' : `at place ${place}`}.`,
      calls: (provider) => `${provider} phones the number that was filled in before the course begins.`,
      callsWait: (provider) =>
        `When there is a place, it is for who was signed up. ${provider} then phones the number that was filled in.`,
      keep: 'Print this page or write the address down, and hand it on. It also takes back the sign-up.',
      drop: 'Can who was signed up not come after all?',
      dropText: 'Take back the sign-up. When somebody waits, they get the place. Name and number are gone at once.',
      dropButton: 'Take back the sign-up',
    },
  },
  over: 'This course is over or is cancelled.',
  first: (on, slot) => `The first lesson is on ${day('en', on)}, ${slotTyped(slot)}.`,
  ask: (phone) => `Questions? Phone ${phone}.`,
  course: 'About this course',
  deadTitle: 'There is no sign-up here',
  dead:
    'This address opens no sign-up. It may not be right, or you may have taken it back. ' +
    'Has the course been over for a while? Then name and number are wiped.',
  qr: 'QR code to this page',
}

/** The sentences in the language asked for. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
