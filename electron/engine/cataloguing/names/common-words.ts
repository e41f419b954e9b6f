/**
 * Words that stand with a capital in headings, at the beginning of sentences and in names of acts and days, and are no part of the name
 * of a person, a place or a body, in English and French; function words are known elsewhere.
 */
export const commonWords = `january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi
samedi dimanche jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow morning evening afternoon
agreement agreements article articles annex annexe chapter section paragraph part title protocol protocole treaty convention charter charte memorandum mou statement
declaration déclaration communique communiqué communiqués resolution résolution resolutions summit sommet meeting session visit visite day week month year journée act law code bill plan strategy project
programme framework process operation exercise exercice decree order decision report rapport accord accords entente règlement loi décret arrêté
however meanwhile therefore speaking following commenting earlier later according since although though because despite having being
responding welcoming addressing during throughout together moreover furthermore finally recently currently nearly almost every each
many several another one two three four five six seven eight nine ten hundred thousand million billion dozens hundreds thousands first second third fourth fifth last next
new old great good best high low more most other others such thus yes no not never always often now then here there well also just even still yet
thank thanks welcome dear sincerely regards please let see read note notes editor contact further information media press release background related documents published updated source
image photo video copyright download print share page figure table annexes signed done faite fait signé witness whereof
i we you he she it they us our my your his her their its this that these those who what when where why how which
english french arabic arab arabs kurdish kurd kurds kurde kurdes latin african europeans asian western eastern northern southern islamic christian muslim muslims sunni sunnis shia jewish christians islamist islam yazidi yazidis yezidi
human rights war wars peace terrorism terrorists terrorist weapons chemical nuclear climate change health crisis conflict ceasefire
ministers leaders countries nations people citizens civilians forces soldiers troops officers members partners allies parties delegations authorities
support cooperation relations partnership development security defence economic military political bilateral joint common international
north south east west northeast northwest southeast southwest nord sud est ouest
eid ramadan christmas easter covid brexit internet euro dollar pounds nobel prize olympic games world cup award
air land sea ground strikes strike airstrike airstrikes missile missiles aircraft helicopter fighter bomber tank vehicle attack attacks
god constitution republic kingdom empire état royaume république monarchie
les des aux dans pour avec sur selon après avant lors cette ces cet ainsi toutefois cependant enfin depuis pendant outre parmi plusieurs deux trois quatre cinq
vision horizon agenda forum series event live news breaking exclusive opinion analysis interview q a fact sheet factsheet
freedom democracy justice liberty independence unity truth honour honor glory memorial remembrance anniversary ceremony festival exhibition
honourable honorable members chairman madam gentlemen ladies colleagues friends excellencies distinguished guests
both all some any none whilst while until unless whether either neither nor if but and or so as at by for from in into of off on onto out over per than to under up upon via with without
defeating declaring declared killing taking giving making working using building ending supporting continuing increasing reducing
reference référence ref objet subject date place venue time programme agenda draft final copy original version
applause laughter seconded moved question questions answer answers mr speaker clean green blue red white black gold silver
premier première partie parties texte visa visas vu considérant titre chapitre section alinéa
near inherent resolve enduring freedom iraqi syria’s destroyed engaged suppressed fighting position positions tactical unit units building
mutual exchange bay status instruments ratification accession entry provisions provision competent contracting states state party parties member
constructive dialogue economic social science technology tourism agriculture education trade
fossils conventional asset assets service services staff guidance policy tool tools training vehicles equipment supplies aid fund funds humanitarian relief`

/** Acronyms that name no body. */
export const commonAcronyms = `am pm gmt utc cet est edt tv pdf gdp hiv aids covid mou dna ngo ngos usd eur gbp mad rwf ied ieds vbied vbieds wmd uav uavs rpg rpgs hms uss ss bc ad id ids vip ceo cfo cto pm ok sos faq url
www http https html pib ong tva pme nb ps cv jr sr ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xx xxi xxi phd mba ba ma msc bsc mp mps qc kc obe mbe cbe gmt z asap rsvp tbd tbc co2 ict it ai hr pr q&a gps 4x4 f16 f35 c130 idp idps sme smes sdg sdgs fdi bn mn km kg usb cd dvd edtf iso`

/** Points of the compass, before the name of a land. */
export const compassWords = `northern southern eastern western central north south east west northeast northwest southeast southwest northeastern
northwestern southeastern southwestern upper lower rural greater`

/** Words that follow a place's name and belong to it: `Anbar province`. */
export const placeEndings = `province district region governorate county city town village valley river mountain mountains island islands airport
desert border peninsula plateau bay strait dam bridge square street road avenue highway boulevard port harbour harbor base airbase camp area
state coast basin canal sea ocean lake gulf suburb neighbourhood neighborhood province hotel palace park stadium heights plains`

/** Words that begin a place's name. */
export const placeBeginnings = `mount mt lake camp fort port cape wadi jebel jabal tal tall tell deir dayr bab khan umm urem ain ayn rue avenue boulevard
aéroport airport lac mont île baie place château palais hôtel gare quai`

/** Nouns that name a place with the name after `of` or `de`: `city of Mosul`, `province de l’Est`. */
export const placeNouns = `city town village province district region governorate port island islands gulf state valley strait bay outskirts area suburb
ville province région île port village district commune quartier aéroport préfecture wilaya camp base détroit golfe`

/** Prepositions after which a name in capitals is a place. */
export const placePrepositions = `in near at around outside inside across throughout à a au en vers près dans`
