/** Hosts that belong to everybody: an address there is not an organisation's own. Data. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Pages that a company lends to others: social media, lists of links, maps, market places, guides. With all below. */
export const PLATFORMS: readonly string[] = words(`
  facebook.com fb.com fb.me m.me messenger.com instagram.com instagr.am threads.net threads.com twitter.com x.com t.co
  linkedin.com lnkd.in tiktok.com youtube.com youtu.be vimeo.com pinterest.com pinterest.nl snapchat.com bsky.app
  mastodon.social mastodon.nl whatsapp.com wa.me telegram.me t.me flickr.com soundcloud.com spotify.com reddit.com
  fb.watch discord.gg discord.com signal.group signal.me patreon.com strava.com imdb.com apps.apple.com itunes.apple.com
  onedrive.live.com 1drv.ms forms.office.com sharepoint.com forms.gle voetbal.nl sportlink.com typeform.com
  surveymonkey.com steunactie.nl geef.nl canva.com issuu.com slideshare.net
  twitch.tv nextdoor.nl nextdoor.com hyves.nl schoolbank.nl
  linktr.ee linktree.com beacons.ai bio.link lnk.bio linkin.bio linkpop.com taplink.cc milkshake.app msha.ke solo.to
  allmylinks.com campsite.bio bit.ly tinyurl.com goo.gl ow.ly rebrand.ly buff.ly is.gd
  google.com google.nl g.page g.co maps.apple.com bing.com openstreetmap.org waze.com
  marktplaats.nl 2dehands.be 2dehands.nl bol.com ebay.com ebay.nl amazon.com amazon.nl amazon.de etsy.com vinted.nl
  thuisbezorgd.nl ubereats.com deliveroo.nl foodticket.nl booking.com airbnb.com airbnb.nl expedia.com expedia.nl
  hotels.com tripadvisor.com tripadvisor.nl thefork.nl thefork.com iens.nl opentable.com opentable.nl eet.nu
  treatwell.nl werkspot.nl trustoo.nl zorgkaartnederland.nl independer.nl funda.nl pararius.nl
  yelp.com yelp.nl trustpilot.com klantenvertellen.nl kiyoh.com kieskeurig.nl
  telefoonboek.nl goudengids.nl detelefoongids.nl openingstijden.nl openingstijden.com drimble.nl oozo.nl kvk.nl
  companyinfo.nl bedrijvenpagina.nl cylex.nl eventbrite.nl eventbrite.com meetup.com ticketmaster.nl gofundme.com
  wikipedia.org wikidata.org github.com gitlab.com dropbox.com wetransfer.com
`)

/** Names under which one company does the same below many endings: `tripadvisor.co.uk`, `amazon.se`. */
export const PLATFORM_NAMES: ReadonlySet<string> = new Set(
  words(`facebook instagram whatsapp linkedin tiktok youtube pinterest snapchat google tripadvisor amazon ebay etsy
    airbnb expedia thefork opentable trustpilot yelp ubereats deliveroo eventbrite ticketmaster linktree
    gofundme`),
)

/** Where others build their site: a name of one's own below it is one's own, the host itself is not. */
export const BUILDERS: readonly string[] = words(`
  wix.com wixsite.com editorx.io wordpress.com wordpress.org blogspot.com blogspot.nl blogger.com jouwweb.nl
  jouwweb.site
  webnode.nl webnode.com webnode.page weebly.com squarespace.com myshopify.com shopify.com jimdo.com jimdosite.com
  jimdofree.com strikingly.com mystrikingly.com site123.me webflow.io webflow.com github.io gitlab.io netlify.app
  vercel.app pages.dev workers.dev web.app firebaseapp.com herokuapp.com azurewebsites.net business.site
  godaddysites.com simplesite.com yola.com yolasite.com tumblr.com medium.com substack.com mijnwebwinkel.nl
  myonlinestore.com ccvshop.nl carrd.co notion.site notion.so canva.site canva.com framer.website framer.site
  one.com strato.nl transip.nl mijndomein.nl sites.google.com hubspotpagebuilder.com duda.co 123website.nl
`)

/** Mail for everybody: free services and the addresses that come with a connection. */
export const MAIL_HOSTS: readonly string[] = [
  ...words('email.cz centrum.cz post.cz azet.sk abv.bg mail.bg interia.eu gmx.info yahoo.co.jp yahoo.co.in mail.de'),
  ...words('hotmail live outlook msn yahoo gmx').flatMap((brand) =>
    words('com nl be de fr eu net co.uk at ch es it dk se no ie fi pl pt').map((ending) => `${brand}.${ending}`),
  ),
  ...words(`
  gmail.com googlemail.com ymail.com rocketmail.com aol.com aim.com icloud.com me.com mac.com windowslive.com
  passport.com mail.com email.com usa.com inbox.com fastmail.com fastmail.fm hey.com proton.me protonmail.com
  protonmail.ch pm.me tutanota.com tutanota.de tuta.com tuta.io keemail.me mailbox.org posteo.de posteo.net posteo.nl
  startmail.com soverin.net disroot.org riseup.net runbox.com zoho.com zohomail.com zohomail.eu hushmail.com
  web.de freenet.de t-online.de arcor.de orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it
  yandex.com yandex.ru mail.ru bk.ru list.ru inbox.ru rambler.ru ukr.net wp.pl o2.pl onet.pl interia.pl seznam.cz
  qq.com 163.com 126.com sina.com naver.com hanmail.net btinternet.com sky.com virginmedia.com comcast.net
  telenet.be skynet.be proximus.be scarlet.be pandora.be voo.be belgacom.net
  ziggo.nl kpnmail.nl kpnplanet.nl kpn.nl planet.nl hetnet.nl xs4all.nl home.nl chello.nl upcmail.nl casema.nl
  quicknet.nl multiweb.nl zonnet.nl versatel.nl tele2.nl tele2mail.nl t-mobilethuis.nl odido.nl online.nl
  onlinehome.nl telfort.nl telfortglasvezel.nl solcon.nl solcon.email caiway.nl caiw.nl kabelfoon.nl kabelfoon.net
  zeelandnet.nl delta.nl tiscali.nl wanadoo.nl orange.nl freeler.nl 12move.nl lycos.nl wxs.nl euronet.nl dds.nl
  hccnet.nl demon.nl bart.nl cistron.nl iae.nl worldonline.nl worldonline.com compuserve.nl compuserve.com
  concepts.nl scarlet.nl speedxs.nl tweak.nl freedom.nl glasnet.nl plusnet.nl introweb.nl filternet.nl
  kliksafe.nl solconmail.nl fiber.nl edpnet.nl stipte.nl trined.nl youfone.nl budgetthuis.nl vodafonethuis.nl
  vodafonevast.nl net4all.nl castel.nl antenna.nl xmsnet.nl zeelandnet.email hotmail.co yahoo.ca
  outlook.com.br gmail.nl`),
]

/** Words that are also the name of a mail service; an organisation that is called so is not that service. */
export const ORDINARY_NAMES: ReadonlySet<string> = new Set(
  words('home live online mail planet email web list free sky orange me mac inbox post delta freedom bart antenna'),
)
