/**
 * Texts in DNS by which a domain was proven to a service (TXT records): which service, by the name of the text. What
 * stands behind the name is a secret of the two and is not kept. A proof is often a leftover of a trial.
 */

/** The name of the text → a host of the service, as owners.yaml knows hosts. */
const SERVICES: Readonly<Record<string, string>> = {
  '1password-site-verification': '1password.com',
  'adobe-idp-site-verification': 'adobe.com',
  'ahrefs-site-verification': 'ahrefs.com',
  amazonses: 'amazonses.com',
  'anthropic-domain-verification': 'anthropic.com',
  'apple-domain-verification': 'apple.com',
  'atlassian-domain-verification': 'atlassian.com',
  'brevo-code': 'brevo.com',
  'canva-site-verification': 'canva.com',
  'cisco-ci-domain-verification': 'cisco.com',
  'citrix-verification-code': 'citrix.com',
  cloudflare_dashboard_sso: 'cloudflare.com',
  d365mktkey: 'microsoft.com',
  docusign: 'docusign.com',
  'dropbox-domain-verification': 'dropbox.com',
  'facebook-domain-verification': 'facebook.com',
  'globalsign-domain-verification': 'globalsign.com',
  '_globalsign-domain-verification': 'globalsign.com',
  'google-site-verification': 'google.com',
  'hubspot-developer-verification': 'hubspot.com',
  'jamf-site-verification': 'jamf.com',
  'knowbe4-site-verification': 'knowbe4.com',
  'lastpass-verification-code': 'lastpass.com',
  'linkedin-site-verification': 'linkedin.com',
  'logmein-verification-code': 'logmein.com',
  'mailru-verification': 'mail.ru',
  'miro-verification': 'miro.com',
  ms: 'microsoft.com',
  'notion-domain-verification': 'notion.so',
  'onetrust-domain-verification': 'onetrust.com',
  'openai-domain-verification': 'openai.com',
  'pinterest-site-verification': 'pinterest.com',
  'postman-domain-verification': 'postman.com',
  'protonmail-verification': 'proton.me',
  'sendinblue-code': 'brevo.com',
  'slack-domain-verification': 'slack.com',
  'stripe-verification': 'stripe.com',
  'teamviewer-sso-verification': 'teamviewer.com',
  tmes: 'trendmicro.com',
  webexdomainverification: 'webex.com',
  'workplace-domain-verification': 'facebook.com',
  'yandex-verification': 'yandex.com',
  'zoho-verification': 'zoho.com',
  zoom_verify: 'zoom.us',
}
const MANY = 40

/** The names of texts that prove a domain to a service, each once and without what stands behind them. */
export function tokensIn(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => {
    const [, name] = /^([a-z0-9_][a-z0-9._-]{1,63})\s*[=:]/i.exec(text) ?? []
    const said = (name ?? '').toLowerCase().replace(/^zoom_verify_.*/, 'zoom_verify')
    return Object.hasOwn(SERVICES, said) || /verif|validation/.test(said) ? [said] : []
  })
  return [...new Set(names)].toSorted().slice(0, MANY)
}

/** A host of the service to which a text of this name proves a domain; undefined when it is not known. */
export const serviceOfToken = (name: string): string | undefined =>
  Object.hasOwn(SERVICES, name) ? SERVICES[name] : undefined
