/** Words with which the name of a body ends (`Defence Force`) or begins (`Ministry of ...`), in English. */
export const englishHeads = `academy administration agency airlines airways alliance archives army assembly assembly association authority
bank battalion board branch brigade broadcaster bureau cabinet centre center chamber charity church club coalition college command
commission commissariat committee community company confederation conference congress consortium consulate cooperative corporation
corps council court delegation department directorate division embassy facility faculty federation fleet force forces foundation
front fund gendarmerie government group guard guards headquarters hospital inspectorate institute institution inc initiative
joint-venture judiciary league legion library ltd llc plc marines militia militias ministry mission movement museum navy network
newspaper observatory office opposition ombudsman order organisation organization parliament partnership party patrol peshmerga
police post press programme prosecution protectorate regiment regime registry school secretariat sector senate service services
society squadron staff taskforce team treasury tribunal trust union university unit times tribune gazette herald telegraph
company companies industries holdings systems airline council councils governments ministries forum quartet troika shipyard
constabulary magistracy parliamentarians agency agencies intelligence coastguard`

/** Words of which the body must be named with more words: alone, or at the end of a run of capitals, they are something else. */
export const weakHeads = `community order post initiative conference programme network facility sector unit mission team group front
press times staff service services office board branch club partnership systems trust division command force forces centre center
school library order network movement company companies industries society chamber registry forum intelligence agencies ministries governments councils parliamentarians institute`

/** Heads that are read in small letters too, after a country's adjective, a body or a person: `Iraqi army`, `Assad regime`. */
export const plainHeads = `government regime army forces opposition police parliament navy military authorities militia militias coalition
troops delegation air-force embassy cabinet administration ministry senate gendarmerie judiciary coastguard rebels army community`

/** Words in small letters that may stand before such a head: `Iraqi security forces`. */
export const plainModifiers = `security armed defence defense military air ground land naval special federal national local regional
interim transitional central border democratic moderate political government police riot coalition brutal ruling joint counter
terrorism provisional new former own brave civil foreign`

/** Words with which the name of a body begins, in French. */
export const frenchHeads = `académie administration agence alliance ambassade armée armées assemblée association autorité banque bataillon brigade
bureau cabinet centre chambre collège comité commandement commissariat commission communauté compagnie confédération
congrès conseil consulat cour délégation département direction directorat division école état-major faculté fédération flotte fondation
fonds force forces front gendarmerie gouvernement groupe haut-commissariat hôpital inspection institut
ligue marine ministère mission mouvement musée observatoire office organisation organisme parlement parti partenariat police présidence
préfecture primature régiment régime sénat secrétariat service services société syndicat tribunal union université`

/** Words that may follow a French head in small letters, with those that every land and every ministry has. */
export const frenchModifiers = `militaire militaires mixte mixtes national nationale nationaux nationales général générale généraux armé armée armés armées
terrestre terrestres aérien aérienne aériennes naval navale royal royale royales européen européenne africain africaine
international internationale internationaux permanent permanente conjoint conjointe intergouvernemental intergouvernementale
interministériel interministérielle consultatif consultative constitutionnel constitutionnelle supérieur supérieure central centrale
fédéral fédérale public publique régional régionale technique spécial spéciale spéciales islamique arabe populaire suprême
exécutif exécutive économique social sociale`

/**
 * What ministries, committees and offices are for: nouns and adjectives of English and French that follow `Ministry of` and `ministre
 * de` and are no part of a person's name.
 */
export const portfolioWords = `defence defense défense foreign affairs affaires étrangères intérieur interior home justice santé health économie
economy economic finance finances financial treasury coopération cooperation co-operation state état security sécurité education éducation
enseignement labour labor travail emploi employment trade commerce industry industrie energy énergie environment environnement transport
transports agriculture culture tourism tourisme youth jeunesse sports sport women femmes family famille development développement
international internationale internationales national nationale nationales military militaire militaires armed armée armées forces
veterans combattants war guerre peace paix human humains rights droits refugees réfugiés migration immigration planning plan
communication communications information digital numérique numérique technology technologies science sciences research recherche higher
supérieur interior religious islamic islamiques habous endowments water eau eaux mines fisheries pêche forests forêts infrastructure
housing logement urban urbanisme social sociales sociale solidarity solidarité relations public publique publiques civil civile service
services administration parliament parlement government gouvernement ministers ministres africaine africain expatriés résidant étranger
commonwealth royal nuclear weapons armes protocol protocole policy politique political politiques general générale staff
operations opérations intelligence renseignement training formation logistics logistique legal juridiques land terre air sea mer marine navy
army naval interoperability diplomacy diplomatie counter terrorism terrorisme humanitarian stabilisation stabilization reconstruction
displacement displaced reconciliation réconciliation regional régionale local locales territorial territoriale territoires intérieures
communities government integration intégration african européennes européenne europe african industrial industriel commerce
exterior extérieur extérieures extérieur affairs europe parties political assistance partnership arms control nonproliferation
verification compliance hemisphere narcotics law enforcement bureau population democracy joint mixed bilateral common special
high supreme independent free united expatriates highways ports aviation media heritage culture arts broadcasting investment irrigation
rural empowerment railways roads children fundamental inquiry investigation reform disarmament chemical mutual stabilization`

/** Nouns of groups, which name somebody with an adjective before or a place after: `Syrian people`, `residents of Mosul`. */
export const groupNouns = `people peoples population populations community communities leaders leadership fighters rebels militants refugees officials
parties businesses citizens civilians nationals authorities tribes tribe tribesmen negotiators soldiers troops backers groups residents opposition
militias members forces clans diplomats allies partners insurgents politicians delegation delegates counterparts companies personnel`

/** Peoples and communities that are no country's, with a capital; those in the plural are groups by themselves. */
export const peoples = `Kurd Kurds Kurdish Arab Arabs Sunni Sunnis Shia Shias Shiite Shiites Yazidi Yazidis Yezidi Yezidis Christian Christians Muslim Muslims
Alawite Alawites Druze Turkmen Jewish Jews Tuareg Tuaregs Rohingya European Europeans African Africans Assyrian Assyrians Hutu Hutus Tutsi Tutsis`
