"""The words that made-up stories are made of: plain English, so that texts have natural sizes."""

from __future__ import annotations

_NOUNS = """
account agreement anchor answer arch archive arrival autumn bakery balance ballot bank basin bay
beach bell bench bicycle boat border bottle branch bread breeze bridge broadcast brook budget
building bus cable canal candle car carpenter castle cellar chair chamber channel chapel charter
choir church circle classroom cliff clinic clock coast college committee concert corner council
country court courtyard crane crew crossing crowd current debate decision delivery depot dinner
ditch doctor door doubt driver drought election engine evening evidence exhibition factory farm
fence ferry festival field figure fire fisherman flag flood floor forecast forest fountain gallery
garden gate glass grain guard hall hammer harbour harvest hearing hedge hill horse hospital hotel
hour house hut inquiry island journey judge kitchen ladder lake lamp lane lantern laundry leader
lesson letter library licence lighthouse line lock machine map market meadow measure meeting
memory mill minister minute mirror museum nurse oak office orchard orchestra oven paper park path
pavement peak people pier pilot platform player pond pool port quarry question railway rain reader
record referee repair report reserve river road roof room rope row sail sailor school season
service shed ship shop shore signal snow song spring square stage stall station storm story street
student summer supper surgeon survey table tailor teacher team theatre ticket tide timber tower
town tractor train tram tree tunnel union valley van vessel village visitor vote wall warehouse
water weather week well wharf wheel wind window winter witness wood worker workshop yard year
"""
_ADJECTIVES = """
able ancient annual autumn bare brief bright broad brown busy calm careful central certain clear
clever close cold common crowded curious damp dark deep distant double dry dull eager early
eastern empty entire equal exact famous fast final fine firm flat foreign former free fresh full
general gentle golden grand great green grey half heavy high hollow honest idle late light little
local lonely long loose loud low main major modern municipal narrow neat new northern old open
ordinary pale patient plain polite poor private proud public quick quiet rapid rare regional rural
safe second separate severe sharp short silent simple single slow small smooth solid southern
steady steep stiff stone strange strict strong sudden tall thick thin third tidy tired upper usual
vacant vast warm weak western white wide wooden yellow young
"""
_VERBS = """
accepted admired answered approved asked avoided bought built called carried changed checked chose
cleaned cleared closed collected copied counted covered crossed defended delivered described
designed discovered divided doubted drew drove entered examined expected explained filled finished
followed found gathered guarded guided heard held helped hired improved inspected joined kept knew
launched lifted lost lowered measured mended met moved named needed noticed offered opened ordered
owned painted passed planned planted praised prepared promised protected pulled pushed questioned
raised reached read rebuilt received recorded refused remembered removed repaired replaced
reported restored saved searched sent served shared showed signed sold studied supported tested
took trusted used visited waited watched welcomed widened wrote
"""
_PREPOSITIONS = """
above across after against along around before behind below beside between beyond by for from in
inside near of on opposite outside over past since through towards under until with without
"""
_FIRST_NAMES = """
Ada Alma Anton Bela Bruno Cleo Clara Dario Della Edda Elias Enid Fergus Flora Gideon Greta Hanna
Hector Ines Ivo Jonas Judith Karim Lena Leon Mabel Marta Milo Nadia Nils Olga Oscar Petra Quentin
Rosa Ruben Selma Silas Tilda Viktor
"""
_SURNAMES = """
Abbot Arkwright Barlow Bexley Birch Calder Carver Croft Dunmore Eastwood Fairley Fenwick Garland
Grange Hadley Harrow Holt Ingram Jessop Kirby Lacey Langley Marden Mercer Norwood Oakes Osgood
Parrish Quill Radley Rowan Sayer Selwyn Thorne Tilbury Underhill Vane Wardle Whitby Yardley
"""

NOUNS = tuple(_NOUNS.split())
ADJECTIVES = tuple(_ADJECTIVES.split())
VERBS = tuple(_VERBS.split())
PREPOSITIONS = tuple(_PREPOSITIONS.split())
FIRST_NAMES = tuple(_FIRST_NAMES.split())
SURNAMES = tuple(_SURNAMES.split())
DETERMINERS = ("a", "another", "each", "every", "no", "one", "that", "the", "the", "the", "this")
CONJUNCTIONS = ("although", "and", "and", "because", "but", "so", "while")
