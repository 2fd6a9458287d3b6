/** What the pages of a link say, and the page that checks a file, in both languages. */
import type { CommentState, ParticipantState } from '../../../vocabulary/covenant.ts'
import { CODE_MINUTES, GROUNDS, type Ground } from '../../../vocabulary/signing.ts'
import { day, moment, type Lang } from '../../../web/language.ts'
import { answers } from './door-messages.ts'

const nl = {
  kicker: (no: number, version: number) => `Convenant ${no}, versie ${version}`,
  noVersion: 'Er is nog geen tekst om te lezen. Kom later terug met dezelfde link.',
  for: (name: string, organisation: string) =>
    name === '' ? `Deze pagina is voor ${organisation}.` : `Deze pagina is voor ${name}, namens ${organisation}.`,
  ends: (at: string) => `Uw link werkt tot en met ${day('nl', at)}. Openen verandert niets.`,
  from: (name: string, what: string) => `Vragen? Uw aanspreekpunt is ${name}${what === '' ? '' : `, ${what}`}.`,
  own: 'Deel deze link met niemand.',
  problems: 'Controleer wat u heeft ingevuld',
  standing: {
    invited: 'U heeft nog niet getekend.',
    declined: 'U heeft gezegd dat u niet meedoet. Tekenen kan nog.',
    joined: 'U doet mee.',
    paused: 'Uw deelname is gepauzeerd, door uzelf.',
    suspended: 'Uw deelname is geschorst door de stuurgroep.',
    left: 'U doet niet meer mee.',
  } satisfies Record<ParticipantState, string>,
  signedOn: (version: number, at: string) => `U tekende versie ${version} op ${moment('nl', at)}.`,
  lapsed: (version: number) =>
    `Er is nu een nieuwe versie. Uw handtekening onder versie ${version} is daarom vervallen. Wij bewaren hem wel.`,
  what: 'Wat u tekent',
  bytes:
    'U tekent deze drie bestanden. Ze zijn één keer gemaakt en veranderen nooit. ' +
    'De tekst hieronder komt uit hetzelfde bestand.',
  files: { pdf: 'Pdf om te lezen en te printen', odt: 'Document (ODT)', json: 'Bestand voor programma’s (JSON)' },
  print: 'Vingerafdruk (SHA-256)',
  signBy: (on: string, past: boolean) =>
    `${past ? 'Afgesproken was te tekenen' : 'Tekenen kan'} tot en met ${day('nl', on)}. ` +
    `${past ? 'Meedoen kan nog' : 'Later meedoen kan ook'}: met dezelfde tekst.`,
  standsSince: (on: string, until: string | null) =>
    `Sinds ${day('nl', on)}${until === null ? '' : `, tot en met ${day('nl', until)}`}.`,
  whatThen: {
    paused: 'Uw handtekening blijft staan. Meld het bij “iets anders doen” als u weer meedoet.',
    suspended:
      'Uw handtekening blijft staan. De stuurgroep beslist wanneer u weer meedoet. Vraag het uw aanspreekpunt.',
  },
  until: 'Tot en met welke dag pauzeert u?',
  untilHint: 'Alleen bij pauzeren.',
  sure: 'Stoppen gaat vandaag in. Uw handtekening is dan ingetrokken.',
  sureLabel: 'Alleen bij stoppen',
  sureBox: 'Ja, wij stoppen vanaf vandaag',
  shownWhy: 'Wat de gemeente hierbij schrijft',
  signedFiles: 'Wat u eerder tekende',
  signedFile: (version: number) => `Versie ${version}`,
  keptText: 'Wat u tekende en uw ontvangstbewijzen haalt u hier nog op, een jaar nadat u stopte.',
  text: 'De tekst',
  why: 'Een adviseur was het niet eens met deze tekst. De gemeente antwoordt daarop:',
  shown: 'Deze tekst ligt voor. U kunt per artikel reageren. Er valt nog niets te tekenen.',
  commentsUntil: (on: string) => `Reageren kan tot en met ${day('nl', on)}.`,
  commentsOver: 'De tijd om te reageren is voorbij. U krijgt bericht als de tekst klaar is.',
  react: (title: string) => `Reageer op “${title}”`,
  reactLabel: 'Uw reactie',
  reactButton: 'Reactie versturen',
  yours: 'Uw reactie',
  comment: {
    open: 'nog niet beantwoord',
    answered: 'beantwoord',
    adopted: 'overgenomen',
    declined: 'niet overgenomen',
  } satisfies Record<CommentState, string>,
  inVersion: (no: number) => `in versie ${no}`,
  askTitle: 'Tekenen',
  confirmTitle: 'Bevestigen als waarnemer',
  observer: 'U bent waarnemer. U bevestigt dat u de tekst kent. U belooft niets.',
  askText: (email: string) =>
    `Wij mailen eerst een code naar ${email}. Zo weten wij dat u het bent. Daarna vult u het formulier in.`,
  askButton: 'Stuur mij een code',
  again: 'Stuur een nieuwe code',
  againText: 'Komt de code niet? Kijk bij ongewenste e-mail. Een nieuwe code maakt de oude ongeldig.',
  codeSent: (email: string) => `De code is onderweg naar ${email}. Hij werkt ${CODE_MINUTES} minuten.`,
  codeLeft: (left: number) => `U kunt nog ${left === 1 ? 'één keer' : `${left} keer`} proberen.`,
  noMail: 'De gemeente kan nu geen code mailen. Vraag uw aanspreekpunt hoe u op een andere manier tekent.',
  code: 'De code uit uw e-mail',
  codeHint: 'Acht cijfers.',
  name: 'Uw naam',
  function: 'Uw functie',
  ground: 'Waarom mag u tekenen?',
  grounds: GROUNDS as Readonly<Record<Ground, string>>,
  groundText: 'Leg uit (alleen bij een andere grond)',
  read: 'Ik heb de tekst gelezen',
  readLabel: 'Gelezen',
  named: 'Mag uw organisatie met naam op de openbare site staan?',
  yes: 'Ja',
  no: 'Nee, tel ons alleen mee',
  namedHint: 'U kunt dit later veranderen.',
  sign: 'Teken deze versie',
  confirm: 'Bevestig deze versie',
}

const en: typeof nl = {
  kicker: (no, version) => `Covenant ${no}, version ${version}`,
  noVersion: 'There is no text to read yet. Come back later with the same link.',
  for: (name, organisation) =>
    name === '' ? `This page is for ${organisation}.` : `This page is for ${name}, on behalf of ${organisation}.`,
  ends: (at) => `Your link works until ${day('en', at)}. Opening it changes nothing.`,
  from: (name, what) => `Questions? Your contact is ${name}${what === '' ? '' : `, ${what}`}.`,
  own: 'Share this link with nobody.',
  problems: 'Check what you filled in',
  standing: {
    invited: 'You have not signed yet.',
    declined: 'You said that you do not take part. You can still sign.',
    joined: 'You take part.',
    paused: 'You paused your participation.',
    suspended: 'The steering group suspended your participation.',
    left: 'You no longer take part.',
  },
  signedOn: (version, at) => `You signed version ${version} on ${moment('en', at)}.`,
  lapsed: (version) =>
    `There is a new version now. Your signature under version ${version} has therefore lapsed. We do keep it.`,
  what: 'What you sign',
  bytes:
    'You sign these three files. They were made once and never change. The text below comes from the same file. ' +
    'The text is in Dutch.',
  files: { pdf: 'PDF to read and print', odt: 'Document (ODT)', json: 'File for programs (JSON)' },
  print: 'Fingerprint (SHA-256)',
  signBy: (on, past) =>
    `${past ? 'The term to sign was' : 'You can sign'} until ${day('en', on)}. ` +
    `Joining ${past ? 'is still possible' : 'later is possible too'}: with the same text.`,
  standsSince: (on, until) => `Since ${day('en', on)}${until === null ? '' : `, until ${day('en', until)}`}.`,
  whatThen: {
    paused: 'Your signature stays. Tell us under “do something else” when you take part again.',
    suspended: 'Your signature stays. The steering group decides when you take part again. Ask your contact.',
  },
  until: 'Until which day do you pause?',
  untilHint: 'Only when you pause.',
  sure: 'Leaving begins today. Your signature is then withdrawn.',
  sureLabel: 'Only when you leave',
  sureBox: 'Yes, we leave as of today',
  shownWhy: 'What the municipality writes about it',
  signedFiles: 'What you signed before',
  signedFile: (version) => `Version ${version}`,
  keptText: 'You can still fetch what you signed and your receipts here, for a year after you left.',
  text: 'The text',
  why: 'An adviser did not agree with this text. The municipality answers:',
  shown: 'This text is up for comments, article by article. There is nothing to sign yet.',
  commentsUntil: (on) => `You can comment until ${day('en', on)}.`,
  commentsOver: 'The time for comments is over. You will hear when the text is ready.',
  react: (title) => `Comment on “${title}”`,
  reactLabel: 'Your comment',
  reactButton: 'Send comment',
  yours: 'Your comment',
  comment: { open: 'not answered yet', answered: 'answered', adopted: 'taken over', declined: 'not taken over' },
  inVersion: (no) => `in version ${no}`,
  askTitle: 'Sign',
  confirmTitle: 'Confirm as observer',
  observer: 'You are an observer. You confirm that you know the text. You promise nothing.',
  askText: (email) =>
    `First we send a code to ${email}. That is how we know that it is you. Then you fill in the form.`,
  askButton: 'Send me a code',
  again: 'Send a new code',
  againText: 'No code? Look in your spam folder. A new code ends the old one.',
  codeSent: (email) => `The code is on its way to ${email}. It works for ${CODE_MINUTES} minutes.`,
  codeLeft: (left) => `You can try ${left === 1 ? 'once' : `${left} times`} more.`,
  noMail: 'The municipality cannot send a code now. Ask your contact how to sign in another way.',
  code: 'The code from your e-mail',
  codeHint: 'Eight digits.',
  name: 'Your name',
  function: 'Your position',
  ground: 'Why may you sign?',
  grounds: {
    'trade-register': 'authorised according to the trade register',
    mandate: 'mandate or power of attorney',
    mayor: 'mayor, or appointed by the mayor (Municipalities Act, article 171)',
    board: 'decision of the board',
    other: 'another ground',
  },
  groundText: 'Explain (only with another ground)',
  read: 'I have read the text',
  readLabel: 'Read',
  named: 'May your organisation be named on the public site?',
  yes: 'Yes',
  no: 'No, only count us',
  namedHint: 'You can change this later.',
  sign: 'Sign this version',
  confirm: 'Confirm this version',
}

const all = { nl: { ...nl, ...answers('nl') }, en: { ...en, ...answers('en') } }
/** What the pages say in this language. */
export const says = (lang: Lang): typeof all.nl => all[lang]
