/**
 * Words of lessons that a person found plain enough (B1), and those that are harder but are explained where they stand.
 * A word that is in neither is told by the test of the lessons: then a person decides where it goes, or writes another.
 */
const of = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

export const PLAIN = of(`
aan aanvraag aanvroeg aanvullen aanzetten accepteren achter achtergrond achterlaat adres adressen advies af
afdeling afgesproken afgewezen afhankelijk afspraak afstand agenda akkoord al alarm alle allebei alleen allemaal
allermakkelijkst allermooiste alles als alsof altijd ander andere anderen anders antwoord antwoorden antwoordt
app apparaat apps april arts automatisch baas balie balk bank bankgegevens batterij bedachten bedenk bedenken
bedoelt bedrag bedrijf bedrijven beeld begin begrijpt behandeld behandelen bekeek bekeken bekende bekijk bekijkt
bel belangrijk belangrijkste belasting bellen belooft belt bent beperking bericht berichten beslist besluit
besluiten bespreek best bestaat bestand bestanden beste bestellingen betaal betaalt betalen betaling betalingen
betekent beveiliging beveiligt bewaard bewaart bewaren bewegen bezoeker bezoekers bezorger bij bijna
bijvoorbeeld bijwerken binnen blijft blijven blinde boom boos bouwen boven bovenaan brief buiten bus buurvrouw
cijfers clubs code computer computers contacten controleren daar daarbij daarin daarmee daarna daarom daarover
daarvoor dag dagelijks dan dat datum de deed delen denk denkt deur deuren deze dezelfde dicht dichtzetten die
diensten dieven digitale dingen direct dit dochter doe doen doet dokter dom donker donkerder door doordat
doorklikken doos drempel drie dring druk drukken drukt duidelijk dus duurt e-mail echt echte een eén één eens
eerder eerlijk eerlijke eerst eerste eigen eigenaar einde elk elkaar elke en ene engels er eraan erbij ergens
erin ernaast eronder erop eruit etalage even extra familie felle filmpje formulier foto foto’s fout foute fouten
gaat gaf gaten gebeld gebeurd gebeurde gebeurt geboortedag geboortejaar geboorten gebouw gebruik gebruiken
gebruikt gebruikte gedaan gedachten gedrag gedrukt geef geeft geen gegevens geheugen geholpen gekke gekleurd
geld geldt gelekt gelijke gemaakt gemeente genoeg geraden geregeld gerust gesprek gestolen getest gevaar geveegd
geven gevoelig gevolgd gevonden gewone gewoonte gezet gezicht gezondheid ging goed goede gooi graag gratis
grijze groene groot grote groter haal haast hack hacker halen handen handtekening hang hap hardop heb hebben
heeft heel heen heet hele helemaal helpen helper helpt hem hen herkennen herkent het heten hetzelfde hielp hier
hieronder hij hoe hoeft hoelang hoort horen houdt hulp hulppunt hun idee iedereen iemand iets ik in indienen
ingang inlog inloggen inlogt instelling instellingen instelt internet intrekken intypt invulde is ja jaar
jaartal jawel kaart kaarten kaartje kalender kamer kan kassa keer kent keuze keuzes kies kiest kiezen kijk
kijken kijkers kijkt kind klaar klaarstaat klacht klachten klagen klant klanten klantgegevens klein kleine
kleiner kleinkinderen kleur kleuren klinkt kloppen klopt kluis knop knoppen koekje komen komt kopie kopieën
kopiëren kort korte kost kozen kreeg krijgen krijgt kunnen kunt kwam kwartaal kwijt la laat laatst lamp lang
langer langs langskomen lastig laten later leeg leert lees leest leg lege leggen lek lengte les letters leven
leveren lezen licht lichtgrijze liever lijken lijst lijsten lijstje link locatie log loggen logt lokaas loop
loopt loos lopen los losmaken losse losstaat lukt maak maakt maand maandag maar maart machtigt mag maken maker
makkelijk man mandje map medewerker mee meekijkt meer meest meestal meld melden melding meldt mens mensen merkt
met meten meting mij mijn minder minuten mis misschien mist mobiele moeilijk moeilijkst moet moeten mogen moment
mooi mooier muis muur na naam naar naast nationale navragen nederlands nee neem neemt neer nep nepbericht
nepberichten nepsite nergens net netjes niemand niet niets nieuw nieuwe nieuws nieuwssite nodig noem nog nood
nooit nu nummer nummers oefen oefenen of ogen om omcirkeld onder ondernemers ongeveer online onthouden onthoudt
ook op open openingstijden opgelost ophangen opletten oplichters oplossing opnieuw opschrijven opzoeken
organisatie oud oude ouders ouds over overal overheid overkomen overzicht paar pagina pak pakket papier papieren
pas paspoort past patronen per pijlen pijn plaatje plaatjes plaats plaatst plan plek politie post praat praten
precies prettig prettiger prijs prima privacy probeer probeert programma programma’s raadt raar raden rand
recept recht rechten reclame redt regel regelen regelt regie register registers rekening rekeningen reservering
rest rij rijtje rode rolstoel rond rustig samen schade schamen scheelt scherm scheve schijf schrift schriftelijk
schrijf schrijft schrijven schrik schuifjes schuld site sites slechter sleutel sleutels slim slot slotte sluit
sms snapt snel sommige soms soort speel spel speld spelletje spoor sporen spreek sta staan staat stad stap
stappen start startpagina steeds steelt stekker stempel sterk sterkst stilte stok stokt stop stoppen straat
straf streepje stuk stukgaan stukken stukmaken sturen stuur stuurt taal tafels te tegen tegenhouden teken tekens
tekst tel telefonisch telefoon telefoons ten terecht terras terug teruggezet test thee thuis tien tijd tijdens
tik tikken tips toch toe toeslag toeslagen toestaan toestemming toets toetsenbord toon tot trappen trek tussen
twee twijfel twijfelt typ typen typt u uit uitkomst uitleg uitleggen uitroepteken uitstel uitzet uitzetten uur
uw uzelf vaak vaardigheid vak vaker vakken vallen van vandaag vanzelf vastlopen vat veel veilig veilige veiligst
venster verander veranderen verantwoordelijk verbeteren verbetering verder vergelijken vergissen vergrootglas
vergunning verkeerslicht verkoopt verloopt verplicht verschijnt verschil verschillen versiering versies verstopt
vertel vertellen vertelt vertrouwt vervalt vervoer verwacht verwachten verwijt verzoek vier vijf vinden vindt
vingerafdruk vinkjes vishaak vissen voelt voetafdruk voetstappen volgen volgende volgorde volgt voor vóór
vooraan vooraf vooral voorbeeld voorbeeldbrief voorbeelden voorbereidt voorbij voorgelezen voorlezen
voorspelling vorig vraag vraagt vraagteken vragen vreemd vreemde vreemds vreest vrienden vroeg vul vult waar
waarbij waarmee waarom waarover waarschuwing waarvoor wacht wachten wachtwoord wachtwoorden wanneer want was
wasmachine wat websitebouwer webwinkel webwinkels weekend weer weet weg weghalen weiger weigeren weinig weken
wel welk welke wens werken werkt wet weten wie wij wijst wil willen wilt winkel winkels wis wissen woonplaats
woont woord woorden worden wordt zaak zaken zaklamp ze zeg zeggen zegt zeker zelf zes zet zetten zeven zich
zichtbaar zien ziet zij zijn zin zinnen zit zo zo’n zoals zoek zoekt zon zonder zorg zou zulke zwakte zwijgen`)

/** Names, and words that a lesson is about. */
export const ALLOWED = of(`
aa aangifte account accounts advertentienetwerk ai ai-programma algoritme algoritmes alt-tekst autoriteit
back-up bankapp bankier bezwaar burgerservicenummer chatbot commissie contrast cookie cookies datalek digid digid-app
digid-herstel digihulplijn example farah fraudehelpdesk helpdesk ict-hulp info intelligentie inzage jpg
juridisch kruk-regen-zeven-olifant kunstmatige loket machtig machtigen machtiging machtigingen machtigingscode
netwerk netwerkkabel nl ombudsman partners persoonsgegevens phishing pincode plus privévenster q sam service
sluiswijk sluiswijk-betaling tab telprogramma termijn toezichthouder update updates vergrendelen verzekeraar
volgcookies wachtwoordkluis welkom wifi winkelmandje www x zoekmachine zoekresultaten`)
