/** What the environment sets: every name that the program reads, with what it is for. `--help` tells it. */

/** Names, and in words what they set. Those of a test or of a process of ours to another are in `OWN`. */
export const SETTINGS: Readonly<Record<string, string>> = {
  LEIDRAAD_DATA: 'de map met alles wat Leidraad bewaart; anders data/ bij het programma',
  DATABASE_URL: 'een eigen PostgreSQL, als eigenaar; anders draait er een in LEIDRAAD_DATA',
  LEIDRAAD_SITE_DATABASE_URL: 'dezelfde database met de login van de site, die zelf geen rechten heeft',
  LEIDRAAD_PUBLIC_DATABASE_URL: 'dezelfde database met een login die alleen leest wat is gepubliceerd',
  LEIDRAAD_S3_ENDPOINT: 'bewijs in een objectopslag (S3) in plaats van in LEIDRAAD_DATA: het adres, https://…',
  LEIDRAAD_S3_BUCKET: 'de bucket van die objectopslag',
  LEIDRAAD_S3_REGION: 'de regio van die objectopslag; anders us-east-1',
  LEIDRAAD_S3_PREFIX: 'wat in die bucket voor elke naam staat',
  LEIDRAAD_S3_KEY: 'de sleutel van die objectopslag',
  LEIDRAAD_S3_SECRET: 'het geheim bij die sleutel',
  LEIDRAAD_S3_KEYS_FILE: 'een bestand met sleutel en geheim, elk op een regel, in plaats van die twee',
  LEIDRAAD_URL: 'het adres waarop mensen de site openen, https://…',
  LEIDRAAD_HOST: 'waarop Leidraad luistert; anders alleen op deze computer',
  PORT: 'de poort van de site; anders 3000, of de eerste vrije daarna',
  LEIDRAAD_PROXY: 'IP-adressen van webservers op andere machines die voor Leidraad staan',
  LEIDRAAD_KEY: 'sleutel van minstens 32 tekens voor wat verzegeld is; anders staat die in data/sleutel',
  LEIDRAAD_MUNICIPALITY: 'de gemeente, als er meer dan één is en --gemeente ontbreekt',
  LEIDRAAD_SMTP_URL: 'de mailserver; zonder blijven berichten staan',
  LEIDRAAD_MAIL_FROM: 'de afzender van e-mail',
  LEIDRAAD_AUDIT_MAIL: 'waarheen elke dag het controlegetal van het logboek gaat',
  LEIDRAAD_OIDC_ISSUER: 'inloggen met het werkaccount: de aanbieder',
  LEIDRAAD_OIDC_CLIENT_ID: 'inloggen met het werkaccount: de naam van Leidraad daar',
  LEIDRAAD_OIDC_CLIENT_SECRET: 'inloggen met het werkaccount: het geheim van Leidraad daar',
  LEIDRAAD_OIDC_EMAIL_CLAIM: 'inloggen met het werkaccount: waarin het e-mailadres staat; anders email',
  LEIDRAAD_CVDR: 'een ander adres van de landelijke voorziening voor regelingen',
  LEIDRAAD_CVDR_INDEX: 'een andere index van de landelijke voorziening voor regelingen',
  LEIDRAAD_ALGORITMEREGISTER: 'het adres van de API van het landelijke Algoritmeregister, tot en met de versie',
  LEIDRAAD_ALGORITMEREGISTER_ORGANISATIE: 'hoe elke gemeente daar heet: gemeente=naam, met een komma ertussen',
  LEIDRAAD_ALGORITMEREGISTER_KEY: 'de sleutel van het Algoritmeregister; bij een login het wachtwoord',
  LEIDRAAD_ALGORITMEREGISTER_LOGIN: 'waar het Algoritmeregister om een login vraagt; anders is de sleutel genoeg',
  LEIDRAAD_ALGORITMEREGISTER_USER: 'de gebruiker bij die login',
  LEIDRAAD_ALGORITMEREGISTER_CLIENT: 'de naam van Leidraad bij die login; anders authentication-client',
  LEIDRAAD_CONTACT: 'de pagina die bezochte sites in onze naam vinden',
  LEIDRAAD_CONTACT_EMAIL: 'waarheen iemand schrijft als een bevinding niet klopt',
  LEIDRAAD_CONTACT_PHONE: 'het nummer dat iemand daarvoor kan bellen',
  LEIDRAAD_CONTACT_DAYS: 'binnen hoeveel werkdagen de gemeente antwoordt; anders 10',
  LEIDRAAD_THEME: 'een CSS-bestand met de huisstijl van de gemeente',
  LEIDRAAD_KAART_TEGELS: 'kaartbeelden van de openbare kaart: https://…/{z}/{x}/{y}.png; anders alleen de tekening',
  LEIDRAAD_KAART_BRON: 'van wie die kaartbeelden zijn; staat onder de kaart',
  LEIDRAAD_SLOTS: 'hoeveel bezoeken tegelijk; anders één meer dan er processorkernen zijn',
  LEIDRAAD_NAMETEN_UREN: 'na hoeveel uur wordt nagemeten wat slechter leek, 4 tot en met 72; anders 8',
  LEIDRAAD_NAMETEN_PER_DAG: 'hoeveel adressen op een dag worden nagemeten; anders 200',
  LEIDRAAD_RESOLVER:
    'een naamserver die handtekeningen (DNSSEC) controleert: adres:poort; anders draait Leidraad unbound',
  LEIDRAAD_RPKI: 'het bestand (JSON) van Routinator of rpki-client; zonder blijven routes onbekend',
  LEIDRAAD_ROUTES: 'een bestand met aangekondigde routes, of dns:asn.cymru.com; hoort bij LEIDRAAD_RPKI',
  LEIDRAAD_NETWORK: 'een netwerkbestand dat een proefstad openzet',
  CHROMIUM_PATH: 'de browser die sites bezoekt; anders zoekt Leidraad er een',
}

/** What processes of ours say to each other, and is for nobody to set. */
export const OWN = ['LEIDRAAD_ROOT', 'LEIDRAAD_BROWSER', 'LEIDRAAD_BROWSER_ACCOUNT'] as const

/** Of these others decide too, such as a container: empty is as if they were not there. */
export const SHARED: readonly string[] = ['PORT', 'CHROMIUM_PATH']
