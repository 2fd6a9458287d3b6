/** What the public pages and the mail of reports say, in both languages. */
import { day, number, type Lang } from '../../web/language.ts'
import type { ReportKind, ReportState } from '../../vocabulary/report.ts'

const nl = {
  title: { error: 'Meld een fout', owner: 'Schrijf aan de eigenaar' } satisfies Record<ReportKind, string>,
  about: (title: string) => `Het gaat over de pagina “${title}”.`,
  back: 'Terug naar die pagina',
  lead: (days: number) =>
    'Een medewerker van de gemeente leest wat u schrijft. ' +
    `U krijgt binnen ${days === 1 ? '1 werkdag' : `${days} werkdagen`} antwoord.`,
  what: { error: 'Wat klopt er niet?', owner: 'Wat wilt u vragen of zeggen?' } satisfies Record<ReportKind, string>,
  whatHint: 'Schrijf hier geen gegevens over uzelf of over anderen die wij niet nodig hebben.',
  part: 'Om welk deel van de pagina gaat het? (niet verplicht)',
  partHint: 'Bijvoorbeeld: de datum, de tweede alinea, de naam van de leverancier.',
  name: 'Uw naam (niet verplicht)',
  email: 'Uw e-mailadres (niet verplicht)',
  emailHint: 'Dan mailen wij u de link en het antwoord. Zonder e-mailadres volgt u uw melding met een code.',
  send: { error: 'Melding versturen', owner: 'Bericht versturen' } satisfies Record<ReportKind, string>,
  privacy:
    'Uw naam en e-mailadres ziet alleen de gemeente. Wij wissen ze 90 dagen na het antwoord, of eerder als u dat ' +
    'vraagt. Wat u schrijft, komt niet op de openbare site.',
  bait: 'Laat dit leeg',
  trap: 'Er stond iets in een veld dat leeg moet blijven. Wij maakten het leeg. Verstuur het opnieuw.',
  seal: {
    'too-soon': 'Dit ging erg snel. Kijk het nog even na, en verstuur het opnieuw.',
    'too-late': 'Dit formulier stond langer dan een dag open. Alles staat er nog. Verstuur het opnieuw.',
    forged: 'Controleer wat u schreef en verstuur het.',
  },
  problems: 'Controleer wat u heeft ingevuld',
  empty: 'Schrijf wat er niet klopt.',
  emptyWords: 'Schrijf wat u wilt toevoegen.',
  badEmail: 'Vul een e-mailadres in zoals naam@voorbeeld.nl, of laat het leeg.',
  long: (length: number, most: number) =>
    `Dit is te lang: ${number('nl', length)} tekens. Hier passen er ${number('nl', most)}. Er is niets afgekapt.`,
  tooLarge: 'Dit was te groot om te versturen. Wat wij konden lezen, staat hieronder. Maak het korter.',
  busy: 'Het is nu erg druk. Uw melding is nog niet verstuurd. Probeer het over een minuut opnieuw.',
  broken: 'Uw melding kwam niet goed aan en is niet verstuurd. Controleer het formulier en verstuur het opnieuw.',
  forgedTitle: 'Niet verstuurd',
  forged: 'Dit kwam niet van een formulier op onze site. Er is niets verstuurd. Vul het formulier hier zelf in.',
  wait: (seconds: number) =>
    'Vanaf uw netwerk kwamen vandaag te veel meldingen. Uw melding is niet gelezen en niet verstuurd. ' +
    `Probeer het over ${inHours(seconds)} opnieuw, of bel de gemeente.`,
  stillThere: 'Ga in uw browser een pagina terug. Wat u schreef, staat daar meestal nog. Bewaar het zelf.',
  full:
    'Er zijn op dit moment te veel meldingen. Uw melding is nog niet verstuurd. Wat u schreef, staat hieronder nog. ' +
    'Probeer het morgen opnieuw, of bel de gemeente.',
  thanks: { error: 'Uw melding', owner: 'Uw bericht' } satisfies Record<ReportKind, string>,
  number: (mark: string) => `Nummer ${mark}`,
  state: {
    open: 'Ontvangen, nog niet beantwoord',
    asked: 'De gemeente vraagt u iets',
    corrected: 'Verbeterd',
    kept: 'Niet aangepast',
    'passed-on': 'Doorgegeven aan wie erover gaat',
    outside: 'Beantwoord',
  } satisfies Record<ReportState, string>,
  due: (on: string) => `U krijgt uiterlijk op ${day('nl', on)} antwoord.`,
  late: (on: string) =>
    `U had op ${day('nl', on)} antwoord moeten hebben. Dat is niet gelukt. De gemeente ziet dat ook.`,
  keep: 'Uw geheime link',
  keepText:
    'Schrijf deze link op, of zet hem bij uw favorieten. Alleen zo leest u later het antwoord. ' +
    'Deel hem niet: wie de link heeft, leest mee.',
  keepCode: 'Houd deze code bij u',
  keepCodeText: 'Schrijf de code op, of print deze pagina. Alleen daarmee leest u later het antwoord.',
  keepWhere: (where: string) => `U typt de code op ${where}. Deel hem niet: wie de code heeft, leest mee.`,
  keepLink: 'Of gebruik deze geheime link:',
  callUs: (phone: string, mark: string) => `Of bel ons op ${phone} en noem nummer ${mark}. Uw code houdt u voor uzelf.`,
  qr: 'QR-code van uw geheime link',
  follow: 'Volg uw melding',
  followLead: 'Typ de code die u kreeg. Streepjes, spaties en hoofdletters maken niet uit.',
  followButton: 'Open uw melding',
  followHave: 'Heeft u al iets gemeld?',
  code: 'Uw code',
  codeHint: 'Bijvoorbeeld 7HX3-M9WF-2C0K-QD5V-T',
  noCode: 'Vul de code in.',
  badCode: 'Deze code klopt niet helemaal. Kijk elk teken na. De letters I, L, O en U komen er niet in voor.',
  mailed: 'Wij mailen u deze link ook, en het antwoord.',
  notMailed:
    'Wij mailen u deze link niet: uw e-mailadres kreeg die dag al drie van zulke e-mails. Het antwoord mailen wij wel.',
  page: 'De pagina',
  versions: 'Op die pagina staan ook de eerdere versies.',
  partName: 'Het deel',
  course: 'Wat er is gezegd',
  by: { you: 'U', city: 'De gemeente' },
  public: 'Dit antwoord staat ook op de openbare pagina.',
  add: 'Iets toevoegen',
  addLabel: 'Uw aanvulling of vraag',
  addAsked: 'Uw antwoord',
  addClosed: 'Bent u het niet eens met het antwoord? Schrijf waarom. De gemeente kijkt er dan opnieuw naar.',
  addButton: 'Aanvulling versturen',
  enough: 'U schreef drie keer iets zonder antwoord van de gemeente. Wacht nu op dat antwoord.',
  forget: 'Mijn naam en e-mailadres wissen',
  forgetText: 'U kunt uw melding daarna nog steeds volgen. U krijgt dan geen e-mail meer.',
  forgotten: 'Uw naam en e-mailadres zijn gewist.',
  deadTitle: 'Deze link of code werkt niet',
  dead: 'Misschien is hij niet helemaal overgenomen. Neem hem opnieuw over uit uw e-mail of van wat u bewaarde.',
  waitTitle: 'Even wachten',
  waitLink: (seconds: number) =>
    `Er is te vaak een link of code geprobeerd die niet bestaat. Wacht ${inHours(seconds)}. De uwe blijft geldig.`,
  mail: {
    subject: (mark: string, title: string) => `Uw melding ${mark} over “${title}”`,
    hello: 'Beste lezer,',
    received: (title: string) => `Wij ontvingen uw melding over de pagina “${title}”. Dank u wel.`,
    notYou: 'Heeft u niets gemeld? Dan vulde iemand anders uw e-mailadres in. U hoeft niets te doen.',
    follow: (link: string) => `Hier volgt u wat ermee gebeurt:\n${link}`,
    again: 'Gebruik de link uit ons eerdere bericht om verder te lezen of iets toe te voegen.',
    answered: (title: string) => `De gemeente heeft geantwoord op uw melding over de pagina “${title}”.`,
    asked: (title: string) => `De gemeente heeft een vraag over uw melding over de pagina “${title}”.`,
  },
}

const en: typeof nl = {
  title: { error: 'Report a mistake', owner: 'Write to the owner' },
  about: (title) => `This is about the page “${title}”.`,
  back: 'Back to that page',
  lead: (days) =>
    'Someone at the municipality reads what you write. ' +
    `You will get an answer within ${days === 1 ? '1 working day' : `${days} working days`}.`,
  what: { error: 'What is not right?', owner: 'What would you like to ask or say?' },
  whatHint: 'Please do not write anything about yourself or others that we do not need.',
  part: 'Which part of the page is it about? (optional)',
  partHint: 'For example: the date, the second paragraph, the name of the supplier.',
  name: 'Your name (optional)',
  email: 'Your e-mail address (optional)',
  emailHint: 'We will then send you the link and the answer. Without it you follow your report by a code.',
  send: { error: 'Send report', owner: 'Send message' },
  privacy:
    'Only the municipality sees your name and e-mail address. We erase them 90 days after the answer, or earlier if ' +
    'you ask. What you write is not shown on the public site.',
  bait: 'Leave this empty',
  trap: 'There was something in a field that has to stay empty. We emptied it. Send it again.',
  seal: {
    'too-soon': 'This went very fast. Look at it once more, and send it again.',
    'too-late': 'This form was open for more than a day. Everything is still there. Send it again.',
    forged: 'Check what you wrote and send it.',
  },
  problems: 'Check what you filled in',
  empty: 'Write what is not right.',
  emptyWords: 'Write what you would like to add.',
  badEmail: 'Fill in an e-mail address such as name@example.org, or leave it empty.',
  long: (length, most) =>
    `This is too long: ${number('en', length)} characters. There is room for ${number('en', most)}. ` +
    'Nothing was cut off.',
  tooLarge: 'This was too large to send. What we could read is below. Please make it shorter.',
  busy: 'It is very busy right now. Your report has not been sent yet. Try again in a minute.',
  broken: 'Your report did not arrive well and was not sent. Check the form and send it again.',
  forgedTitle: 'Not sent',
  forged: 'This did not come from a form on our site. Nothing was sent. Please fill in the form here yourself.',
  wait: (seconds) =>
    'Too many reports came from your network today. Yours was not read and not sent. ' +
    `Try again in ${inHoursEnglish(seconds)}, or call the municipality.`,
  stillThere: 'Go back one page in your browser. What you wrote is usually still there. Keep a copy yourself.',
  full:
    'There are too many reports at the moment. Yours has not been sent yet. What you wrote is still below. ' +
    'Try again tomorrow, or call the municipality.',
  thanks: { error: 'Your report', owner: 'Your message' },
  number: (mark) => `Number ${mark}`,
  state: {
    open: 'Received, not answered yet',
    asked: 'The municipality has a question for you',
    corrected: 'Corrected',
    kept: 'Not changed',
    'passed-on': 'Passed on to whom it concerns',
    outside: 'Answered',
  },
  due: (on) => `You will get an answer on ${day('en', on)} at the latest.`,
  late: (on) =>
    `You should have had an answer on ${day('en', on)}. That did not happen. The municipality sees this too.`,
  keep: 'Your secret link',
  keepText:
    'Write this link down, or bookmark it. Only by it can you read the answer later. ' +
    'Do not share it: who has the link can read along.',
  keepCode: 'Keep this code',
  keepCodeText: 'Write the code down, or print this page. Only with it can you read the answer later.',
  keepWhere: (where) => `You type the code at ${where}. Do not share it: who has the code can read along.`,
  keepLink: 'Or use this secret link:',
  callUs: (phone, mark) => `Or call us on ${phone} and mention number ${mark}. Keep your code to yourself.`,
  qr: 'QR code of your secret link',
  follow: 'Follow your report',
  followLead: 'Type the code that you got. Dashes, spaces and capitals do not matter.',
  followButton: 'Open your report',
  followHave: 'Did you report something already?',
  code: 'Your code',
  codeHint: 'For example 7HX3-M9WF-2C0K-QD5V-T',
  noCode: 'Fill in the code.',
  badCode: 'This code is not quite right. Check each sign. The letters I, L, O and U are not in it.',
  mailed: 'We also send you this link, and the answer.',
  notMailed:
    'We do not send you this link: your address already got three such e-mails that day. We do send you the answer.',
  page: 'The page',
  versions: 'Earlier versions are on that page too.',
  partName: 'The part',
  course: 'What was said',
  by: { you: 'You', city: 'The municipality' },
  public: 'This answer is also on the public page.',
  add: 'Add something',
  addLabel: 'Your addition or question',
  addAsked: 'Your answer',
  addClosed: 'Do you disagree with the answer? Write why. The municipality will then look at it again.',
  addButton: 'Send addition',
  enough: 'You wrote three times without an answer of the municipality. Please wait for its answer.',
  forget: 'Erase my name and e-mail address',
  forgetText: 'You can still follow your report. You will get no more e-mail.',
  forgotten: 'Your name and e-mail address are erased.',
  deadTitle: 'This link or code does not work',
  dead: 'Perhaps it was not copied whole. Copy it again from your e-mail or from what you kept.',
  waitTitle: 'Please wait',
  waitLink: (seconds) =>
    `A link or code that does not exist was tried too often. Wait ${inHoursEnglish(seconds)}. Yours stays valid.`,
  mail: {
    subject: (mark, title) => `Your report ${mark} about “${title}”`,
    hello: 'Dear reader,',
    received: (title) => `We received your report about the page “${title}”. Thank you.`,
    notYou: 'Did you not report anything? Then somebody else filled in your address. You need not do anything.',
    follow: (link) => `Here you can follow what happens to it:\n${link}`,
    again: 'Use the link in our earlier message to read on or to add something.',
    answered: (title) => `The municipality has answered your report about the page “${title}”.`,
    asked: (title) => `The municipality has a question about your report about the page “${title}”.`,
  },
}

function inHours(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  if (minutes >= 60) return `${Math.ceil(minutes / 60)} uur`
  return minutes === 1 ? 'één minuut' : `${minutes} minuten`
}
function inHoursEnglish(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  const [count, word] = minutes >= 60 ? [Math.ceil(minutes / 60), 'hour'] : [minutes, 'minute']
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

export type Words = typeof nl
const all: Readonly<Record<Lang, Words>> = { nl, en }
/** What the pages say in this language. */
export const says = (lang: Lang): Words => all[lang]
