/// The words in dates and times, as programs write them in the languages that trackers speak most.
enum TimeWords {
  /// 1…12; nil for what is no month, and for a beginning that several months have.
  static func month(_ word: String) -> Int? {
    if let month = monthNames[word] ?? shortMonths[word] { return month }
    guard word.count >= 3 else { return nil }
    let months = Set(monthNames.lazy.filter { $0.key.hasPrefix(word) }.map(\.value))
    return months.count == 1 ? months.first : nil
  }

  static func isWeekday(_ word: String) -> Bool {
    // A sign of Chinese is a whole word.
    if cjkWeekdays.contains(word) { return true }
    return word.count >= 2 && weekdays.contains { $0.hasPrefix(word) }
  }

  /// Words that stand between the parts of a date or before a time: "19 de mayo", "at", "kl. 19:15".
  static let fillers: Set = [
    "st", "nd", "rd", "th", "of", "the", "at", "t", "de", "del", "di", "do", "da", "d", "den",
    "der", "le", "el", "il", "er", "um", "à", "a", "las", "às", "alle", "om", "kl", "klo", "r",
    "roku", "г", "года", "р", "року", "o", "в", "στις", "feira",
  ]

  /// "am" or "pm" for a word that says the half of the day.
  static func half(_ word: String) -> String? {
    beforeNoon.contains(word) ? "am" : afterNoon.contains(word) ? "pm" : nil
  }

  /// The letters of "a. m.", "p.m.", "π.μ.".
  static func dottedHalf(_ first: String, _ second: String) -> String? {
    guard ["m", "μ", "µ"].contains(second) else { return nil }
    return ["a": "am", "p": "pm", "π": "am", "μ": "pm", "µ": "pm"][first]
  }

  private static let beforeNoon: Set = [
    "am", "vorm", "vormittags", "morgens", "matin", "mañana", "manhã", "madrugada", "mattina", "fm",
    "dop", "ap", "öö", "дп", "ямс", "上午", "凌晨", "早上", "清晨", "午前", "오전", "πμ",
  ]
  private static let afterNoon: Set = [
    "pm", "nachm", "nachmittags", "abends", "soir", "tarde", "noche", "noite", "pomeriggio", "sera",
    "em", "odp", "ip", "ös", "пп", "下午", "傍晚", "晚上", "午後", "오후", "μμ",
  ]

  /// The signs that follow a number and say which part of the date or time it is.
  static let units: [Character: Unit] = [
    "年": .year, "년": .year, "月": .month, "월": .month, "日": .day, "号": .day, "일": .day,
    "時": .hour, "时": .hour, "点": .hour, "시": .hour, "分": .minute, "분": .minute, "秒": .second,
    "초": .second,
  ]

  enum Unit { case year, month, day, hour, minute, second }

  private static let shortMonths = ["mrt": 3, "sept": 9, "märz": 3, "jän": 1, "mai": 5]

  private static let monthNames: [String: Int] = {
    let languages = [
      "january february march april may june july august september october november december",
      "januar februar märz april mai juni juli august september oktober november dezember",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      "januari februari maart april mei juni juli augustus september oktober november december",
      "januari februari mars april maj juni juli augusti september oktober november december",
      "januar februar marts april maj juni juli august september oktober november desember",
      "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad "
        + "grudzień",
      "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
        + "grudnia",
      "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
      "ledna února března dubna května června července srpna září října listopadu prosince",
      "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
      "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад "
        + "грудень",
      "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
      "ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος "
        + "οκτώβριος νοέμβριος δεκέμβριος",
      "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου "
        + "οκτωβρίου νοεμβρίου δεκεμβρίου",
      "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    ]
    var names: [String: Int] = [:]
    for language in languages {
      for (index, name) in language.split(separator: " ").enumerated() {
        names[String(name)] = index + 1
      }
    }
    return names
  }()

  private static let weekdays = [
    "monday tuesday wednesday thursday friday saturday sunday",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela pt nd",
    "pondělí úterý středa čtvrtek pátek neděle",
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс",
    "понеділок вівторок середа четвер субота неділя",
    "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
  ].flatMap { $0.split(separator: " ") }

  private static let cjkWeekdays: Set<String> = {
    let japanese = "月火水木金土日".flatMap { ["\($0)", "\($0)曜", "\($0)曜日"] }
    let chinese = "一二三四五六日天".flatMap { ["周\($0)", "星期\($0)", "週\($0)"] }
    let korean = "월화수목금토일".flatMap { ["\($0)", "\($0)요일"] }
    return Set(japanese + chinese + korean)
  }()
}
