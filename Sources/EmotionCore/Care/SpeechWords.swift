/// The words that the rules of care know, and what others stand for.
enum SpeechWords {
  /// Short forms, written with an apostrophe or without.
  static let expansions: [String: [String]] = pairs(
    """
    dont=do not|doesnt=does not|didnt=did not|cant=can not|cannot=can not|couldnt=could not
    wouldnt=would not|shouldnt=should not|isnt=is not|arent=are not|wasnt=was not
    werent=were not|havent=have not|hasnt=has not|hadnt=had not|aint=am not|dnt=do not
    im=i am|ive=i have|id=i would|i'll=i will|iam=i am|imma=i am going to|ima=i am going to
    you'd=you would|he'd=he would|she'd=she would|they'd=they would|theyd=they would
    it'd=it would|itd=it would|we'd=we would|everyone'd=everyone would|youre=you are|theyre=they are
    they'll=they will|you'll=you will|theyll=they will|it'll=it will|itll=it will|she'll=she will
    he'll=he will|theres=there is|thats=that is|whats=what is|it's=it is|its=it is|whos=who is
    wheres=where is|heres=here is|let's=let us
    wanna=want to|wana=want to|wanan=want to|gonna=going to|gona=going to|gunna=going to
    finna=going to|gotta=got to|tryna=trying to|lemme=let me|gimme=give me
    u=you|ur=your|b=be|bc=because|cuz=because|coz=because|cause=because|dei=die|meself=myself
    everybody=everyone|somebody=someone|anybody=anyone|everyones=everyone is|nobody's=nobody is
    nobodys=nobody is|tn=tonight|2nite=tonight|rn=now|2=to|anymor=anymore|nomore=anymore
    boutta=about to|bouta=about to|bout=about|outta=out of|w=with|n=and|4=for|ded=dead|lyfe=life
    lyf=life|iwant=i want|idont=i do not|todie=to die|tolive=to live|wantto=want to|endit=end it
    wannadie=want to die|wanttodie=want to die|dontwanna=do not want to|hurtmyself=hurt myself
    d=d|yall=you all|y'all=you all|thru=through|til=until|till=until|'til=until|cya=goodbye
    wanr=want|wany=want|wabt=want|wamt=want|wan=want|idk=i do not know|idek=i do not know
    shouldve=should have|couldve=could have|wouldve=would have|mustve=must have|mightve=might have
    ths=this|wnt=want|hav=have|deserv=deserve|liv=live|shuld=should|wuld=would|wat=what|perma=permanently
    noone=nobody|no1=nobody|every1=everyone|evryone=everyone|some1=someone|any1=anyone|wold=would
    wud=would|coud=could|cud=could|shud=should|abt=about|bcuz=because|ppl=people|overdoes=overdose
    agen=again|agin=again|dissapear=disappear|dissappear=disappear|disapear=disappear|tryed=tried
    burdon=burden|forver=forever|foreva=forever|cutt=cut|kiling=killing|deth=death|piont=point
    suicidle=suicidal|urself=yourself|liveing=living|pleese=please|6ft=six feet|6=six
    onn=on|pls=please|plz=please|rlly=really|rly=really|dyeing=dying
    kil=kill|kll=kill|klil=kill|killin=killing|livin=living|dyin=dying|cuttin=cutting|hurtin=hurting|thinkin=thinking
    goin=going|bein=being|tryin=trying|existin=existing|unaliving=unalive|unalived=unalive
    selfharming=selfharm|selfharmed=selfharm|harmin=harming|sucide=suicide|exept=except|lfe=life|wnna=want to|wnana=want to|wannna=want to|exsist=exist|exsit=exist|gon=gone|notise=notice|slef=self|lif=life|nemore=anymore|cnt=can not|wont=will not|wishin=wishing
    """)

  /// Two words that are one, the first of them before the equals sign's left half.
  static let merges: [String: [String: String]] = {
    var merges: [String: [String: String]] = [:]
    for (two, one) in [
      ("any more", "anymore"), ("any longer", "anymore"), ("no more", "anymore"),
      ("no longer", "not"), ("my self", "myself"), ("my life's", "life"), ("no one", "nobody"),
      ("every one", "everyone"), ("self harm", "selfharm"), ("self harming", "selfharm"),
      ("self harmed", "selfharm"), ("self injury", "selfharm"), ("self injure", "selfharm"),
      ("self injuring", "selfharm"), ("self mutilate", "selfharm"), ("good bye", "goodbye"),
      ("un alive", "unalive"), ("un alived", "unalive"), ("better of", "better"),
      ("sewer slide", "sewerslide"), ("sui cide", "suicide"),
      ("kind of", "kinda"), ("sort of", "kinda"), ("ki ll", "kill"), ("a lot", "lots"),
      ("sleeping pills", "pills"), ("pain killers", "pills"), ("over dose", "overdose"),
    ] {
      let words = two.split(separator: " ").map(String.init)
      merges[words[0], default: [:]][words[1]] = one
    }
    return merges
  }()

  /// Words that change nothing; a phrase may have any of them in between.
  static let fillers = set(
    """
    really just so actually honestly kinda sometimes always often still literally fucking fuckin
    effing freaking damn only even truly almost genuinely seriously also lately legit lowkey highkey
    basically maybe perhaps probably deeply badly desperately constantly again right now already
    simply very much sorta well then deadass completely totally fully quietly secretly fkn fking goddamn
    bloody soon finally too , somehow occasionally increasingly usually oh ugh god please
    """)

  /// What may follow where a phrase has to end.
  static let ends = set(
    """
    , and but because so since if when or though tho lol tbh ngl tonight today now anymore again
    please ever sometimes yet still though honestly right then until till i it he she they my im
    bro man dude tomorrow whenever every after before as lmao haha xd fr
    """)

  /// Who speaks.
  static let selves = set("i me my mine myself we us")

  /// Anyone else who may be the one that a phrase is about.
  static let others = set(
    """
    he she they him her them his their you your people person who someone anyone everyone nobody
    himself herself themselves yourself
    dad father daddy papa mom mother mum mommy mama parents parent brother brothers sister sisters
    sibling twin cousin cousins uncle aunt aunty nephew niece grandpa grandma grandfather
    grandmother granddad nana son sons daughter daughters kid kids child children baby teen
    teenager teens husband wife spouse partner ex boyfriend girlfriend fiance fiancee bf gf bff
    friend friends buddy mate neighbor neighbors neighbour coworker coworkers colleague colleagues
    boss manager teacher teachers student students classmate roommate roomie patient patients
    client clients caller callers guy guys man men woman women girl girls boy boys character
    characters hero heroine protagonist actor actress singer celebrity celebrities veteran veterans
    soldier soldiers vet stranger doctor nurse cop pastor therapist
    """)

  /// What stands before somebody who isn't the one doing it.
  static let prepositions = set("at to with for from like on by behind around")

  /// Words of one letter's distance from one of the mistyped that are words of their own.
  private static let bystanders = set(
    """
    bitter butter batter beater loving lining leaving hunting exits waited wasted overdone overdue
    override subside subsides sulfide disappears disappeared burdens suicides wanton wants goodbyes
    liking linking lived anyone exists existed exiting reasons burned harmed harms kills worthy within widow alike
    """)

  /// Words that decide, and that fingers get wrong in any letter.
  private static let mistyped = [
    "suicide", "suicidal", "killing", "killed", "myself", "wanted", "anymore", "living",
    "disappear",
    "burden", "without", "better", "overdose", "hurting", "cutting", "goodbye", "nobody",
    "everyone",
    "existing", "reason", "tired", "unalive", "selfharm", "sewerslide", "pills",
  ]

  /// The words of phrases, by their first letter, as letters.
  private static let byInitial = Dictionary(
    grouping: CarePhrases.vocabulary.union(fillers).filter { $0.count > 3 }.sorted()
      .map { Array($0) },
    by: { (letters: [Character]) in letters[0] })

  /// What may be written with stars, digits or letter by letter.
  private static let disguised = [
    "suicide", "suicidal", "kill", "killing", "die", "dead", "death", "dying", "myself", "hang",
    "unalive", "overdose", "cutting", "cut",
  ]

  static let spelledOut = Set(disguised + ["kms", "kys", "ctb", "killmyself"])

  /// Every word that a phrase asks for, and every other that means itself.
  private static let known = CarePhrases.vocabulary.union(fillers).union(others).union(selves)
    .union(ends).union(bystanders).union(mistyped).union(disguised).union(expansions.keys)

  static func isKnown(_ word: String) -> Bool { known.contains(word) }

  /// The word that was meant: itself, unless it's drawn out, disguised or mistyped.
  static func meant(by word: String) -> String {
    if word.count < 3 || known.contains(word) { return word }
    if let plain = undrawn(word) { return plain }
    if word.contains(where: { !$0.isLetter }), let plain = undisguised(word) { return plain }
    if let meant = mistyped.first(where: { isNear(word, $0) }) { return meant }
    let letters = Array(word)
    let near = byInitial[letters[0]]?.first {
      abs($0.count - letters.count) <= 1 && isSlip(letters, of: $0)
    }
    return near.map { String($0) } ?? word
  }

  /// "dieeee" is "die", "killll" is "kill".
  private static func undrawn(_ word: String) -> String? {
    var one = ""
    var two = ""
    var run = 0
    var longest = 0
    for character in word {
      run = one.last == character ? run + 1 : 1
      longest = max(longest, run)
      if run == 1 { one.append(character) }
      if run <= 2 { two.append(character) }
    }
    guard longest > 2 else { return nil }
    return known.contains(two) ? two : known.contains(one) ? one : nil
  }

  private static let lookalikes: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s",
  ]

  /// "s*icide", "su1cide", "k1ll".
  private static func undisguised(_ word: String) -> String? {
    let letters = word.map { lookalikes[$0] ?? $0 }
    return disguised.first { candidate in
      candidate.count == letters.count && letters.contains { $0 != "*" }
        && zip(candidate, letters).allSatisfy { $0 == $1 || $1 == "*" }
    }
  }

  private static func isNear(_ word: String, _ meant: String) -> Bool {
    guard word.first == meant.first, abs(word.count - meant.count) <= 2 else { return false }
    let allowed = meant.hasPrefix("suicid") && word.count >= 6 ? 2 : 1
    return Spelling.distance(word, meant) <= allowed
  }

  /// Whether a word is another one with two letters swapped, one left out or one doubled: what makes
  /// hardly ever another word.
  private static func isSlip(_ typed: [Character], of whole: [Character]) -> Bool {
    guard
      let index = zip(typed, whole).enumerated().first(where: { $0.element.0 != $0.element.1 })?
        .offset
    else { return false }
    let (left, right) = (typed[index...], whole[index...])
    switch typed.count - whole.count {
    case 0:
      return left.count > 1 && left.prefix(2).reversed() == Array(right.prefix(2))
        && left.dropFirst(2) == right.dropFirst(2)
    case -1: return whole.count > 4 && left.elementsEqual(right.dropFirst())
    case 1: return typed[index] == typed[index - 1] && left.dropFirst().elementsEqual(right)
    default: return false
    }
  }

  static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static func pairs(_ text: String) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for pair in text.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let halves = pair.split(separator: "=")
      result[String(halves[0])] = halves[1].split(separator: " ").map(String.init)
    }
    return result
  }
}
