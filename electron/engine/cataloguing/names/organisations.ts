/**
 * Bodies that need no pattern to be known. Each line: the full name in its own language, then after strokes what else the body is
 * called. Acronyms are read only where they stand in capitals.
 */
export const knownOrganisations = `
United Nations|UN|U.N.|UNO|United Nations Organization|United Nations Organisation
Organisation des Nations Unies|ONU|O.N.U.|Nations Unies|Nations unies
منظمة الأمم المتحدة|الأمم المتحدة|هيئة الأمم المتحدة
United Nations Security Council|UN Security Council|UNSC
Security Council
General Assembly|UN General Assembly|United Nations General Assembly|UNGA
Conseil de sécurité|Conseil de sécurité de l’ONU|Conseil de sécurité des Nations unies
Assemblée générale|Assemblée générale des Nations unies
مجلس الأمن|مجلس الأمن الدولي|مجلس الأمن التابع للأمم المتحدة
الجمعية العامة|الجمعية العامة للأمم المتحدة
North Atlantic Treaty Organization|NATO|North Atlantic Treaty Organisation|Atlantic Alliance
Organisation du traité de l’Atlantique nord|OTAN|Alliance atlantique
حلف شمال الأطلسي|الناتو|حلف الناتو|حلف الأطلسي
European Union|EU|E.U.
Union européenne|UE
الاتحاد الأوروبي|الاتحاد الأوربي
European Commission|Commission européenne|المفوضية الأوروبية
European Parliament|European Council|Council of Europe
Parlement européen|Conseil européen|Conseil de l’Europe
البرلمان الأوروبي|مجلس أوروبا
African Union|AU|A.U.
Union africaine|UA
الاتحاد الأفريقي|الاتحاد الإفريقي
Economic Community of West African States|ECOWAS
Communauté économique des États de l’Afrique de l’Ouest|CEDEAO|Cédéao
المجموعة الاقتصادية لدول غرب أفريقيا|الإيكواس|إيكواس|سيدياو
East African Community|EAC
Communauté économique des États de l’Afrique centrale|CEEAC
Economic Community of Central African States|ECCAS
Southern African Development Community|SADC
Intergovernmental Authority on Development|IGAD
Arab Maghreb Union|Union du Maghreb arabe|UMA|اتحاد المغرب العربي
League of Arab States|Arab League
Ligue des États arabes|Ligue arabe
جامعة الدول العربية|الجامعة العربية
Gulf Cooperation Council|GCC|Conseil de coopération du Golfe|CCG
مجلس التعاون لدول الخليج العربية|مجلس التعاون الخليجي
Organisation of Islamic Cooperation|Organization of Islamic Cooperation|OIC
Organisation de la coopération islamique|OCI
منظمة التعاون الإسلامي
Association of Southeast Asian Nations|ASEAN
Organization for Security and Co-operation in Europe|OSCE
Organization of American States|OAS
Organisation internationale de la Francophonie|OIF|Francophonie
Commonwealth|Commonwealth of Nations
G5 Sahel|G5-Sahel
G7|G8|G20|BRICS
World Health Organization|WHO|World Health Organisation
Organisation mondiale de la santé|OMS
منظمة الصحة العالمية
World Bank|Banque mondiale|البنك الدولي
International Monetary Fund|IMF
Fonds monétaire international|FMI
صندوق النقد الدولي
World Trade Organization|WTO
Organisation mondiale du commerce|OMC
African Development Bank|AfDB
Banque africaine de développement|BAD
United Nations Children’s Fund|UNICEF|Unicef|اليونيسف|يونيسف
United Nations High Commissioner for Refugees|UNHCR
Haut-Commissariat des Nations unies pour les réfugiés|HCR
المفوضية السامية للأمم المتحدة لشؤون اللاجئين
United Nations Educational, Scientific and Cultural Organization|UNESCO|Unesco|اليونسكو
World Food Programme|WFP
Programme alimentaire mondial
United Nations Development Programme|UNDP
Programme des Nations unies pour le développement|PNUD
UN Women|ONU Femmes
UNRWA|الأونروا
UNDOF|UNIFIL|FINUL|اليونيفيل
MONUSCO|MINUSMA|MINUSCA|UNMISS|UNAMID|AMISOM|ATMIS|MINURSO
International Atomic Energy Agency|IAEA
Agence internationale de l’énergie atomique|AIEA
الوكالة الدولية للطاقة الذرية
Organisation for the Prohibition of Chemical Weapons|OPCW|OIAC|منظمة حظر الأسلحة الكيميائية
International Committee of the Red Cross|ICRC|Red Cross
Comité international de la Croix-Rouge|CICR|Croix-Rouge
اللجنة الدولية للصليب الأحمر|الصليب الأحمر
Red Crescent|Croissant-Rouge|الهلال الأحمر
Syrian Arab Red Crescent|SARC
International Criminal Court|ICC
Cour pénale internationale|CPI
المحكمة الجنائية الدولية
International Court of Justice|ICJ
Cour internationale de justice|CIJ
محكمة العدل الدولية
Interpol|INTERPOL|الإنتربول|Europol|Frontex
Amnesty International|Human Rights Watch|Greenpeace|Oxfam|Save the Children|Médecins sans frontières|MSF
White Helmets|Syria Civil Defence|Syrian Observatory for Human Rights|SOHR
Foreign Office|Foreign and Commonwealth Office|FCO|Foreign, Commonwealth and Development Office|FCDO
Ministry of Defence|MOD|MoD
Department for International Development|DFID
Department of Foreign Affairs and Trade|DFAT
State Department|US State Department|Department of State
Pentagon|Department of Defense|DoD|DOD
Central Intelligence Agency|CIA
Federal Bureau of Investigation|FBI|NSA|MI5|MI6|GCHQ|USAID|FBI
Royal Air Force|RAF
Royal Navy|Royal Marines|British Army
US Army|U.S. Army|US Navy|U.S. Navy|US Air Force|U.S. Air Force|USAF|US Marine Corps|U.S. Marine Corps
US Central Command|U.S. Central Command|United States Central Command|CENTCOM|USCENTCOM
AFRICOM|USAFRICOM|US Africa Command|U.S. Africa Command|EUCOM
Combined Joint Task Force Operation Inherent Resolve|Combined Joint Task Force - Operation Inherent Resolve|CJTF-OIR|CJTF
Global Coalition|Coalition|Global Coalition against Daesh|International Coalition|international coalition|U.S.-led coalition|US-led coalition|coalition|Coalition forces|coalition forces
Coalition internationale
التحالف الدولي
international community|International Community
international partners
foreign fighters
armed groups
armed opposition groups
world leaders
state actors
security forces
aid workers
peacekeepers
communauté internationale
المجتمع الدولي
House of Commons|House of Lords|House of Representatives|Senate|Congress|US Congress
Assemblée nationale|Sénat
Islamic State|Islamic State in Iraq and the Levant|Islamic State of Iraq and the Levant|Islamic State of Iraq and Syria|Islamic State in Iraq and Syria|ISIL|ISIS|ISIL/Daesh|Da’esh|Da’ish|IS|ISIL terrorists|ISIL fighters|ISIL forces|ISIL militants
Daesh|Daech|Dae’sh|Daesh terrorists|Daesh fighters
État islamique|EIIL
داعش|تنظيم داعش|تنظيم الدولة الإسلامية|تنظيم الدولة
Al-Qaeda|Al Qaeda|Al-Qa’ida|Al Qaida|Al-Qaida|Al-Qaïda|Al-Qaida in Iraq|AQAP|AQIM|AQMI|القاعدة|تنظيم القاعدة
Al-Nusra Front|Nusra Front|Al Nusra Front|Al-Nusra|Al Nusra|Jabhat al-Nusra|Jabhat al Nusra|Front al-Nosra|Jabhat Fateh al-Sham|Jabhat Fatah al-Sham|Al Nusrah Front|جبهة النصرة
Ahrar al-Sham|Ahrar al Sham|Jaish al-Islam|Jaysh al-Islam|Hayat Tahrir al-Sham|HTS
Khorasan Group|Khorasan
Hezbollah|Hizbollah|Hizballah|Hizbullah|حزب الله
Hamas|حماس
Fatah|فتح
Palestinian Authority|PLO|Autorité palestinienne|السلطة الفلسطينية
Taliban|Talibans|طالبان|حركة طالبان
Boko Haram|بوكو حرام
Al-Shabaab|Al Shabaab|Al-Shabab|Al Shabab|Shebab|حركة الشباب
Houthis|Houthi rebels|Ansar Allah|Houthistes|الحوثيون|الحوثيين|جماعة الحوثي
Muslim Brotherhood|Frères musulmans|الإخوان المسلمين|الإخوان المسلمون
Peshmerga|peshmerga|Peshmergas|Kurdish Peshmerga|البيشمركة
PKK|YPG|PYD|YPJ|SDF|FSA|KRG|ISF|PMF|PMU|TAK
Free Syrian Army|Armée syrienne libre|الجيش السوري الحر|الجيش الحر
Syrian Democratic Forces|Forces démocratiques syriennes|FDS|قوات سوريا الديمقراطية
Popular Mobilization Forces|Popular Mobilisation Forces|Hashd al-Shaabi|الحشد الشعبي
Syrian National Coalition|Syrian National Council|High Negotiations Committee|HNC|International Syria Support Group|ISSG
M23|FDLR|ADF|LRA|Mouvement du 23 mars|Polisario|Polisario Front|Front Polisario|البوليساريو|جبهة البوليساريو
Wagner Group|Wagner|Groupe Wagner|فاغنر
Reuters|Associated Press|AP|Agence France-Presse|AFP|BBC|BBC News|CNN|Al Jazeera|Al-Jazeera|Al Arabiya|SANA|TASS|RT|Xinhua|MAP|Maghreb Arabe Presse|الجزيرة|رويترز|فرانس برس|وكالة الأنباء الفرنسية|وكالة المغرب العربي للأنباء
New York Times|Washington Post|Wall Street Journal|Financial Times|Guardian|Daily Telegraph|Le Monde|Le Figaro|Libération|Jeune Afrique|Der Spiegel|El País
Airbus|Boeing|Lockheed Martin|Thales|Dassault|Leonardo|BAE Systems|Raytheon|Naval Group|Safran|Microsoft|Google|Facebook|Twitter|YouTube|Apple|Amazon|TotalEnergies|Shell|Gazprom|Huawei|Siemens|Rheinmetall
Rwanda Defence Force|Rwanda Defense Force|RDF
Forces armées royales|Forces Armées Royales|القوات المسلحة الملكية
Conservative Party|Labour Party|Liberal Democrats|Democratic Party|Republican Party|Baath Party|Ba’ath Party|حزب البعث|AKP|ANC
Armed Forces|armed forces of both countries
Federal Open Market Committee|FOMC|Federal Reserve|Fed|European Central Bank|ECB|BCE
`
