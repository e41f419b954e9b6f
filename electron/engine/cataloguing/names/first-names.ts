/** Given names that show a run of capitals to be a person. Those that are words, months or places as often are left out. */
export const firstNames = `
Aaron Abigail Adam Adrian Agnes Aidan Alan Albert Alex Alexander Alexandra Alexandre Alexei Alexis Alfred Alice Alison Allan Alok Amanda Amber Amelia Amy Ana
Anatoly Andrea Andreas Andrei Andrew Andrey Andrzej Andy Angela Angus Anil Anita Ann Anna Anne Annette Annie Anthony Antoine Anton Antonio António Antony Anura Archibald Arnaud Arthur
Arvind Ashton Audrey Baptiste Barack Barbara Barry Beatrice Ben Benedict Benjamin Benoît Bernadette Bernard Bernardo Bernie Bertrand Beth Bill Bob Boris Brad Bradley
Brenda Brendan Brett Brian Bruce Bruno Bryan Camille Carl Carla Carlos Carmen Carol Caroline Carolyn Catherine Cécile Cecilia Cedric Charles Charlie
Charlotte Chandrika Chantal Chris Christian Christiane Christina Christine Christophe Christopher Claire Clara Claude Clément Clive Colette Colin Connor Corinne Cyril Cynthia Dalia Damien Dan
Daniel Daniela Danielle Daria Darren Dave David Dean Deborah Deirdre Delphine Denis Denise Dennis Derek Diana Diane Didier Diego Dimitri Dinesh Dmitri Dmitry Dominic Dominique
Donald Donna Doris Dorothy Douglas Duncan Dwight Dylan Eamon Ed Eddie Edgar Édouard Edouard Eduardo Edward Edwin Eileen Elaine Eleanor Elena Eli Elias Elijah Elisabeth Élisabeth Elizabeth Ellen Emily
Emma Emmanuel Emmanuelle Enrique Éric Eric Erica Erik Ernest Esther Ethan Étienne Eugene Eva Evan Evelyn Fabien Fabrice Federica Felix Fernando Fiona Florence Frances Francesco François Francois
Francine Francis Francisco Franck Frank Franklin Fred Frederick Frédéric Frederic Fyodor Gabriel Gareth Gary Gaston Gavin Geoff Geoffrey George Georges Gerald Gérald Gérard Gerard Gilbert Gilles Giovanni Giuseppe Glenn Gonzalo
Gordon Graham Greg Gregory Grégoire Guillaume Gunther Gustavo Guy Hannah Hans Harini Harold Harriet Harry Hartwig Heather Hector Heidi Heiko Helen Hélène Helena Henri Henry Herbert Hervé Hilary Hillary Howard Hubert Hugh Hugo Iain Ian
Ignacio Igor Indira Irene Irina Isaac Isabel Isabelle Ivan Ivanka Jack Jackie Jacob Jacqueline Jacques Jair Jake James Jan Jane Janet Janice Jared Jason Javier Jay Jayantha Jean Jeff Jeffrey Jennifer Jens Jeremy Jérôme Jerry Jess
Jessica Jill Jim Jimmy Joachim Joan Joanna Joanne Joaquín Joe Joel Johan Johann Johannes John Johnny Jon Jonathan Jorge José Jose Josep Joseph Joséphine Joshua Josh Joy Juan Judith Juha Jules Julia Julian Julie
Julien Juliette Juliet Julius Justin Juvénal Kajsa Karen Karl Karin Kate Katherine Kathleen Kathryn Katja Keith Kelly Ken Kenneth Kevin Kim Kofi Konstantin Kristalina Kurt Kyle Lakshman Larry Lars Laura Laurence Laurent Lauren Lawrence Leila Leo Leon Léon
Leonard Leonid Leslie Liam Liz Lisa Lloyd Lorraine Louis Louise Luc Lucas Lucie Lucy Ludovic Luis Luiz Luke Lynn Madeleine Malcolm Manuel Marc Marcel Marcelo Marco Marcos Marcus Margaret Margarita Margot Maria María
Marianne Marie Marine Mario Marion Marise Martha Martin Martine Mary Mathieu Matt Matteo Matthew Matthias Maureen Maurice Maxime Megan Mel Melissa Michael Michel Michèle Michelle Miguel Mike Mikhail Milan Mireille Monica Monika Monique
Nadia Nadine Nancy Naomi Narendra Natalia Natalie Nathalie Nathan Neil Neville Nicholas Nick Nicola Nicolas Nicole Nigel Nikki Nikol Nikolai Nils Noah Noël Nora Norman Oleg Oliver Olivier Olga Oscar Otto Pablo Paolo Pascal Pascale Patricia Patrick Paul Paula Pauline
Pedro Penny Per Peter Petra Petro Phil Philip Philippe Phillip Pierre Pilar Piotr Priti Rachel Rafael Raj Rajesh Ralph Ranil Raphaël Raul Raúl Ray Raymond Rebecca Régis Reinhard Rémi René Rex Ricardo Richard Rick Rishi Rita Rob
Robert Roberta Roberto Robin Rodney Rodrigo Roger Roland Romain Ron Ronald Rory Rosa Rosalie Rose Roy Rudolf Rudy Rupert Russell Ruth Ryan Sabine Sajith Sally Salvatore Sam Samantha Samuel Sandra Sandrine Sara Sarah Scott Sean Sébastien Sebastian Serge Sergei Sergey Sergio
Sharon Sheila Shinzo Silvia Simon Simone Sofia Sonia Sophia Sophie Staffan Stanley Stanislas Stefan Stefano Stella Stephan Stéphane Stephanie Stéphanie Stephen Steve Steven Stewart Stuart Sue Susan Susanne Suzanne Sven Svetlana Sylvie Tamara Tanya Tariq Ted Terence Teresa Terry Theodore Theresa Thérèse Thierry Thomas Tim
Timothy Tobias Todd Tom Tommy Tony Tracy Trevor Ulrich Ursula Valérie Valentina Valery Vanessa Vera Véronique Vernon Victoria Viktor Vincent Virginie Viola Vitaly Vivian Vladimir Volodymyr Walter Warren Wayne Wendy Wilfried William Willy Winston Wolfgang Xavier Yann Yannick Yves Yvonne Zachary Zoe
Abbas Abdalla Abdallah Abdel Abdelaziz Abdelfattah Abdelhak Abdelhamid Abdelilah Abdelkader Abdellah Abdellatif Abdelmadjid Abdelmalek Abdeltif Abderrahim Abderrahman Abderrahmane Abdi Abdou Abdoulaye Abdul Abdulaziz Abdullah Abdullahi Abdulrahman Abiy Abu Achraf Adel Adil Adnan Ahmad Ahmed Ahmet Aicha Aïcha Aisha Ajay Akram
Alaa Alassane Ali Alioune Alpha Aly Amadou Amal Amina Aminata Amine Amir Amr Anas Anis Anwar Arif Asif Asma Assia Ayman Aymen Ayoub Aziz Aziza Azzedine Badr Bakary Bashar Bassam Bassirou Bilal Binyamin Blaise Boubacar Boubker Brahim Cheick Chakib Danish Djamel Djibril Driss Ehud Emine Essaid Fadi Fahd Faisal Faiz Farah Farid Farida Farouk Fathi Fatima Fatou Fatoumata Fawzi Fayez Felipe
Fouad Fuad Ghassan Habib Hadi Hafez Haidar Haider Hakan Hakim Hamad Hamid Hamza Hanan Hani Haroun Hasan Hashim Hassan Hassane Hayat Hazem Hicham Hisham Houda Husam Hussain Hussein Hosni Ibrahim Ibrahima Idris Idriss Idrissa Ilham Imad Imane Imran Ismael Ismail Issa Issam Jabir Jafar Jalal Jamal Jamel Jamila
Karim Karima Kamal Kamel Khadija Khaled Khalid Khalifa Khalil Laila Lamia Latifa Leïla Lotfi Macky Maha Mahamadou Mahamat Mahdi Mahmood Mahmoud Mahmud Majid Malick Mamadou Manal Mansour Marwan Maryam Masoud Massoud Mehdi Mehmet Meriem Meryem Mevlut Mevlüt Mohamad Mohamed Mohammad Mohammed Mohsen Moncef Mouhamadou Moulay Moussa Mouloud Mounir Mourad
Moustapha Mubarak Muhammad Muhammadu Muhammed Muhammad Munir Murad Musa Mustafa Mustapha Nabil Nabila Nadir Nadja Naguib Naim Najat Najib Najla Nasser Nasir Nawal Nawaf Nayef Nechirvan Nezha Nizar Noureddine Nouri Noura Nuri Omar Osama Othman Othmane Oumar Ousmane Qasim Qasem Rached Rachid Rachida Rafik Ramadan Rami Rania Rashid Recep Reem Riad Riyad Saad Saadeddine Sabri
Sadiq Said Saïd Saeed Saleh Salem Salim Salma Salman Salva Sami Samir Samira Samia Samih Sayyid Selim Seydou Shehbaz Sidi Soumia Souleymane Sultan Tahar Taha Tamim Tarek Tareq Tayeb Tayyip Thani Umar Usman Walid Waleed Wassim Yacine Yahya Yasir Yasser Yassine Younes Younis Youssef Yousef Youssouf Yusuf Zainab Zakaria Zaki Zayed Zeid Zineb Zine Ziad Zouhair
Ajith Anura Asoka Bandula Chandana Chathura Daya Dilan Gamini Gotabaya Jagath Janaka Kapila Kumara Mahinda Maithripala Nalinda Nimal Nihal Ranjith Ravi Ruwan Sagala Sanath Sarath Sunil Suresh Upali Vijitha Wimal Deepak Rahul Ramesh Sanjay Sushma Vijay Vikram Nirmala Manmohan Rajiv Rajnath Subrahmanyam
Akufo Chinua Desmond Faustin Faure Félix Felix Festus Goodluck Hage Hakainde Isaias Kwame Lazarus Muhoozi Nana Nelson Ngozi Olusegun Olusola Paul Salva Samia Sassou Thabo Uhuru Yoweri Théogène Innocent Jeannette Dieudonné Célestin Évariste Evariste Pie Pacifique Ange Aimable Alain Olivier Dancille Eugène Faustin Ildephonse Jacqueline Jean-Bosco Jean-Paul Callixte Charles Vénuste Valens
Jun Hiroshi Shigeru Fumio Taro Yoshihide Ban Xi Jinping Keqiang Hu Jintao Moon Kim Park Narciso Joko Widodo Prabowo Aung Thaksin Nguyen Nguyễn Yang Wang Zhang
`

/** Given names in Arabic letters; `عبد` takes the word after it. */
export const arabicFirstNames = `
محمد أحمد محمود حامد حميد حمد حمدي علي حسن حسين حسني حسان الحسن الحسين خالد خليل إبراهيم إسماعيل إسحاق يوسف يونس يعقوب موسى عيسى داود سليمان
سلمان سلطان سعيد سعد سعود سامي سمير سليم سالم صالح صلاح طارق طلال طه عادل عامر عبدالله عبدالرحمن عبدالعزيز عبدالمجيد عبداللطيف عبدالفتاح عبدالكريم عبدالقادر عثمان عدنان عز
عزيز عمار عمر عمرو فؤاد فاروق فاضل فايز فتحي فهد فوزي فيصل قاسم قيس كريم كمال لطفي ماجد مازن مالك مجيد محسن مختار مراد مروان مصطفى منصور منير مهدي
المهدي المصطفى المختار الطيب الحبيب البشير الشيخ ناصر نبيل نجيب نزار نوري نور هادي هاشم هشام هيثم وائل وليد ياسر ياسين يحيى زياد زيد زكريا رشيد رضا رياض ربيع رفيق رامي
رمضان جمال جلال جابر جاسم جعفر جواد تميم تركي بندر بلال بشار بدر أنور أنس أمين أيمن أكرم أسامة أشرف إدريس أنطونيو أنطوني بنيامين جورج جون جو باراك دونالد فلاديمير إيمانويل
فرانسوا نيكولا أنجيلا بوريس ديفيد توني رجب سيرغي ستيفان فاطمة عائشة خديجة زينب مريم نادية نجاة نزهة ليلى سعاد سميرة سناء أمينة أسماء آمنة هدى هند
باتريك فنسنت جوفينال بول بيتر جيمس مايكل ميشيل ميشال جان فرانك جوزيف جوزيب كريستوفر ريكس ماكي ماريا فيليب لويس شارل إيمان حيدر فالح قيس هوشيار مسعود نيجيرفان برهم فلاح هاكان مولود أردوغان
مولاي سيدي لالة للا عزيزة لطيفة فوزية بهيجة نوال نصر الياس إلياس عمران أيوب لقمان حمزة زهير ربيعة ثريا وسيم غسان فارس فراس قصي لؤي معاذ معتز نضال هاني وسام سامح شريف شوقي صبري صدام ضياء طاهر ظافر عاطف عصام علاء عماد غازي فريد كامل منذر نعيم
`

/** Surnames under which statesmen are named without anything else. */
export const lonePeople = `Assad Asad Putin Trump Obama Biden Merkel Macron Sarkozy Hollande Chirac Blair Cameron Zelensky Zelenskyy Netanyahu Erdogan Erdoğan Khamenei
Rouhani Ahmadinejad Gaddafi Qaddafi Kadhafi Mubarak Morsi Maliki Abadi Zarif Lavrov Kerry Tillerson Pompeo Blinken Guterres Annan Kagame Museveni Tshisekedi Kabila Mandela Mugabe Modi Lula Bolsonaro
Trudeau Mogherini Stoltenberg Juncker Borrell Brahimi Mistura Baghdadi Zarqawi Zawahiri Petraeus Mattis Rumsfeld Soleimani Nasrallah Arafat Haftar Tebboune Bouteflika Sissi Sisi`

/** The same in Arabic letters. */
export const arabicLonePeople = `الأسد بوتين ترامب أوباما بايدن ميركل ماكرون هولاند ساركوزي نتنياهو أردوغان روحاني خامنئي القذافي مبارك مرسي المالكي العبادي لافروف كيري غوتيريش عنان كاغامي السيسي تبون بوتفليقة حفتر زيلينسكي عرفات`
