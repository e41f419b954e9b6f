/**
 * Terms of diplomacy, defence and international agreements in three languages: id, then English, French and Arabic terms, the usual
 * one first. Terms of one line mean the same in a search; words of which only one sense is meant here are left out.
 */
export const builtInTerms = `
agreement = agreement, accord = accord = اتفاق, اتفاقية
treaty = treaty = traité = معاهدة
convention = convention = convention = اتفاقية
protocol = protocol = protocole = بروتوكول
memorandum-of-understanding = memorandum of understanding, MoU = mémorandum d'entente, protocole d'accord = مذكرة تفاهم
framework-agreement = framework agreement = accord-cadre = اتفاق إطاري, اتفاقية إطارية
declaration = declaration = déclaration = إعلان
joint-declaration = joint declaration = déclaration conjointe, déclaration commune = إعلان مشترك
communique = communiqué = communiqué = بلاغ, بيان
joint-communique = joint communiqué = communiqué conjoint = بلاغ مشترك, بيان مشترك
joint-statement = joint statement = déclaration conjointe = بيان مشترك
press-release = press release = communiqué de presse = بيان صحفي, بلاغ صحفي
statement = statement = déclaration = تصريح, بيان
speech = speech = discours, allocution = خطاب, كلمة
minutes = minutes of meeting, agreed minutes = procès-verbal = محضر
exchange-of-letters = exchange of letters, exchange of notes = échange de lettres, échange de notes = تبادل رسائل, تبادل مذكرات
amendment = amendment = amendement, avenant = تعديل
annex = annex = annexe = ملحق
article = article = article = مادة
clause = clause, provision = clause, disposition = بند, حكم
signature = signature, signing = signature = توقيع
signatory = signatory = signataire = موقع
ratification = ratification = ratification = تصديق, مصادقة
accession = accession = adhésion = انضمام
approval = approval = approbation = موافقة
entry-into-force = entry into force = entrée en vigueur = دخول حيز النفاذ, دخول حيز التنفيذ
termination = termination, denunciation = dénonciation, résiliation = إنهاء, نقض
suspension = suspension = suspension = تعليق
withdrawal = withdrawal = retrait = انسحاب
reservation = reservation = réserve = تحفظ
implementation = implementation = mise en œuvre, application = تنفيذ
negotiation = negotiation, talks = négociation, pourparlers = مفاوضات, محادثات
mediation = mediation = médiation = وساطة
dispute-settlement = dispute settlement, settlement of disputes = règlement des différends = تسوية النزاعات, تسوية المنازعات
cooperation = cooperation = coopération = تعاون
partnership = partnership = partenariat = شراكة
military-cooperation = military cooperation = coopération militaire = تعاون عسكري
defence-cooperation = defence cooperation = coopération en matière de défense = تعاون دفاعي
bilateral = bilateral = bilatéral = ثنائي
multilateral = multilateral = multilatéral = متعدد الأطراف
bilateral-relations = bilateral relations = relations bilatérales = علاقات ثنائية
commission = commission = commission = لجنة
committee = committee = comité = لجنة
joint-commission = joint commission = commission mixte = لجنة مشتركة
council = council = conseil = مجلس
session = session = session = دورة
meeting = meeting = réunion = اجتماع
summit = summit = sommet = قمة
conference = conference = conférence = مؤتمر
visit = visit = visite = زيارة
official-visit = official visit = visite officielle = زيارة رسمية
working-visit = working visit = visite de travail = زيارة عمل
delegation = delegation = délégation = وفد
minister = minister = ministre = وزير
ministry = ministry = ministère = وزارة
defence = defence, defense = défense = دفاع
ministry-of-defence = ministry of defence = ministère de la défense = وزارة الدفاع
minister-of-defence = minister of defence, defence minister = ministre de la défense = وزير الدفاع
foreign-affairs = foreign affairs = affaires étrangères = شؤون خارجية
ministry-of-foreign-affairs = ministry of foreign affairs, foreign ministry = ministère des affaires étrangères = وزارة الخارجية, وزارة الشؤون الخارجية
foreign-minister = foreign minister, minister of foreign affairs = ministre des affaires étrangères = وزير الخارجية, وزير الشؤون الخارجية
interior-ministry = ministry of the interior = ministère de l'intérieur = وزارة الداخلية
finance-ministry = ministry of finance = ministère des finances = وزارة المالية
justice-ministry = ministry of justice = ministère de la justice = وزارة العدل
head-of-state = head of state = chef d'État = رئيس الدولة
head-of-government = head of government = chef du gouvernement = رئيس الحكومة
president = president = président = رئيس
prime-minister = prime minister = premier ministre = رئيس الوزراء, رئيس الحكومة, الوزير الأول
king = king = roi = ملك
ambassador = ambassador = ambassadeur = سفير
embassy = embassy = ambassade = سفارة
consulate = consulate = consulat = قنصلية
envoy = envoy = envoyé = مبعوث
secretary-general = secretary-general = secrétaire général = أمين عام
general-assembly = general assembly = assemblée générale = جمعية عامة
parliament = parliament = parlement = برلمان
government = government = gouvernement = حكومة
republic = republic = république = جمهورية
kingdom = kingdom = royaume = مملكة
sovereignty = sovereignty = souveraineté = سيادة
territorial-integrity = territorial integrity = intégrité territoriale = وحدة ترابية, سلامة الأراضي
border = border = frontière = حدود
army = army = armée = جيش
armed-forces = armed forces = forces armées = قوات مسلحة
land-forces = land forces = forces terrestres = قوات برية
air-force = air force = armée de l'air, forces aériennes = قوات جوية, سلاح الجو
navy = navy = marine = بحرية
police = police = police = شرطة
soldier = soldier = soldat = جندي
training = training = formation, entraînement = تدريب
joint-training = joint training = entraînement conjoint = تدريب مشترك
military-exercises = military exercises, military exercise = exercices militaires, manœuvres militaires = مناورات عسكرية, تمارين عسكرية
technical-assistance = technical assistance = assistance technique = مساعدة تقنية, مساعدة فنية
health-services = health services = services de santé = خدمات صحية
exchange-of-experience = exchange of experience = échange d'expériences = تبادل الخبرات
peacekeeping = peacekeeping = maintien de la paix = حفظ السلام
ceasefire = ceasefire, cease-fire = cessez-le-feu = وقف إطلاق النار
peace = peace = paix = سلام
war = war = guerre = حرب
security = security = sécurité = أمن
security-council = security council = conseil de sécurité = مجلس الأمن
terrorism = terrorism = terrorisme = إرهاب
counter-terrorism = counter-terrorism, fight against terrorism = lutte contre le terrorisme, antiterrorisme = مكافحة الإرهاب
disarmament = disarmament = désarmement = نزع السلاح
sanctions = sanctions = sanctions = عقوبات
human-rights = human rights = droits de l'homme, droits humains = حقوق الإنسان
refugee = refugee = réfugié = لاجئ
migration = migration = migration = هجرة
humanitarian-aid = humanitarian aid, humanitarian assistance = aide humanitaire = مساعدات إنسانية
development = development = développement = تنمية
sustainable-development = sustainable development = développement durable = تنمية مستدامة
trade = trade = commerce = تجارة
free-trade = free trade = libre-échange = تجارة حرة
investment = investment = investissement = استثمار
customs = customs = douane = جمارك
tourism = tourism = tourisme = سياحة
agriculture = agriculture = agriculture = فلاحة, زراعة
fisheries = fisheries = pêche = صيد بحري
energy = energy = énergie = طاقة
renewable-energy = renewable energy = énergies renouvelables = طاقات متجددة
water = water = eau = مياه
climate-change = climate change = changement climatique = تغير المناخ
health = health = santé = صحة
education = education = éducation = تعليم
higher-education = higher education = enseignement supérieur = تعليم عال
culture = culture = culture = ثقافة
justice = justice = justice = عدالة
extradition = extradition = extradition = تسليم المجرمين
legal-assistance = legal assistance, mutual legal assistance = entraide judiciaire = مساعدة قضائية
double-taxation = double taxation = double imposition = ازدواج ضريبي
visa = visa = visa = تأشيرة
visa-exemption = visa exemption, visa waiver = exemption de visa, suppression de visas = إعفاء من التأشيرة
air-services = air services, aviation services = services aériens = خدمات جوية
maritime = maritime = maritime = بحري
political-dialogue = political dialogue = dialogue politique = حوار سياسي
political-consultations = political consultations = consultations politiques = مشاورات سياسية
roadmap = roadmap = feuille de route = خارطة طريق
action-plan = action plan = plan d'action = خطة عمل
working-group = working group = groupe de travail = فريق عمل, مجموعة عمل
expert = expert = expert = خبير
united-nations = United Nations, UN = Nations unies, ONU = الأمم المتحدة
african-union = African Union, AU = Union africaine, UA = الاتحاد الأفريقي, الاتحاد الإفريقي
european-union = European Union, EU = Union européenne, UE = الاتحاد الأوروبي
arab-league = Arab League, League of Arab States = Ligue arabe = جامعة الدول العربية
nato = NATO, North Atlantic Treaty Organization = OTAN = الناتو, حلف شمال الأطلسي
ecowas = ECOWAS, Economic Community of West African States = CEDEAO = إيكواس
world-bank = World Bank = Banque mondiale = البنك الدولي
imf = International Monetary Fund, IMF = Fonds monétaire international, FMI = صندوق النقد الدولي
wto = World Trade Organization, WTO = Organisation mondiale du commerce, OMC = منظمة التجارة العالمية
who = World Health Organization = Organisation mondiale de la santé, OMS = منظمة الصحة العالمية
icc = International Criminal Court = Cour pénale internationale = المحكمة الجنائية الدولية
icj = International Court of Justice = Cour internationale de justice = محكمة العدل الدولية
red-cross = Red Cross = Croix-Rouge = الصليب الأحمر
oic = Organisation of Islamic Cooperation = Organisation de la coopération islamique = منظمة التعاون الإسلامي
gcc = Gulf Cooperation Council = Conseil de coopération du Golfe = مجلس التعاون الخليجي
`
