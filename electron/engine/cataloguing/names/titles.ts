/** Ranks, longest first where one begins another; a rank may be several words, and each abbreviation may carry its point. */
export const ranks = `general, gen, lieutenant general, lt gen, lieutenant gen, major general, maj gen, brigadier general, brig gen, brigadier, brig, colonel, col,
lieutenant colonel, lt col, major, maj, captain, capt, lieutenant, lt, second lieutenant, first lieutenant, sergeant, sgt, staff sergeant, sergeant major, sgt maj, corporal, cpl, private, admiral,
adm, vice admiral, rear admiral, commodore, air marshal, air chief marshal, air vice marshal, air commodore, air force general, army general, group captain,
wing commander, squadron leader, flight lieutenant, field marshal, marshal, warrant officer, inspector general, rtd general, four-star general,
général, général de brigade, général de division, général de corps d’armée, général d’armée, général de brigade aérienne, général de corps d’armée aérienne, général-major,
général major, lieutenant-général, général de corps, colonel-major, colonel major, lieutenant-colonel, commandant, chef d’escadron, capitaine, capitaine de vaisseau, capitaine de frégate,
sous-lieutenant, adjudant, adjudant-chef, sergent, caporal, soldat, amiral, vice-amiral, contre-amiral, maréchal, médecin colonel, médecin général, gén, lcl, cdt`

/** Courtesy titles and styles; they are neither rank nor office. */
export const honorifics = `mr, mrs, ms, miss, mx, dr, sir, dame, lord, lady, prof, professor, hon, honourable, honorable, right honourable, rt hon, he, h.e, hrh, hm, her excellency, his excellency,
excellency, his highness, his royal highness, her royal highness, his majesty, her majesty, rev, reverend, sheikh, shaikh, sheik, ayatollah, grand ayatollah, imam, mullah, father, sister, hajj, hajji,
m, mm, mme, mmes, mlle, monsieur, madame, mademoiselle, docteur, maître, professeur, son excellence, s.e, s.e.m, sem, s.m, sm, sar, s.a.r, sa majesté, son altesse, son altesse royale, cheikh, messieurs,
mesdames, his excellency mr, her excellency mrs, hem, ing, eng, engineer, haj`

/** Words in which an office ends (English) or begins (French). */
export const officeHeads = `president minister secretary king queen prince princess emir amir sultan crown-prince ambassador director commander chief chairman
chairwoman chairperson chair governor mayor spokesman spokeswoman spokesperson envoy representative commissioner chancellor premier
senator congressman congresswoman coordinator administrator advisor adviser attorney prosecutor judge justice speaker deputy undersecretary pope patriarch
archbishop bishop cardinal leader head inspector consul attaché officer rapporteur rector dean treasurer registrar
superintendent sheriff ombudsman vice-president negotiator mediator delegate councillor
président présidente ministre roi reine princesse émir ambassadeur ambassadrice directeur directrice chef gouverneur maire
wali porte-parole envoyé envoyée représentant représentante commissaire chancelier chancelière sénateur sénatrice député députée
coordinateur coordonnateur conseiller conseillère procureur juge pape archevêque évêque secrétaire inspecteur inspectrice consul
recteur doyen préfet premier-ministre commandant commandante vice-président émissaire haut-commissaire rapporteuse
cheffe dirigeant journalist editor lawyer physician scientist author founder co-founder ceo cfo coo activist economist businessman manager member`

/** Office words too common in other senses to be an office that stands alone, or that name nobody by themselves. */
export const weakOfficeHeads = `head chief leader chair justice officer director representative delegate judge deputy commander secretary chef directeur directrice
dirigeant conseiller adviser advisor envoy spokesman spokeswoman spokesperson senator ambassador ambassadeur governor coordinator journalist editor
lawyer physician scientist author founder co-founder ceo cfo coo activist economist businessman prince princess king queen speaker commissioner
administrator superintendent inspector consul mayor president minister président ministre roi gouverneur maire député sénateur wali
commissaire représentant envoyé porte-parole coordinateur procureur juge secrétaire commandant chairman attorney prosecutor premier dean rector manager member`

/** Words that stand before an office head and belong to the office, beside those of `portfolioWords`. */
export const officeModifiers = `prime vice deputy assistant under permanent special senior first second chief executive managing acting interim
foreign crown attorney shadow joint principal private parliamentary former outgoing incoming then current lead leading press
chair presidential lord head regional country opposition general secretary minister cabinet ministre premier première vice haut haute ancien
ancienne actuel actuelle grand office chargé délégué permanent généraux adjoint adjointe spécial fco mod chef republican democratic
labour conservative federal united deputy national security combined high honorary`

/** Words that say that an office is named after a name: `..., who`, `said`; where one begins, the office has ended. */
export const clauseWords = `who which whose that said says told has have had is was were are will would has been stated added noted expressed made met visited
qui que dont a ont est sont était étaient sera avait ainsi lors lequel laquelle dit déclaré souligné affirmé au-cours where when while during after before today yesterday
et-du conducted called welcomed arrived led opened announced speaking commenting comments condemns calls responds and-his`

/** Words of speech and act: whoever stands before one of them, in capitals and otherwise unknown, is a person or a body. */
export const speechWords = `said says told stated added noted announced explained declared remarked commented stressed emphasised emphasized welcomed thanked
condemned expressed visited met attended addressed signed arrived underlined highlighted pointed urged reiterated acknowledged warned argued
pays appointed appoints commits receives received attends launches launched inaugurates inaugurated holds held arrives leaves
strengthens extends hails hosts hosted joins joined leads heads sends sent reaffirms vows announces urges signs assures presides participates
wrote tweeted insisted responded welcomes calls condemns marks comments responds visits meets conducted recalled praised
déclaré souligné affirmé indiqué ajouté exprimé rappelé précisé estimé annoncé salué`

/** Particles inside a person's name, written small or with a capital. */
export const particles = `al el bin ben ibn bint bent abu abou abd abdul abdel abdal ould wuld ag van von der den de du da di del della dos das do la le st mac mc
ter ten ait aït bou oulad ap y dit beni ul ur ud ed es ez er ad as at az ar`

/** What may stand after a person's name as part of it. */
export const nameSuffixes = `jr sr jnr snr ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii ier obe mp qc phd kc cbe mbe dso kcmg gcmg`
