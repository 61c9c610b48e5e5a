"""Sample headlines in many scripts, to see whether a newsroom's fonts and colours suit them all.

All people and places are invented.
"""

from __future__ import annotations

from jamstack.values import Value


class Specimen(Value, frozen=True, kw_only=True):
    """What a sample card says. `lang` is a BCP 47 tag; `is_photo` asks for a photo below."""

    lang: str
    kicker: str
    headline: str
    names: tuple[str, ...]
    is_photo: bool = False


_TEXTS = (
    ("en", "Town", "Fog", ("Ada Harrow",)),
    ("en", "Harbour", "The last ferry leaves at six, and nobody is on it", ("Bruno Vane",)),
    (
        "en",
        "Council",
        "Councillors who promised in spring to mend the sea wall before winter vote, by eleven to"
        " ten, to ask a second engineer whether the first one counted the stones correctly",
        ("Clara Quill", "Darius Rowan", "Edda Lacey", "Ivo Marden", "Nell Osgood"),
    ),
    ("en", "Food", "🥐 A baker’s dozen is thirteen, “and always was” 👩🏽‍🍳", ("Edda Lacey",)),
    ("de", "Verkehr", "Straßenbahnhaltestellenumbenennung ärgert Anwohner", ("Jörg Weißhaupt",)),
    ("de", "Kultur", "Über Nacht: Wer im Museum schläft, träumt größer", ("Änne Öhlmann",)),
    ("fr", "Littoral", "L’île où l’hiver n’arrive plus qu’à marée basse", ("Élodie Brunet",)),
    ("es", "Ciudad", "¿Quién riega el último jardín de la calle Mayor?", ("Íñigo Peñalba",)),
    ("pt", "Mar", "Três irmãos, um barco e a rede que ninguém puxa", ("João Falcão", "Inês Leal")),
    ("pl", "Miasto", "Źródło na rynku znów bije, a nikt nie wie dlaczego", ("Łucja Dąbek",)),
    ("tr", "Liman", "İskelede ışıklar söndü, ilk vapur yine de kalktı", ("Gülşen Iğdır",)),
    ("vi", "Chợ nổi", "Người bán phở cuối cùng trên bến sông đã tám mươi tuổi", ("Trần Mỹ Hạnh",)),
    ("el", "Λιμάνι", "Το φάρο τον ανάβει ακόμη η ίδια οικογένεια", ("Ελένη Βρανά",)),
    ("el", "Παιδεία", "Είκοσι μαθητές γράφουν τον χάρτη του χωριού τους", ("Νίκος Αρδίτης",)),
    ("ru", "Город", "Трамвай, который десять лет ехал не туда", ("Вера Лугова", "Пётр Ясный")),
    ("ru", "Наука", "Зимой озеро поёт: учёные объяснили почему", ("Анна Северова",)),
    ("uk", "Громада", "Бібліотека на колесах доїхала до останнього хутора", ("Олеся Їжакевич",)),
    ("ar", "الميناء", "العبّارة الأخيرة تغادر في السادسة ولا أحد على متنها", ("ليلى حداد",)),
    (
        "ar",
        "المدينة",
        "خمسة وعشرون خبّازاً يفتحون أفرانهم ليلاً لأن الكهرباء أرخص بعد منتصف الليل",
        ("سمير كرم", "هدى النجار", "وليد منصور"),
    ),
    ("fa", "فرهنگ", "کتابخانه‌ای که شب‌ها باز می‌ماند", ("نگار پارسا",)),
    ("ur", "شہر", "بارش کے بعد گلی میں بچوں نے کاغذ کی کشتیاں چلائیں", ("ثنا قریشی",)),
    ("he", "נמל", "המגדלור שב ודלק אחרי שלושים שנה", ("נועה ברזילי",)),
    ("he", "חינוך", "Wi-Fi בכל כיתה: מה השתנה ב-12 חודשים?", ("איתן שחר", "מיכל אור")),
    ("hi", "नगर", "नदी किनारे का पुस्तकालय अब रात भर खुला रहेगा", ("मीरा सोलंकी",)),
    ("hi", "शिक्षा", "बच्चों ने बनाया अपने गाँव का पहला नक़्शा", ("अर्जुन वर्मन",)),
    ("mr", "शेती", "पहिल्या पावसात पेरणी झाली आणि गाव उजळले", ("प्राजक्ता शेवडे",)),
    ("th", "ท่าเรือ", "เรือข้ามฟากเที่ยวสุดท้ายออกหกโมงเย็นโดยไม่มีผู้โดยสาร", ("มาลี ศรีทอง",)),
    ("th", "เมือง", "ตลาดน้ำกลับมาเปิดอีกครั้ง", ("สมชาย ใจงาม",)),
    ("zh-Hans", "城市", "末班渡轮六点离港，船上空无一人", ("林小舟",)),
    ("zh-Hans", "文化", "图书馆通宵开放：半夜两点，谁还在读书？", ("陈一禾", "苏明")),
    ("zh-Hant", "港口", "燈塔重新點亮，守塔人說他從未離開", ("葉知秋",)),
    ("ja", "港町", "最終フェリーは六時に出る、乗客は誰もいない", ("佐藤みなと",)),
    ("ja", "暮らし", "パン屋が十三個を一ダースと呼ぶ理由", ("高橋はる", "森 一平")),
    ("ko", "항구", "마지막 여객선은 여섯 시에 떠나고 아무도 타지 않는다", ("한바다",)),
    ("ko", "문화", "밤새 여는 도서관, 새벽 두 시에 누가 책을 읽나", ("윤서리", "강민들")),
)

SPECIMENS: tuple[Specimen, ...] = tuple(
    Specimen(lang=lang, kicker=kicker, headline=headline, names=names, is_photo=number % 2 == 1)
    for number, (lang, kicker, headline, names) in enumerate(_TEXTS)
)
"""Thirty-five, in eleven writing systems, every second on a photo."""
