/** Every country and territory of ISO 3166-1, by its code of two letters, and Kosovo by the code that users of the standard give it. */
export const countryCodes: readonly string[] = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH
CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN
GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI
LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM
PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD
TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`
  .trim()
  .split(/\s+/)

/**
 * States that treaties name and that are no more: their former code (ISO 3166-3), then their short names in English, French and
 * Arabic. `Intl.DisplayNames` gives a successor for some of them.
 */
export const formerCountries: Readonly<Record<string, readonly [en: string, fr: string, ar: string]>> = {
  CS: ['Czechoslovakia', 'Tchécoslovaquie', 'تشيكوسلوفاكيا'],
  DD: ['German Democratic Republic', 'République démocratique allemande', 'جمهورية ألمانيا الديمقراطية'],
  SU: ['Soviet Union', 'Union soviétique', 'الاتحاد السوفياتي'],
  YU: ['Yugoslavia', 'Yougoslavie', 'يوغوسلافيا'],
}

/**
 * Names that `Intl.DisplayNames` does not give: long forms whose words are not "Republic of" and the like, older names, short forms
 * and other spellings, in three languages.
 */
export const countryAliases: Readonly<Record<string, string>> = {
  AE: 'UAE, U.A.E., United Arab Emirates, Emirates, EAU, Émirats, Émirats arabes unis, الإمارات, دولة الإمارات العربية المتحدة, الامارات',
  BA: 'Bosnia and Herzegovina, Bosnia, Bosnia-Herzegovina, Bosnie, Bosnie-Herzégovine, البوسنة, البوسنة والهرسك',
  BF: 'Burkina, Burkina Faso, Burkina-Faso, بوركينا فاسو',
  BN: 'Brunei Darussalam, Brunei, بروناي',
  BO: 'Plurinational State of Bolivia',
  BR: 'United States of Brazil, États-Unis du Brésil, Etats-Unis du Brésil, الولايات المتحدة البرازيلية',
  BY: 'Belarus, Bélarus, Byelorussia, بيلاروسيا, بيلاروس, روسيا البيضاء',
  CD: 'DR Congo, DRC, D.R.C., RDC, R.D.C., RD Congo, Democratic Republic of the Congo, Democratic Republic of Congo, République démocratique du Congo, Congo-Kinshasa, Zaire, Zaïre, جمهورية الكونغو الديمقراطية, الكونغو الديمقراطية',
  CF: 'CAR, Central African Republic, République centrafricaine, Centrafrique, RCA, جمهورية أفريقيا الوسطى, جمهورية إفريقيا الوسطى, أفريقيا الوسطى, إفريقيا الوسطى',
  CG: 'Republic of the Congo, Republic of Congo, Congo-Brazzaville, Congo Brazzaville, Congo, République du Congo, جمهورية الكونغو, الكونغو',
  CH: 'Swiss Confederation, Confédération suisse, Confédération helvétique, الاتحاد السويسري',
  CI: "Côte d'Ivoire, Ivory Coast, Cote d'Ivoire, ساحل العاج, كوت ديفوار, الكوت ديفوار",
  CN: "China, People's Republic of China, PRC, République populaire de Chine, RPC, جمهورية الصين الشعبية",
  CS: 'Czechoslovak Republic, République tchécoslovaque, Czechoslovak Socialist Republic, République socialiste tchécoslovaque',
  CV: 'Cabo Verde, Cape Verde, Cap-Vert, Cap Vert, الرأس الأخضر',
  CZ: 'Czech Republic, Czechia, République tchèque, Tchéquie, جمهورية التشيك, التشيك',
  DD: 'GDR, RDA, East Germany, Allemagne de l’Est',
  DE: 'Federal Republic of Germany, République fédérale d’Allemagne, جمهورية ألمانيا الاتحادية',
  DZ: "People's Democratic Republic of Algeria, République algérienne démocratique et populaire, الجمهورية الجزائرية الديمقراطية الشعبية",
  EE: 'Esthonia, Esthonie',
  EG: 'Arab Republic of Egypt, République arabe d’Égypte, Egypte, جمهورية مصر العربية',
  EH: 'Western Sahara, Sahara occidental, الصحراء الغربية',
  ES: 'Kingdom of Spain, Royaume d’Espagne, مملكة إسبانيا',
  ET: 'Federal Democratic Republic of Ethiopia, إثيوبيا, أثيوبيا',
  FR: 'République française, French Republic, الجمهورية الفرنسية',
  GB: 'UK, U.K., Britain, Great Britain, United Kingdom, United Kingdom of Great Britain and Northern Ireland, England, Scotland, Wales, Northern Ireland, Royaume-Uni, Royaume Uni, Grande-Bretagne, Grande Bretagne, Angleterre, Écosse, Pays de Galles, Irlande du Nord, بريطانيا, بريطانيا العظمى, إنجلترا, انجلترا, اسكتلندا, المملكة المتحدة',
  GM: 'The Gambia, Gambia, Gambie, غامبيا',
  GR: 'Hellenic Republic, République hellénique',
  IR: 'Persia, Perse, Islamic Republic of Iran, République islamique d’Iran, الجمهورية الإسلامية الإيرانية',
  JO: 'Hashemite Kingdom of Jordan, Royaume hachémite de Jordanie, المملكة الأردنية الهاشمية',
  KP: "North Korea, DPRK, Democratic People's Republic of Korea, Corée du Nord, كوريا الشمالية",
  KR: 'South Korea, Republic of Korea, ROK, Corée du Sud, République de Corée, كوريا الجنوبية, جمهورية كوريا',
  KM: 'Union of the Comoros, Union des Comores, Comoros, Comores, جزر القمر',
  LA: "Lao People's Democratic Republic, Lao PDR, Laos",
  LB: 'Lebanese Republic, République libanaise, الجمهورية اللبنانية',
  LK: 'Ceylon, Democratic Socialist Republic of Sri Lanka, سريلانكا, سري لانكا',
  LY: 'Libyan Arab Jamahiriya, State of Libya, دولة ليبيا',
  MA: 'Kingdom of Morocco, Royaume du Maroc, Royaume chérifien, المملكة المغربية',
  MD: 'Republic of Moldova, Moldova, Moldavie, مولدوفا, مولدافيا',
  MK: 'North Macedonia, Macedonia, FYROM, Macédoine du Nord, Macédoine, مقدونيا, مقدونيا الشمالية',
  MM: 'Myanmar, Burma, Birmanie, ميانمار, بورما',
  MR: 'Islamic Republic of Mauritania, République islamique de Mauritanie, الجمهورية الإسلامية الموريتانية',
  NL: 'Netherlands, The Netherlands, Holland, Pays-Bas, Pays Bas, Hollande, هولندا',
  NZ: 'Aotearoa New Zealand, Nouvelle-Zélande',
  OM: 'Sultanate of Oman, Sultanat d’Oman, سلطنة عمان, عمان',
  PS: 'Palestine, State of Palestine, État de Palestine, Occupied Palestinian Territory, Palestinian Territories, Territoires palestiniens, فلسطين, دولة فلسطين, الأراضي الفلسطينية',
  QA: 'State of Qatar, État du Qatar, دولة قطر',
  RO: 'Roumania, Rumania',
  RU: 'Russian Federation, Fédération de Russie, روسيا, روسيا الاتحادية, الاتحاد الروسي',
  SA: 'Kingdom of Saudi Arabia, KSA, Saudi Arabia, Royaume d’Arabie saoudite, Arabie Saoudite, Arabie séoudite, المملكة العربية السعودية, السعودية',
  SN: 'Sénégal, السنغال, السينغال',
  SS: 'South Sudan, Soudan du Sud, Sud-Soudan, جنوب السودان',
  ST: 'São Tomé and Príncipe, Sao Tome, Sao Tomé-et-Principe, ساو تومي وبرينسيبي',
  SU: 'USSR, U.S.S.R., URSS, Union of Soviet Socialist Republics, Union des Républiques socialistes soviétiques, الاتحاد السوفيتي',
  SV: 'Salvador',
  SY: 'Syrian Arab Republic, République arabe syrienne, Syria, سوريا, سورية, الجمهورية العربية السورية',
  SZ: 'Eswatini, Swaziland, إسواتيني, سوازيلاند',
  TD: 'Chad, Tchad, تشاد, التشاد',
  TG: 'Togolese Republic, République togolaise, Togo, توغو, الطوغو, الجمهورية التوغولية',
  GA: 'Gabonese Republic, République gabonaise, Gabon, الغابون, الجمهورية الغابونية',
  TH: 'Siam',
  TL: 'East Timor, Timor-Leste, Timor oriental, تيمور الشرقية',
  TN: 'Tunisian Republic, République tunisienne, تونس, الجمهورية التونسية',
  TR: 'Türkiye, Turkiye, Turkey, Turquie, تركيا, الجمهورية التركية',
  TT: 'Trinidad and Tobago, Trinidad, Trinité-et-Tobago',
  TZ: 'United Republic of Tanzania, République-Unie de Tanzanie, تنزانيا, تانزانيا',
  YU: 'Jugoslavia, Socialist Federal Republic of Yugoslavia, Federal People’s Republic of Yugoslavia, République socialiste fédérative de Yougoslavie, République populaire fédérative de Yougoslavie, Kingdom of Yugoslavia, Royaume de Yougoslavie, Serbs, Croats and Slovenes',
  US: 'USA, U.S.A., US, U.S., United States, United States of America, America, États-Unis, Etats-Unis, États Unis, États-Unis d’Amérique, Amérique, الولايات المتحدة, الولايات المتحدة الأمريكية, الولايات المتحدة الأميركية, أمريكا, أميركا',
  VA: 'Holy See, Vatican, Saint-Siège, الفاتيكان, الكرسي الرسولي',
  VE: 'Bolivarian Republic of Venezuela, فنزويلا',
  VN: 'Viet Nam, Vietnam, Socialist Republic of Viet Nam, Viêt Nam, فيتنام',
  XK: 'Kosovo, كوسوفو',
  YE: 'Yemen, Yémen, Republic of Yemen, اليمن, الجمهورية اليمنية',
  ZA: 'South Africa, Republic of South Africa, RSA, Afrique du Sud, جنوب أفريقيا, جنوب إفريقيا',
}

/** What precedes a country's short name in its long one; the English and French prepositions follow the name's own article. */
export const longFormPrefixes: Readonly<Record<'en' | 'fr' | 'ar', readonly string[]>> = {
  en: ['Republic of', 'Republic of the', 'Kingdom of', 'Kingdom of the', 'State of', 'Islamic Republic of'],
  fr: [
    'République du',
    'République de',
    'République de la',
    'République d’',
    'République des',
    'République de l’',
    'Royaume de',
    'Royaume du',
    'Royaume d’',
    'État du',
    'État de',
    'État d’',
  ],
  ar: ['جمهورية', 'مملكة', 'دولة'],
}
