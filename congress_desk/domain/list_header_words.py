"""How offices head their columns, in Vietnamese, English and Arabic: plain words, no rule.

Each phrase is written as people write it; list_headers.py folds it (case, diacritics, punctuation, Arabic
letter variants). A field is a name of `delegates.Sheet`, or one of the parts below that several columns
together make a field. "Nam" (male) and "Năm" (year) fold alike: list_headers.py tells them apart.
"""

from __future__ import annotations

FAMILY_NAME = "family_name"
GIVEN_NAME = "given_name"
MALE = "gender_male"
FEMALE = "gender_female"
BIRTH_DAY = "birth_day"
BIRTH_MONTH = "birth_month"
BIRTH_YEAR = "birth_year"
IS_CATEGORY = "category_"  # followed by the code: an x in this column means that category
SERIAL = "serial"  # "STT"
UNUSED = ""

FIELD_PHRASES: dict[str, tuple[str, ...]] = {
    "full_name": (
        "họ và tên; họ tên; họ và tên đại biểu; họ tên đại biểu; tên đại biểu; họ, chữ đệm và tên; "
        "họ, chữ đệm và tên khai sinh; họ và tên khai sinh; họ tên khai sinh; họ và tên đồng chí; đại biểu",
        "full name; fullname; name; delegate name; name of delegate; delegate; delegate full name; names",
        "الاسم الكامل; الاسم; اسم المندوب; الاسم واللقب; الاسم الثلاثي; الاسم الرباعي; الاسم بالكامل; اسم العضو; "
        "الاسم و اللقب; المندوب; الاسم الكامل للمندوب",
    ),
    FAMILY_NAME: (
        "họ và tên đệm; họ và chữ đệm; họ và đệm; họ đệm; họ, đệm; họ lót; họ và tên lót; họ và chữ lót; họ",
        "last name; family name; surname; family and middle name",
        "اللقب; اسم العائلة; الكنية; لقب العائلة",
    ),
    GIVEN_NAME: ("tên; tên riêng; tên gọi", "given name; first name; forename", "الاسم الأول; الاسم الشخصي"),
    "gender": (
        "giới tính; giới; phái; nam/nữ; nam, nữ; nam hay nữ; giới tính nam nữ",
        "gender; sex; m/f; male/female",
        "الجنس; النوع; ذكر/أنثى; النوع الاجتماعي",
    ),
    MALE: (
        "nam; nam giới; ngày sinh nam; năm sinh nam; ngày tháng năm sinh nam; giới tính nam",
        "male; men; m",
        "ذكر; ذكور; رجال",
    ),
    FEMALE: (
        "nữ; nữ giới; là nữ; ngày sinh nữ; năm sinh nữ; ngày tháng năm sinh nữ; giới tính nữ",
        "female; women; f",
        "أنثى; إناث; نساء",
    ),
    "birth_date": (
        "ngày sinh; năm sinh; ngày tháng năm sinh; ngày, tháng, năm, sinh; ngày tháng sinh; sinh ngày; sinh năm; "
        "ntns; ngày/tháng/năm sinh; ngày, năm sinh; sinh ngày tháng năm; tuổi và năm sinh",
        "date of birth; birth date; birthdate; birthday; dob; born; year of birth; birth year; d o b; born on",
        "تاريخ الميلاد; تاريخ الولادة; تاريخ الازدياد; سنة الميلاد; الميلاد; تاريخ ومكان الميلاد",
    ),
    "hometown": (
        "quê quán; nguyên quán; quê; quê quán (xã, tỉnh)",
        "hometown; home town; native place; place of origin; native village",
        "مسقط الرأس; الموطن الأصلي; الموطن; البلدة الأصلية; مكان الأصل",
    ),
    "ethnicity": (
        "dân tộc; thành phần dân tộc",
        "ethnicity; ethnic group; ethnic; nationality (ethnic)",
        "العرق; القومية; المجموعة العرقية; الانتماء العرقي; العرقية; الأقلية العرقية",
    ),
    "religion": ("tôn giáo", "religion; faith", "الديانة; الدين"),
    "party_joined": (
        "ngày vào đảng; vào đảng; ngày kết nạp; ngày kết nạp đảng; ngày vào đảng dự bị; năm vào đảng; dự bị; "
        "ngày, tháng, năm vào đảng; ngày tháng năm kết nạp; ngày dự bị; ngày vào đcsvn; kết nạp; "
        "ngày tháng vào đảng; "
        "ngày vào đảng / chính thức; ngày vào đảng, chính thức; ngày vào đảng csvn; ngày vào",
        "joined the party; joined party; date joined party; date joined the party; party admission date; "
        "party admission; party joined; date of joining party; date of joining the party; admitted",
        "تاريخ الانضمام إلى الحزب; تاريخ الانضمام للحزب; تاريخ الانتساب; الانضمام إلى الحزب; "
        "تاريخ الانتساب إلى الحزب",
    ),
    "party_official": (
        "ngày chính thức; chính thức; ngày vào đảng chính thức; ngày công nhận chính thức; đảng viên chính thức; "
        "ngày chuyển chính thức; ngày chuyển đảng chính thức; ngày công nhận đảng viên chính thức",
        "official party member; official member since; full member since; full party member; official since; "
        "party official; official party membership; party official date; full party member since",
        "تاريخ العضوية الرسمية; العضوية الرسمية; تاريخ التثبيت; تاريخ العضوية الرسمية في الحزب",
    ),
    "position": (
        "chức vụ; chức danh; chức vụ, chức danh; chức vụ công tác; chức vụ hiện nay; chức vụ, đơn vị công tác; "
        "chức vụ, đơn vị; chức vụ đơn vị công tác hiện nay; chức vụ hiện tại; chức vụ, nơi công tác; "
        "chức danh, đơn vị công tác; chức vụ đảng; chức vụ chính quyền; chức vụ, cơ quan công tác",
        "position; post; title; job title; office; function; position and unit",
        "المنصب; الوظيفة; الصفة الوظيفية; المسمى الوظيفي; المهمة",
    ),
    "unit": (
        "đơn vị; đơn vị công tác; cơ quan; cơ quan công tác; nơi công tác; cơ quan, đơn vị; đơn vị hiện công tác; "
        "cơ quan, đơn vị công tác; tên đơn vị; nơi làm việc",
        "unit; workplace; work unit; organisation; organization; agency; place of work; working unit; company",
        "جهة العمل; الوحدة; الجهة; مكان العمل; المؤسسة; وحدة العمل; المنظمة",
    ),
    "delegation": (
        "đoàn đại biểu; đoàn; thuộc đoàn; tên đoàn; đoàn đb; đảng bộ; thuộc đảng bộ; đảng bộ trực thuộc; "
        "thuộc đoàn đại biểu; đại biểu đoàn; tên đoàn đại biểu",
        "delegation; delegation name; party organization; member of delegation",
        "الوفد; وفد; اسم الوفد",
    ),
    "category": (
        "loại đại biểu; thành phần đại biểu; diện đại biểu; thành phần; diện; loại; tư cách đại biểu; "
        "tư cách; loại đb; phân loại; đối tượng",
        "category; delegate category; type; delegate type; type of delegate; capacity; status",
        "فئة المندوب; الفئة; نوع المندوب; صفة المندوب; الصفة; صفة العضوية; نوع العضوية",
    ),
    IS_CATEGORY + "EX": ("đương nhiên; đại biểu đương nhiên; đb đương nhiên", "ex officio", "بحكم المنصب"),
    IS_CATEGORY + "EL": ("bầu; được bầu; đại biểu được bầu; đại biểu bầu", "elected", "منتخب"),
    IS_CATEGORY + "AP": ("chỉ định; được chỉ định; đại biểu chỉ định", "appointed", "معين"),
    IS_CATEGORY + "AL": ("dự khuyết; đại biểu dự khuyết", "alternate", "احتياطي"),
    "general_education": (
        "gdpt; giáo dục phổ thông; học vấn; trình độ học vấn; văn hóa; trình độ văn hóa; phổ thông; "
        "trình độ gdpt; trình độ phổ thông; học vấn phổ thông; trình độ giáo dục phổ thông",
        "general education; schooling; school education",
        "التعليم العام; المستوى الدراسي",
    ),
    "degree": (
        "chuyên môn; trình độ chuyên môn; cmnv; chuyên môn nghiệp vụ; trình độ chuyên môn nghiệp vụ; học vị; "
        "bằng cấp; trình độ; trình độ đào tạo; trình độ cm; trình độ chuyên môn cao nhất; trình độ cmnv",
        "degree; qualification; professional qualification; professional degree; highest degree; education",
        "المؤهل العلمي; الشهادة; المؤهل; الدرجة العلمية; المؤهلات; المستوى التعليمي",
    ),
    "major": (
        "ngành; chuyên ngành; ngành đào tạo; ngành học; chuyên ngành đào tạo; ngành nghề đào tạo",
        "major; field of study; specialty; speciality; field; specialization",
        "التخصص; مجال الدراسة; الاختصاص",
    ),
    "academic_title": (
        "học hàm; học hàm, học vị; chức danh khoa học",
        "academic title; academic rank",
        "اللقب الأكاديمي; اللقب العلمي; الرتبة الأكاديمية",
    ),
    "political_theory": (
        "lý luận chính trị; llct; trình độ llct; trình độ lý luận chính trị; lý luận; chính trị; "
        "trình độ lý luận; ll chính trị; trình độ chính trị",
        "political theory; political theory level; level of political theory; political education",
        "النظرية السياسية; مستوى النظرية السياسية; المستوى السياسي",
    ),
    "languages": (
        "ngoại ngữ; ngoại ngữ, tin học; trình độ ngoại ngữ; tiếng dân tộc; ngoại ngữ tin học",
        "languages; foreign languages; foreign language; language",
        "اللغات; اللغات الأجنبية; اللغة الأجنبية; لغات أجنبية",
    ),
    "party_badge": (
        "huy hiệu đảng; huy hiệu; hhđ; huy hiệu đảng (năm)",
        "party badge; badge years; party membership badge",
        "شارة الحزب; شارة العضوية",
    ),
    "awards": (
        "khen thưởng; thành tích; hình thức khen thưởng; danh hiệu; khen thưởng cao nhất; danh hiệu, khen thưởng",
        "awards; award; honours; honors; commendations",
        "التكريم; الجوائز; الأوسمة; التكريمات",
    ),
    "discipline": (
        "kỷ luật; hình thức kỷ luật; kỷ luật trong nhiệm kỳ",
        "discipline; disciplinary action; disciplinary measures",
        "التأديب; العقوبات; الإجراءات التأديبية; العقوبات التأديبية",
    ),
    "sector": (
        "nghề; nghề nghiệp; khối; lĩnh vực; nghề/khối; khối công tác; lĩnh vực công tác; "
        "nghề nghiệp, khối; khối ngành",
        "sector; occupation; profession; block",
        "القطاع; المهنة; المجال",
    ),
    "committee_level": (
        "cấp ủy; cấp ủy cấp nào; cấp ủy viên; cấp ủy các cấp; cấp uỷ; tham gia cấp ủy; cấp uỷ viên; cấp ủy cấp",
        "committee level; party committee; party committee level; committee member; level of party committee",
        "مستوى اللجنة; عضوية اللجان; لجنة الحزب; مستوى لجنة الحزب; عضو لجنة الحزب",
    ),
    "science_block": (
        "khối khoa học công nghệ; khoa học công nghệ; khcn; khối khcn; kh-cn; kh&cn; khối kh-cn; khối kh&cn; "
        "khoa học, công nghệ; khoa học và công nghệ; trình độ khcn; trình độ kh&cn; khối khoa học - công nghệ",
        "science and technology; science block; science & technology; science-technology; "
        "science and technology block",
        "العلوم والتكنولوجيا; مؤهل في العلوم والتكنولوجيا; قطاع العلوم والتكنولوجيا",
    ),
    "discussion_group": (
        "tổ thảo luận; tổ; tổ tl; tổ số; thảo luận tổ; nhóm thảo luận",
        "discussion group; group; group no",
        "مجموعة المناقشة; المجموعة; مجموعة النقاش",
    ),
    "seat_opening": (
        "ghế khai mạc; ghế phiên khai mạc; số ghế khai mạc; chỗ ngồi khai mạc; số ghế phiên khai mạc; khai mạc; "
        "vị trí ngồi phiên khai mạc; chỗ ngồi phiên khai mạc",
        "opening seat; seat at opening; seat (opening); seat at the opening; opening session seat",
        "مقعد الافتتاح; المقعد في الافتتاح; مقعد الجلسة الافتتاحية",
    ),
    "seat": (
        "ghế; số ghế; ghế ngồi; vị trí ngồi; chỗ ngồi; vị trí; ghế phiên khác; ghế các phiên khác; phiên khác; "
        "các phiên khác; số ghế phiên khác; chỗ ngồi các phiên khác",
        "seat; seat no; seat number; seat at other sessions; seat (other sessions)",
        "المقعد; رقم المقعد; مقعد; مقعد الجلسات الأخرى",
    ),
    "card_number": (
        "số thẻ; số thẻ đại biểu; thẻ đại biểu; mã đại biểu; mã số đại biểu; số đb; mã số; số đại biểu; mã đb; "
        "số hiệu đại biểu; số thẻ đb; số báo danh",
        "card number; card no; delegate number; delegate no; delegate card; badge number; "
        "delegate card number; badge no",
        "رقم البطاقة; رقم بطاقة المندوب; بطاقة المندوب; رقم المندوب",
    ),
    "party_card": (
        "số thẻ đảng; số thẻ đảng viên; thẻ đảng; thẻ đảng viên; số tđv; số thẻ đv",
        "party card; party card number; party card no; party member card",
        "رقم بطاقة الحزب; بطاقة الحزب; بطاقة عضوية الحزب; رقم بطاقة عضوية الحزب",
    ),
    "citizen_number": (
        "cccd; số cccd; cmnd; số cmnd; cccd/cmnd; số cccd/cmnd; cmnd/cccd; số cmnd/cccd; căn cước công dân; "
        "căn cước; số căn cước; số căn cước công dân; số định danh; số định danh cá nhân; mã định danh; "
        "chứng minh nhân dân; số chứng minh nhân dân; thẻ căn cước; số thẻ căn cước; số cc; "
        "số ddcn; giấy tờ tùy thân",
        "citizen number; citizen id; national id; id number; identity number; identity card; id card; id no; "
        "citizen identity number; citizen card; citizen card number; national id number; personal id",
        "رقم الهوية; الرقم الوطني; رقم بطاقة الهوية; رقم المواطن; رقم الهوية الوطنية; بطاقة الهوية; رقم هوية المواطن",
    ),
    "phone": (
        "điện thoại; số điện thoại; sđt; đt; di động; điện thoại di động; số đt; "
        "điện thoại liên hệ; số di động; đtdđ; "
        "số liên hệ",
        "phone; phone number; mobile; mobile phone; telephone; tel; contact number; cell phone; phone no",
        "الهاتف; رقم الهاتف; الجوال; رقم الجوال; الهاتف المحمول; رقم الهاتف المحمول",
    ),
    "hotel": (
        "khách sạn; phòng; nơi ở; nơi nghỉ; khách sạn/phòng; chỗ nghỉ; khách sạn, phòng; "
        "phòng nghỉ; số phòng; phòng ở",
        "hotel; room; accommodation; hotel/room; hotel and room; room number; lodging",
        "الفندق; الغرفة; الإقامة; مكان الإقامة; الفندق/الغرفة",
    ),
    "note": (
        "ghi chú; chú thích; ghi chu khác",
        "note; notes; remark; remarks; comment; comments",
        "ملاحظات; ملاحظة",
    ),
    BIRTH_DAY: ("ngày", "day", "اليوم; يوم"),
    BIRTH_MONTH: ("tháng", "month", "الشهر; شهر"),
    BIRTH_YEAR: ("năm", "year", "السنة; سنة; العام"),
    SERIAL: (
        "stt; tt; số tt; số thứ tự; thứ tự; sốtt; stt đoàn; tt đoàn; stt chung; tt chung",
        "no; #; nr; no.; serial; serial number; order; s/n; index; s no",
        "م; ت; الرقم; الرقم التسلسلي; رقم; تسلسل; التسلسل",
    ),
    UNUSED: (
        "ảnh; chữ ký; ký tên; ký nhận; email; thư điện tử; địa chỉ; ngày vào đoàn; ngày vào đoàn tncs; ngày cấp; "
        "nơi cấp; nơi sinh; tin học; địa chỉ thường trú; nơi ở hiện nay; chỗ ở hiện nay; hộ khẩu thường trú; "
        "quốc tịch; tuổi; tuổi đảng; nơi thường trú; nơi cấp cccd; ngày cấp cccd; ngày vào ngành; hệ số lương; "
        "biển số xe; cỡ áo; số lượng; tổng số; tuổi đời; nơi vào đảng; nơi đăng ký hộ khẩu thường trú",
        "photo; picture; signature; email; e mail; address; age; nationality; date of issue; place of birth; "
        "place of issue; signed; party age",
        "الصورة; التوقيع; البريد الإلكتروني; العنوان; العمر; الجنسية; مكان الميلاد; تاريخ الإصدار",
    ),
}

NAME_FIELDS = frozenset({"full_name", FAMILY_NAME, GIVEN_NAME})

# text columns that may come twice ("Chức vụ: Đảng | Chính quyền"): their texts are joined
JOINED_FIELDS = frozenset(
    {"position", "unit", "awards", "discipline", "languages", "hotel", "note", "sector", "committee_level", "degree"}
)
