// General forms: what somebody says of an end of their own, in whatever words, with wide room between
// the ideas that make it (a wish or a welcome, death or not being, oneself).
extension CarePhrases {
  static let wide =
    wished + welcomed + unwoken + unneeded + parting + cornered + worn + hurting + readied

  /// A wish, a hope or a prayer, and one's own death.
  private static let wished = read(
    """
    %{figure} :<not|never {wish} to ~3 {die} -of|from|for|on|laughing|a|old|happy|peacefully|with|hard|tired|serious
    %{figure} :<not|never {wish} ~2 i ~3 {die} -of|from|for|on|laughing|a|tired|serious|set
    %{figure} :<not|never {wish} ~2 i ~2 been|was|were dead|buried|killed|aborted|born|gone -to|in|on|at|for|with
    :{wish} i ~3 died|gone|left|passed *3 with|along|instead|too|first -to|the|for|friends
    %job|team|won|trip|promotion|chosen|picked|prize :{wish} it *2 been|was|were me *3 in|who|instead|that|not|$
    %{figure} :{wish} ~2 someone|somebody|something|it|you|god|life|the|a|an ~4 kills|killed|kill|finishes|finished|finish|shoots|shoot|shot|ends|murders|murder|strangles me -a|an|at|up|off|some|with|for|softly
    :{wish} *4 god|lord|jesus|universe|someone|cancer|death *4 take|takes|took|taking|call|calls|end|ends me|it|this -to|back|out|for|seriously|on|up|in|with
    ^ god|lord|jesus|universe *2 take|end|bring|call|let me|it|this|tonight -to|back|through
    :{wish} *4 heart|breathing|lungs *3 stop|stops|stopped|stopping|quit|quits|give|gives|gave|fail|fails|failed -hurting|aching|racing|pounding|so
    :{wish} *3 would|to not|never *2 made|survive|survived|recover -the|this|winter
    :{wish} i *3 not *1 make|made|survive|survived|live|last|lived *2 to|past|through|until|that|it|the *3 birthday|morning|christmas|year|spring|night|tomorrow|summer|$ -exam|cut|playoffs
    :{wish}|going|time|guess to? *2 meet|meeting *1 my? jesus|god|maker|lord|creator -group
    :{wish}|going|return|back *4 void|abyss|nothingness|oblivion -screaming|of
    :{wish}|going|time *4 join|follow *8 died|passed|dead|heaven|home|grave|side|gone
    {wish}|someone|somebody|should|just *3 put me *1 down -for|as|in|at|on|to|gently|all
    take me *1 out back|behind|like|and *2 shoot|shed|barn|put|dog|horse|$
    someone|somebody|{wish} *3 put|puts me *1 out of *1 misery
    someone|somebody|{wish} *2 delete|unplug|remove|uninstall|erase|terminate|euthanize|smother|end me -from|at|in|on|up|the|a
    delete|unplug|remove|uninstall|erase|terminate|unsubscribe|cancel me *1 from|off|out *4 {world}|living|server|simulation|existing
    :log|tap|sign|check|clock|bow|opt|get *1 off|out *2 this|of|the *1 {world}|rock|simulation|living -insurance|saver|of|sciences|day
    {think}|going|ready|want *2 catch|catching the bus -to|home|at|from|into|downtown|with|early|late|for|tomorrow
    %{figure}|diagnosis|diagnosed|poem|bill|grief|funeral|surgery|philosophy :{think} ~4 dying|death|suicide|dead -of|from|sea|valley|by|metal|in|end|rate
    %{figure} :not *2 {wish} *2 to? die but|exactly|per|necessarily|i|or
    thoughts|urges|urge|visions|images *5 driving|jumping|crashing|swerving|stepping|bridge|train|death|dying|drowning|overdosing|razor *3 off|into|out|stop|under|over|front|$
    :trade|switch|swap *2 my life for|with *4 died|dead|dying|cancer|sick
    :tried|attempted|trying|almost|nearly|came|planned|going|want to *1 end|ending it|things|everything|myself -with|between|by|early|there|politely|amicably|up|like|in|here|but|at|well|on|before|the|quickly|nicely
    :never|not|might|could|would|almost|nearly *2 go|went|gone through with it %wedding|surgery|divorce|tattoo|interview|date|sale|trade|tour|audition|deal|plan|plans|move|party
    ^ {wish} to? {die}|disappear|vanish forever|$ !
    """)

  /// Death, or not being, as something that would be fine, kind or easier.
  private static let welcomed = read(
    """
    %{figure} :would|be|am|feel|sounds|is|seems|so|a ~2 {fine} ~3 with|if|about|by|to ~4 {die} -of|from|tired|serious|set|line|wrong|laughing
    %{figure} {die}|death ~2 sound|sounds|seem|seems|feel|feels|look|looks|would ~3 {fine}|rest|restful|calm|easy|quiet|answer|freedom|escape|appealing|warm|welcoming|inviting
    :{fine} *3 with|if|about|to *3 not|never *3 wake|waking|exist|existing|breathe|breathing|alive up? -up|with|at|early|to|in|until
    if i *2 not|never *2 wake|woke|woken up? *4 would|be|is|am *3 {fine}|mad|complain|mind
    if my heart|lungs|body|breathing *2 stop|stops|stopped|quit|quits|gave|gives|fails|failed|give *8 {fine}|mind|mad|complain|fight|care
    if *2 {vehicle} *2 {crash} *8 {fine}|mad|complain|fight|care|relieved
    {fine}|mind|care|matter *3 if *3 {vehicle} *2 {crash} -my
    :not *3 fight|resist|struggle|move|swim|scream|run *4 if|it|when|back *4 drown|drowning|dying|choking|shot|killed|mugged|stabbed|train|car|truck
    if *4 button *6 i *1 would *1 press|push|hit|use
    whether|if i *1 live|lived|breathe|breathed *2 or die|not|died|stop
    not *3 care|matter|mind *4 i *1 live|survive|wake|die|breathe|exist -in|with|near|on
    :kindest|best|nicest|kindness|gift|favor|blessing|mercy *9 not *1 exist|existing|alive
    :kindest|nicest|kindness|gift|favor|blessing|mercy *3 if|would|is|to ~5 {die}|disappear|vanish|gone -of|from|on|for|in
    kindness|mercy|favor|blessing|gift *2 if i *2 left|leave|went|go|died|disappeared -the|early|work
    envy|jealous|envious *3 dead|corpse|corpses|die|dying|graves|buried
    death|dying|dead *3 not *2 scare|scares|frighten|bother|worry me
    :disappointed|upset|sad|angry|annoyed|let *4 scan|test|tests|results|biopsy|checkup|doctor *6 clear|fine|benign|negative|healthy|okay
    :hope|hoping|wish|praying ~2 i|it ~3 cancer|tumor|aneurysm|stroke|terminal|fatal *1 $|so|and|then|it
    not|stop|stopped|quit|never *2 look|looking both ways
    :{think} *5 truck|car|bus|train|semi *4 into|over|hitting my|me|lane
    :life *2 too long $ -to|for
    """)

  /// Sleep without an end, mornings that shouldn't come.
  private static let unwoken = read(
    """
    %baby|kid|kids|dog|neighbors|roommate|alarm|late|nap :{wish}|{fine} *8 not|never *3 wake|waking|woke up? -up|with|at|until|this|yet|alone|hung|next|to|early|late|before|hungover|sore|sick|feeling|for|him|her|the|so|in
    :{wish}|{fine} *5 sleep|asleep|sleeping|bed|dream *5 forever|eternity|permanently|ever
    sleep|sleeping|asleep for good|ever|eternity
    :sleep|asleep|rest|lie|lay|bed|eyes *4 never ~2 get|wake|open|move|come|up|have -that|a
    :close|shut|closing my eyes *3 that *2 be it|all|end
    :{wish}|let *2 tonight|this *2 be *2 last one|night -until|of|at
    :not *1 {wish} *1 a|to|any|there|for *2 tomorrow|morning $ -to|meeting
    """)

  /// Others, the world or the future without oneself in it.
  private static let unneeded = read(
    """
    future|life|lives|world|year|tomorrow|summer|christmas|version|picture *6 with|without|have|has|having|include|includes|including me *2 in|anymore|there -charge|town|college|love
    :no|not|never|any|see|picture *4 future|version|timeline|tomorrow|way *4 where|that|which|in i *3 live|survive|make|alive|here|around|exist
    :not|never|hard *2 see|picture|imagine *1 me|myself *3 next|year|future|alive|thirty|30|40|old|that|living -at|in|with|working|doing
    :have|is|see|got no future $ -at|with
    with me *1 gone|dead|buried|underground|away -to|at|for|all|on|in
    with me *1 in *1 the? *1 ground|grave|coffin|cemetery
    rid of me $ -for|at|until|as
    deserve|deserves|better|finally|want *4 rid of me -for|at|until|as
    world|life|earth|universe|nobody|everyone *4 no *1 use|place|room|need *2 for me -at|on
    world|earth|planet *5 lighter|better|cleaner|brighter|happier *2 soon|without|$
    one guy|person|man|woman|girl|boy|idiot|loser|human|mouth lighter|less|fewer *2 soon|$
    %{errand} {they} *6 {happy}|free|rid|lighter|breathe *3 if|once|when|after|without i|me ~2 {gone}|die|go|left|exist|around|$ -to|for|the|at|in|see|come|on
    if i *1 was|were|am|is dead -tired|serious|wrong|set|last|on
    :if i *2 dead|died|dies|disappeared *2 they|he|she|you|nobody|everyone|people|family
    removing|remove|erase|erasing|deleting|subtracting myself *2 from *3 life|lives|world|everyone|family|earth|existence
    out|gone|disappear from|of {they} lives|life *3 forever|good|better|free
    if|when|after they|you|someone *1 bury|buried|cremate|cremated me
    sad|cry|mourn|upset *2 for *1 week|day|month|bit|while|year *5 free|move|fine|over|relieved|forget|better|on
    nothing *2 left? for me *1 in|on this|the|my *1 life|world|earth|planet
    nothing|nobody *2 left for me $
    """)

  /// Last things and goodbyes.
  private static let parting = read(
    """
    %{errand} :last|final *2 entry|post|message|note|thing|summer|winter|christmas|sunset|birthday|spring|text|email|letter|words|autumn|fall|words|video|song|poem *2 i *1 will|would|am|ever *3 ever|write|post|say|send|see|type|make|have
    tell|telling|told *4 what|how|that *3 mean|meant|love|loved *6 another|last|before *2 chance|time|i|goodbye
    if something|anything *1 happens|happened to me *5 know|tell|please|love|loved|remember|look|take|forgive|it
    ^ remember me *1 as|how|for|fondly|like|the -password
    older *4 i *2 not|gone *1 around|here|there|alive|$
    when|after|once|for *5 i *1 not around|here|alive *1 anymore|to|$ -work
    i *1 will|would have *1 left|gone|passed|died $ -for|to
    :made|making my peace with *1 everyone|everybody|life|god|it|this|dying|world|all $ -and
    :{wish} *3 last memory|memories|words|conversation *5 me *3 good|happy|nice|$
    remember|memory *2 of me *3 when|after|once *3 gone|not
    i *1 get|have|be another chance $ -to|at
    my note *2 would|will|should|is *2 say|read|be|mention|blame|done|ready
    what my *1 note|letter *1 would|will|should|says
    :labeled|sorted|packed|cleaned|organized *8 so|for|them *6 easy|easier|not|after *4 after|sort|find|deal|gone
    new|good home for *2 dog|cat|cats|dogs|her|him|them|bird|fish *8 after|gone|without
    :everything|everyone|they *3 taken care of *3 when|after|once *2 gone|not
    hug|hugged|kissed *5 longer|last|tighter *5 know|knows|time|goodbye|why -airport
    """)

  /// No way, no reason, nothing left but an end.
  private static let cornered = read(
    """
    way|ways|out|option|options|exit|choice|escape|end|ends|left|answer|solution|cure *5 except|but|besides|is|other|would|than *2 {die}|death|dying|suicide -line|on|laughing
    only *2 way|thing|option|exit|choice|answer *5 stop|end|escape|quiet|left|out|fix ~4 being|existing|living|breathing|dying|die|dead|it $
    only *2 thing|option|choice left *3 end|ending|die|kill *1 it|everything|myself|things|$
    only *1 one way out *3 me|this|it $
    exit|door|way|solution|out *5 permanent|permanently *1 one|$ -marker|job
    what *3 keeping|keeps|holding|tying me *1 here|alive|around|going -at|in|so|late
    :bother|bothering|excuse|effort|force|forcing|remind|convince *3 to|with *2 breathe|breathing|live|living|exist|existing|alive -here|with|in
    have|having|need|need to *1 keep|go|stay|continue|be existing|living|alive|breathing -with|in|here|there|at|calm
    point|reason|sense|use *2 in|of *1 staying|stay|sticking|breathing|being $ %{errand}
    :not|never *3 supposed|meant|expected|thought|planned *2 live|make|survive|be|last|get *2 past|beyond|to|this|until *1 16|18|20|21|25|30|35|40|thirty|forty|far|long|old
    :losing|lost|lose *2 fight|battle|will|war *2 to *1 stay|live|keep|go|survive|be -it|calm|him
    :part|half *2 me *2 want|wants to *1 live|stay|die -in|with|near|home
    :no fight left
    :{wish} out $ %{errand}
    :ready|waiting|want|wait|longing|hope|hoping for? it|everything all *1 to? *1 be? over|end|stop|done
    :not *2 {wish} *2 to? have? this|my|any|a life -to|of|with|in|here|as|for|without|where|that|style
    :{wish} *3 noise|pain|thoughts|suffering|voices|head|hurting|screaming to *1 end|stop|be *3 forever|good|permanently|ever
    """)

  /// Tired of living itself.
  private static let worn = read(
    """
    {tired} *2 of|from|by|with|up ~2 living|life|existing|existence|alive|surviving|breathing -with|in|here|there|like|at|on|out|room|alone|off|paycheck|abroad|apart|insurance|lessons|together|next|under|and|sciences
    {tired} *2 of|from|with ~2 being *1 a? person|human|alive|here|conscious|me $ -at|in
    {tired} *2 of|from|with ~2 staying|keeping|trying|fighting|pretending *3 alive|live|exist|living|stay|here $ -dream|in
    :not|no *4 fight|fighting|try|trying|struggle|struggling to *1 live|stay|survive|exist *1 alive|anymore|here|$ -in|with|awake|calm
    :not *3 in me *2 to *1 go on|keep|carry|live|stay *2 living|on|going|alive|$
    living|life|existing|being|breathing *1 alive? takes|costs|hurts|drains *3 than|much|everything|too *3 got|have|me|give|$
    :breath|breathing|heartbeat|morning *4 feels|is|like *3 chore|punishment|curse|burden|mistake|insult|sentence
    :{wish}|rather ~4 stop|quit|cease|end|not *2 breathing|existing|living|exist|be alive|forever|$ -here|with|in|at
    :not *3 be here|alive|around *1 tomorrow|any or|day|anymore -work|at
    :not *2 {wish} *2 be here|alive|around *2 tomorrow|ever|any|by|next|again|for *1 or|day|time|year|$
    :not ~4 be alive|breathing -if|without|because|today|thanks|from|for|had
    """)

  /// Hurting one's own body, on purpose or for relief.
  private static let hurting = read(
    """
    :{wound} *2 my *2 {body}|nails|self *5 purpose|deliberately|intentionally|punish|raw|calm|cope|numb|deserve|deserved|hate|yells|yelled|fail|failed|relief|release|loud|angry|upset|overwhelmed
    :{wound} *1 my nails|teeth|knuckles *2 into|in|on|against *2 {body}|wall|skin|myself *2 until|till|so|when|again|purpose|hard|bleed|bleeds
    :{wound} my *1 {body} until|till *1 it|they|i *1 bleed|bleeds|bled|bruise|bruised|raw|numb
    :carve|carving|cut|cutting *3 out of|into me|myself
    :want|wanting|need|needing|like|love|miss *4 see|watch|feel|taste *2 my? own? *1 blood|bleed|bleeding|razor|blade -pressure|type|moon|test|sugar|orange
    :want|wanting|need|keep *4 see|watch|make myself bleed|hurt|suffer|bruise
    pain|blood|blade|razor|cutting|burning|bleeding *3 only|best *2 thing|way *3 helps|help|calms|works|calm|feel|quiets|makes|left
    only|best *2 thing|way *4 helps|help|calms|works|calm|feel|quiets|makes *3 pain|blood|blade|blades|razor|cutting|burning|bleeding|cuts -killer|relief
    long|hoodie|sleeves *3 sleeves|hoodie|summer|july|august|june|heat *6 arms|scars|cuts|see|know|marks|wrists %sun|bugs|mosquitoes|sunburn|freezing|cold
    :make|made|making|add|adding|put|leave|leaving *1 marks|lines|cuts|scars|burns on|to|in my *1 {body}
    my blades|blade|razors|razor back|out|again|hidden|away|under|from -electric|shaving
    cuts|scars|burns|marks|scabs on my *1 arms|arm|wrists|wrist|thighs|thigh|legs|hips *3 new|fresh|hide|hidden|deserve|myself|nobody|see|again|purpose %cat|brambles|fence|rose|roses|stove|oven|dog|kitten|surgery|skateboard|bike
    :deserve|deserved *2 cut|cuts|burn|burns|scar|bruise|wounds
    :{think} *1 about|of *1 the|a|my razor|blade|razors|blades|noose|rope|pills -commercial
    :not *1 ate|eat|eaten|eating *5 punish|disappear|deserve *2 my|myself|food|$ -dessert
    :si|sh|selfharm|suicidal|ideation|suicide *2 urges|urge|through|bad|strong|worse|loud|back|thoughts|tonight|high
    not *2 be|left|stay alone *1 with my *1 head|thoughts|mind|brain|meds|medication|pills|knives|self|knife
    hide|hid|lock|locked|take|took|keep|remove *2 {means} *2 from|away me|so|because|in *2 case|not|trust|me|i|$ -toddler|kids|baby
    :scared|afraid|frightened|terrified|worried *3 of|about what i *1 might|may|could|would|will *1 do *2 if|when|tonight|alone|to *4 home|alone|myself|asleep|leave|leaves|tonight|$
    """)

  /// Means at hand, a time set, an attempt behind one.
  private static let readied = read(
    """
    :have|got|bought|buying|keep|kept|found|hid|hidden|stole|ordered|stockpiling|stockpile|saving|hoarding *3 {means} *4 ready|counted|hidden|enough|tonight|case|out|day|waiting|stash|closet|trunk|someday *2 $ %toddler|kids|kitchen|dinner|hunting|vacation|trip
    :bottle|stash|pills|rope|gun *6 for *2 day|when *2 i *1 can|not|need|decide|ready|finally
    :stockpiling|stockpile|stockpiled|hoarding|saving *3 meds|medication|pills|insulin|prescriptions
    :picked|chose|chosen|know|decided *1 on? *1 which|the|my bridge|night|tree|building|spot|cliff *2 $ !
    when *5 away|asleep|gone|leaves|leave|empty *4 i *1 will|am|going *2 do|going *1 to? do? it $
    writing|write|wrote|finishing|drafting the|my|a *1 note *2 is|was *3 hard|harder|easy|easier
    floor|bridge|building|roof *4 high|tall enough *3 sure|die|kill|work|certain
    :have|got everything|it|all *2 ready|planned *4 waiting|wait *4 house|alone|asleep|leave|empty|night %guests|baby|party|movers
    my *1 exit|ending|death *2 is|date *3 planned|ready|set|scheduled
    garage|car|engine *4 hose|exhaust|fumes
    :stood|sat|standing|sitting|stand|sit|leaned|leaning|hung *3 edge|ledge|railing|roof|window|bathtub|bath|bridge|balcony|tracks|platform *6 hour|hours|wonder|wondered|wondering|blade|razor|pills|thinking|jump|jumping|feel|long
    :almost|nearly|wanted|tempted|urge *4 swerve|swerved|drove|drive|steer|steered|crash|crashed|step|stepped|jump|jumped|walk|walked *3 into|in|off|onto|front|out *4 lane|traffic|train|tree|bridge|truck|bus|oncoming|tracks|road|cliff|pole %deer|squirrel|ice|texting|cat
    :going to *2 step|jump|walk|throw *3 in front|into|off *4 train|bus|truck|traffic|tracks|bridge|roof|cliff|subway
    :took|taken|swallowed|swallow|downed them|it all *4 threw|vomit|vomited|die|woke|sick|told|tell|nobody
    :tried|took|attempt|attempted *12 woke up in|at *1 icu|er|hospital
    third|second|last|first|another attempt *2 failed|fails|failing|did %exam|parking|driving|bar|license|recipe|level|marathon|cake
    %kids|swing|climbing|moving|course|garden|boat :bought|ordered|got|found *1 the|a|some|my? rope|noose|razors|blades|helium
    :can not|could not *1 fight|resist|ignore|say *3 thoughts|urge|urges|voices *2 anymore|ending|of|$
    thoughts|thought|idea|plan|plans *2 of|to|about *1 end|ending it|things|everything|myself -with|early|between
    :tonight *4 finally|get|ready *3 stop|rest|end|done|go *3 $ -at|work
    """)
}
