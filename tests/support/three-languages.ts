import { anArchive } from './an-archive.ts'

/** Texts for an archive of four documents in three languages; every one of them has words that the others lack. */
export const texts = {
  'communique.txt':
    'Joint communiqué on military cooperation\n\nRabat, 22 January 2026. The Joint Military Cooperation Commission of the two countries met for the first time. The delegations agreed on joint training and on exchanges between military health services during the coming year.',
  'accord.txt':
    'Accord de coopération militaire\n\nRabat, le 17 juin 2025. Les ministres de la Défense ont signé l’accord de coopération. L’accord porte sur la formation commune, les exercices et l’assistance technique entre les deux pays.',
  'itifaq.txt':
    'اتفاقية التعاون العسكري\n\nالرباط، 17 يونيو 2025. وقّع الوزيران على اتفاقية للتعاون العسكري بين البلدين. وتشمل الاتفاقية التدريب المشترك والمساعدة التقنية وتبادل الخبرات في مجال الصحة العسكرية.',
  'tourism.txt':
    'Press release on tourism\n\nKigali, 19 October 2016. The two governments opened talks on tourism and aviation services. Visitors will find it easier to travel, and airlines will be able to fly between the two capitals.',
} as const

/** That archive, tagged: `cooperation/military` (three), `cooperation` (one of these too), `talks/tourism` (one). */
export function threeLanguages() {
  return anArchive()
    .withFile('communique.txt', texts['communique.txt'])
    .withTags('cooperation/military', 'cooperation')
    .withFile('accord.txt', texts['accord.txt'])
    .withTags('cooperation/military')
    .withFile('itifaq.txt', texts['itifaq.txt'])
    .withTags('cooperation/military')
    .withFile('tourism.txt', texts['tourism.txt'])
    .withTags('talks/tourism')
}
