/** What the form of a request and the mail about it say, in both languages. */
import { day, number, type Lang } from '../../web/language.ts'
import type { ForWhom } from '../../vocabulary/request.ts'
import { inHours, inHoursEnglish } from './hours.ts'

const nl = {
  rights: 'Uw rechten',
  /** The first question of each form. */
  first: {
    person: 'Gaat dit over uzelf?',
    public: 'Gaat dit over uzelf?',
    anything: 'Voor wie vraagt u dit?',
  },
  whom: {
    self: 'Ja, het gaat over mij',
    child: 'Nee, over mijn kind, of een kind van wie ik voogd ben',
    mandate: 'Nee, ik vraag het voor iemand anders. Die vindt dat goed.',
    none: 'Nee, over iets van de gemeente, de stad of een besluit dat niet over mij gaat',
  } satisfies Record<ForWhom, string>,
  whomAnything: {
    self: 'Voor mezelf',
    child: 'Voor mijn kind',
    mandate: 'Voor iemand anders. Die vindt dat goed.',
    none: 'Voor niemand in het bijzonder',
  } satisfies Record<ForWhom, string>,
  chooseWhom: 'Kies een antwoord.',
  next: 'Verder',
  whyFirst: 'Een antwoord over uzelf krijgt u alleen. Een antwoord over iets anders mag soms iedereen lezen.',
  leadAway: {
    toPublic: 'Dan heeft u een ander verzoek nodig',
    toPublicText:
      'Dit verzoek is voor gegevens over uzelf of een ander. Voor stukken van de gemeente kiest u hieronder.',
    toPerson: 'Vraag dit niet als openbaar verzoek',
    toPersonText:
      'Het antwoord op dit verzoek mag iedereen lezen. Vraagt u iets over uzelf? Kies dan hieronder, voor u alleen.',
    wrong: 'Er staat iets fout op deze site',
  },
  lead: (term: string) => `U krijgt antwoord binnen ${term}. Alleen wie uw verzoek behandelt, leest wat u schrijft.`,
  without: 'Dit kan zonder account. U krijgt een code waarmee u alles volgt.',
  otherWays: 'Liever niet via de site?',
  paper: 'Print het formulier',
  counter: 'Kom naar het loket, of bel. Een medewerker vult het dan met u in.',
  about: (title: string) => `Het gaat over: ${title}`,
  optional: '(niet verplicht)',
  dontKnow: 'Ik weet het niet',
  notThere: 'Nee, niet daar',
  lost: 'Code kwijt?',
  lostText: 'Wij kunnen de code niet opzoeken. Kom naar het loket met uw nummer. U krijgt dan een nieuwe code.',
  also: 'Wilt u meteen ook iets anders vragen? (niet verplicht)',
  alsoHint: 'Elk verzoek heeft een eigen termijn. U volgt ze met één code.',
  alsoWhat: 'Wat vraagt u daarbij?',
  alsoWhatHint: 'Vul dit alleen in als u hierboven iets koos.',
  you: 'Over u',
  youText: 'U hoeft hier niets in te vullen. Zonder naam of adres volgt u uw verzoek met de code.',
  youIdentity: 'Wij moeten weten dat u het bent. Vul daarom in hoe wij u bereiken, of kom met uw code naar het loket.',
  onBehalf: { child: 'Naam van uw kind', mandate: 'Naam van wie dit vraagt' },
  mandateHint: 'Neem de machtiging mee naar het loket, of stuur hem per post. Wij bekijken hem en bewaren hem niet.',
  helper: 'Ik help iemand met invullen.',
  name: 'Uw naam (niet verplicht)',
  email: 'Uw e-mailadres (niet verplicht)',
  emailHint: 'In onze e-mail staat alleen dat er nieuws is, en nooit wat u schreef.',
  phone: 'Uw telefoonnummer (niet verplicht)',
  post: 'Uw adres (niet verplicht)',
  postHint: 'Voor een antwoord per post.',
  bait: 'Laat dit leeg',
  privacy: (months: number) =>
    'Wat u schrijft, leest alleen wie uw verzoek behandelt. ' +
    `Wij wissen het ${months === 12 ? 'een jaar' : `${months} maanden`} na het antwoord. ` +
    'Daarna weten wij alleen nog om welk soort verzoek het ging, en hoelang het duurde.',
  noCopy: 'Stuur geen kopie van uw paspoort, en schrijf uw burgerservicenummer (BSN) niet op.',
  send: 'Verzoek versturen',
  problems: 'Controleer wat u heeft ingevuld',
  say: {
    missing: (label: string) => `Vul dit in: ${label.replace(/\?.*$/, '?').toLowerCase()}`,
    long: (length: number, most: number) =>
      `Dit is te lang: ${number('nl', length)} tekens. Hier passen er ${number('nl', most)}. Er is niets afgekapt.`,
    badEmail: 'Vul een e-mailadres in zoals naam@voorbeeld.nl, of laat het leeg.',
    badPhone: 'Vul een telefoonnummer in zoals 06 1234 5678, of laat het leeg.',
    badDate: 'Vul een datum in die bestaat.',
    endsFirst: 'Vul hier dezelfde dag in als bij het begin, of een latere.',
    noChoice: 'Kies een van de antwoorden.',
    noBehalf: 'Vul in voor wie u dit vraagt.',
    bait: 'Hier stond iets in een veld dat leeg moet blijven. Wij maakten het leeg. Verstuur het opnieuw.',
  },
  seal: {
    'too-soon': 'Dit ging erg snel. Kijk alles nog even na, en verstuur het opnieuw.',
    'too-late': 'Dit formulier stond langer dan een dag open. Alles staat er nog. Verstuur het opnieuw.',
    forged: 'Dit formulier herkennen wij niet meer. Alles staat er nog. Verstuur het opnieuw.',
  },
  tooLarge: 'Dit was te groot om te versturen. Wat wij konden lezen, staat hieronder. Maak het korter.',
  busy: 'Het is nu erg druk. Er is nog niets verstuurd. Probeer het over een minuut opnieuw.',
  broken: 'Dit kwam niet goed aan en is niet verstuurd. Controleer het en verstuur het opnieuw.',
  full:
    'Er komen vandaag te veel verzoeken via de site. Uw verzoek is nog niet verstuurd. ' +
    'Wat u schreef, staat hieronder nog. Bel ons, of kom naar het loket: daar kan het altijd.',
  forgedTitle: 'Niet verstuurd',
  forged: 'Dit kwam niet van een formulier op onze site. Er is niets verstuurd. Vul het formulier hier zelf in.',
  waitTitle: 'Even wachten',
  waitSend: (seconds: number) =>
    'Vanaf uw netwerk kwam vandaag te veel. Uw verzoek is niet gelezen en niet verstuurd. ' +
    `Probeer het over ${inHours(seconds)} opnieuw, of bel de gemeente. Aan het loket kan het altijd.`,
  stillThere: 'Ga in uw browser een pagina terug. Wat u schreef, staat daar meestal nog. Bewaar het zelf.',
  mail: {
    subject: (city: string) => `Uw verzoek aan ${city}`,
    news: (city: string) => `Er is nieuws over uw verzoek aan ${city}`,
    hello: 'Beste lezer,',
    received: (city: string) => `U deed een verzoek aan ${city}. Wij hebben het ontvangen.`,
    due: (on: string) => `U krijgt antwoord op ${day('nl', on)} of eerder.`,
    judged: (on: string) => `U hoort uiterlijk op ${day('nl', on)} of het klopt.`,
    follow: (link: string) => `Hier volgt u uw verzoek:\n${link}\nDeel deze link niet: wie hem heeft, leest mee.`,
    notYou: 'Heeft u niets gevraagd? Dan vulde iemand anders uw e-mailadres in. U hoeft niets te doen.',
    isNews: 'Er is nieuws over uw verzoek. Lees het op de site, met uw code of met deze link:',
    still: (on: string) => `Wij werken nog aan uw verzoek. Uiterlijk op ${day('nl', on)} moet u antwoord hebben.`,
    asked: 'Wij hebben een vraag voor u. Zolang u niet antwoordt, kunnen wij niet verder.',
  },
}

const en: typeof nl = {
  rights: 'Your rights',
  first: {
    person: 'Is this about yourself?',
    public: 'Is this about yourself?',
    anything: 'For whom do you ask this?',
  },
  whom: {
    self: 'Yes, it is about me',
    child: 'No, about my child, or a child of whom I am the guardian',
    mandate: 'No, I ask for somebody else, who agrees.',
    none: 'No, about something of the municipality, the city, or a decision that is not about me',
  },
  whomAnything: {
    self: 'For myself',
    child: 'For my child',
    mandate: 'For somebody else, who agrees.',
    none: 'For nobody in particular',
  },
  chooseWhom: 'Choose an answer.',
  next: 'Continue',
  whyFirst: 'An answer about yourself comes to you alone. An answer about something else may be read by everybody.',
  leadAway: {
    toPublic: 'Then you need another request',
    toPublicText: 'This request is for data about a person. For documents or data of the municipality choose below.',
    toPerson: 'Do not ask this as a public request',
    toPersonText:
      'Everybody may read the answer to this request. Do you ask about yourself? Then choose below, and ' +
      'only you read it.',
    wrong: 'Something on this site is wrong',
  },
  lead: (term) => `You get an answer within ${term}. Only who handles your request reads what you write.`,
  without: 'You need no account. You get a code by which you follow everything.',
  otherWays: 'Would you rather not use the site?',
  paper: 'Print the form',
  counter: 'Come to the counter, or call. A member of staff then fills it in with you.',
  about: (title) => `This is about: ${title}`,
  optional: '(optional)',
  dontKnow: 'I do not know',
  notThere: 'No, not there',
  lost: 'Lost your code?',
  lostText: 'We cannot look up the code. Come to the counter with your number. You then get a new code.',
  also: 'Would you like to ask something else at once? (optional)',
  alsoHint: 'Each request has a term of its own. You follow them with one code.',
  alsoWhat: 'What do you ask there?',
  alsoWhatHint: 'Fill this in only if you chose something above.',
  you: 'About you',
  youText: 'You do not have to fill in anything here. Without a name or address you follow your request by the code.',
  youIdentity: 'We have to know that it is you. So tell how we reach you, or come to the counter with your code.',
  onBehalf: { child: 'Name of your child', mandate: 'Name of who asks this' },
  mandateHint: 'Bring the mandate to the counter, or send it by post. We look at it and do not keep it.',
  helper: 'I am helping somebody to fill this in.',
  name: 'Your name (optional)',
  email: 'Your e-mail address (optional)',
  emailHint: 'Our e-mail only says that there is news, and never what you wrote.',
  phone: 'Your telephone number (optional)',
  post: 'Your address (optional)',
  postHint: 'For an answer by post.',
  bait: 'Leave this empty',
  privacy: (months) =>
    'Only who handles your request reads what you write. ' +
    `We erase it ${months === 12 ? 'a year' : `${months} months`} after the answer. ` +
    'After that we only know which kind of request it was, and how long it took.',
  noCopy: 'Do not send a copy of your passport, and do not write down your citizen service number (BSN).',
  send: 'Send request',
  problems: 'Check what you filled in',
  say: {
    missing: (label) => `Fill this in: ${label.replace(/\?.*$/, '?').toLowerCase()}`,
    long: (length, most) =>
      `This is too long: ${number('en', length)} characters. There is room for ${number('en', most)}. ` +
      'Nothing was cut off.',
    badEmail: 'Fill in an e-mail address such as name@example.org, or leave it empty.',
    badPhone: 'Fill in a telephone number such as 06 1234 5678, or leave it empty.',
    badDate: 'Fill in a date that exists.',
    endsFirst: 'Fill in the day of the beginning here, or a later one.',
    noChoice: 'Choose one of the answers.',
    noBehalf: 'Fill in for whom you ask this.',
    bait: 'There was something in a field that has to stay empty. We emptied it. Send it again.',
  },
  seal: {
    'too-soon': 'This went very fast. Look at it once more, and send it again.',
    'too-late': 'This form was open for more than a day. Everything is still there. Send it again.',
    forged: 'We no longer recognise this form. Everything is still there. Send it again.',
  },
  tooLarge: 'This was too large to send. What we could read is below. Please make it shorter.',
  busy: 'It is very busy right now. Nothing has been sent yet. Try again in a minute.',
  broken: 'This did not arrive well and was not sent. Check it and send it again.',
  full:
    'Too many requests come by the site today. Yours has not been sent yet. What you wrote is still below. ' +
    'Call us, or come to the counter: there it is always possible.',
  forgedTitle: 'Not sent',
  forged: 'This did not come from a form on our site. Nothing was sent. Please fill in the form here yourself.',
  waitTitle: 'Please wait',
  waitSend: (seconds) =>
    'Too much came from your network today. Your request was not read and not sent. ' +
    `Try again in ${inHoursEnglish(seconds)}, or call the municipality. At the counter it is always possible.`,
  stillThere: 'Go back one page in your browser. What you wrote is usually still there. Keep a copy yourself.',
  mail: {
    subject: (city) => `Your request to ${city}`,
    news: (city) => `There is news about your request to ${city}`,
    hello: 'Dear reader,',
    received: (city) => `You made a request to ${city}. We have received it.`,
    due: (on) => `You get an answer on ${day('en', on)} or earlier.`,
    judged: (on) => `You hear by ${day('en', on)} whether it is so.`,
    follow: (link) => `Here you follow your request:\n${link}\nDo not share this link: who has it can read along.`,
    notYou: 'Did you not ask anything? Then somebody else filled in your address. You need not do anything.',
    isNews: 'There is news about your request. Read it on the site, with your code or by this link:',
    still: (on) => `We are still working on your request. You should have an answer by ${day('en', on)} at the latest.`,
    asked: 'We have a question for you. As long as you do not answer, we cannot go on.',
  },
}

/** What the form says in this language. */
export const says = (lang: Lang): typeof nl => ({ nl, en })[lang]
