/** Texts that many sites have in common: the privacy statement, the accessibility statement, security.txt and forms. */
import { html, text } from './answers.ts'
import type { Answer, Page } from './model.ts'

const DAY = 86_400_000

type Privacy = {
  readonly name: string
  readonly street: string
  readonly mail: string
  /** Contact of the data protection officer; null: none is named. */
  readonly officer: string | null
  /** Who receives data. */
  readonly receivers: string
}

/** A privacy statement with all parts of AVG art. 13. */
export function fullPrivacy({ name, street, mail, officer, receivers }: Privacy): Page {
  return {
    title: `Privacyverklaring - ${name}`,
    main: `<h1>Privacyverklaring</h1>
<p>Deze privacyverklaring is van ${name}, ${street}, 2399 AB Sluiswijk. ${name} is de verwerkingsverantwoordelijke.</p>
<h2>Welke persoonsgegevens en waarom</h2>
<p>Wij verwerken uw naam, e-mailadres en telefoonnummer. Het doel is dat wij uw vraag kunnen beantwoorden en onze
dienst kunnen leveren.</p>
<h2>Op welke grondslag</h2>
<p>De grondslag is de uitvoering van een overeenkomst, een wettelijke plicht of uw toestemming. Toestemming kunt u
altijd intrekken.</p>
<h2>Met wie wij gegevens delen</h2>
<p>${receivers} Wij geven uw gegevens niet door aan landen buiten de Europese Economische Ruimte.</p>
<h2>Hoe lang wij gegevens bewaren</h2>
<p>De bewaartermijn is twee jaar na het laatste contact, tenzij de wet een andere termijn noemt. Daarna verwijderen
wij de gegevens.</p>
<h2>Uw rechten</h2>
<p>U heeft recht op inzage, rectificatie, verwijdering, beperking van de verwerking, bezwaar en overdraagbaarheid.
Mail naar ${mail}.</p>
<p>U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.</p>
<h2>Vragen</h2>
<p>Mail naar
${mail}.${officer ? ` Onze functionaris voor gegevensbescherming is te bereiken via ${officer}.` : ''}</p>`,
  }
}

/** A privacy statement that says little: who and why, but no ground, term, rights or supervisor. */
export function thinPrivacy(name: string): Page {
  return {
    title: `Privacy - ${name}`,
    main: `<h1>Privacy</h1>
<p>Wij gaan zorgvuldig om met uw gegevens. Uw naam en telefoonnummer gebruiken wij alleen voor het doel waarvoor u ze
geeft.</p>
<p>Wij verkopen uw gegevens nooit.</p>`,
  }
}

/** An accessibility statement after the Dutch model, with a link to the register. */
export function accessibility(name: string, host: string): Page {
  const date = new Date(Date.now() - 120 * DAY).toLocaleDateString('nl-NL', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return {
    title: `Toegankelijkheidsverklaring - ${name}`,
    main: `<h1>Toegankelijkheidsverklaring ${name}</h1>
<p>Deze verklaring gaat over https://${host}. ${name} vindt het belangrijk dat iedereen deze site kan gebruiken.</p>
<p>De status van deze website is: B - voldoet gedeeltelijk. Deze verklaring is voor het laatst bijgewerkt op
${date}.</p>
<h2>Melden en klachten</h2>
<p>Werkt iets niet voor u? Mail naar toegankelijk@${host.replace(/^www\./, '')}. Komen wij er samen niet uit, dan kunt
u terecht bij de Nationale ombudsman.</p>
<p><a href="https://www.toegankelijkheidsverklaring.nl/register/90210">Bekijk de verklaring in het register</a></p>`,
  }
}

/** General terms; `change` is what they say of changing them, `more` what else. */
export function generalTerms(name: string, change: string, more = ''): Page {
  return {
    title: `Algemene voorwaarden - ${name}`,
    main: `<h1>Algemene voorwaarden</h1>
<p>Deze voorwaarden gelden voor alles wat ${name} levert. Een bestelling kunt u binnen een dag wijzigen. Betalen kan op
rekening of meteen. Is er iets niet goed, dan lossen wij het op of krijgt u uw geld terug.</p>
<h2>Wijzigen</h2><p>${change}</p>
${more}`,
  }
}

/** A security.txt (RFC 9116) that ends the given number of days from now. */
export function securityTxt(host: string, days: number): Answer {
  const expires = new Date(Date.now() + days * DAY).toISOString().replace(/\.\d+Z/, 'Z')
  const domain = host.replace(/^www\./, '')
  return text(
    `Contact: mailto:security@${domain}\nExpires: ${expires}\nPreferred-Languages: nl, en\nCanonical: ` +
      `https://${host}/.well-known/security.txt\n`,
  )
}

/** A contact form with labels that sends to `action`; `extra` stands before the button. */
export function form(action: string, extra = ''): string {
  return `<form method="post" action="${action}">
<label for="naam">Uw naam</label><input id="naam" name="naam" autocomplete="name">
<label for="mail">Uw e-mailadres</label><input id="mail" name="mail" type="email" autocomplete="email">
<label for="bericht">Uw vraag</label><textarea id="bericht" name="bericht" rows="5" cols="40"></textarea>
${extra}<p><button type="submit">Versturen</button></p>
</form>`
}

export const searchForm = `<form method="get" action="/zoeken" role="search">
<label for="q">Zoek op deze site</label><input id="q" name="q" type="search"> <button type="submit">Zoeken</button>
</form>`

/** A search page; `found` is what it says under the form whatever is asked. */
export const search = (name: string, found: string): Page => ({
  title: `Zoeken - ${name}`,
  main: `<h1>Zoeken</h1>\n${searchForm}\n<h2>Resultaten</h2>\n${found}`,
})

export const notFound = (name: string): Answer =>
  html(
    `<!doctype html><html lang="nl"><head><title>Niet gevonden - ${name}</title></head><body><main><h1>Niet ` +
      `gevonden</h1><p>Deze pagina bestaat niet. <a href="/">Naar het begin</a></p></main></body></html>`,
    [],
    404,
  )
