// General forms, continued: what's said around the corner, of a body, by other names and by the way.
extension CarePhrases {
  static let hints = around + bodily + euphemisms + hinted + near

  /// Around the corner: in a picture, in practical matters, in what stops one.
  private static let around = read(
    """
    :turn|switch|shut|power myself *1 off|out|down -from
    :out of *1 ways|reasons|excuses to *1 stay|live|go|keep|survive|breathe
    %{errand}|five|friday|town :out of here for good|forever
    :not {wish} *1 to? be saved|rescued|revived|resuscitated|found|stopped
    :not|never *1 built|made|meant|cut|wired|designed|suited *1 for|to *2 alive|living|life|existing|exist|live|survive -in|with|abroad|alone
    just|someone|somebody shoot|kill|end me *4 mean|serious|swear|begging|joke|joking
    :{think} *3 way|ways to *1 go|die|leave|end $ -home
    :{wish}|will|going|can *1 be with *2 grandma|grandpa|mom|dad|mother|father|husband|wife|brother|sister|son|daughter|him|her|them *2 soon|again|wherever %lands|flight|visit|train|drive|trip|weekend|airport|bus|christmas|thanksgiving|reunion|vacation
    :guts|courage|nerve|brave|coward|cowardly|chicken *3 to *1 do it -ask|and|at|with %{errand}|ask|her|him|stage|dance|call|dive|pool
    :guts|courage|nerve|brave|coward|cowardly|scared *3 to *1 die|end|kill|jump|hang
    :close|closer|toward|towards|near|nearer *1 to *1 jumping|ending|killing|overdosing|cutting -on|ship|with|up
    :closer|toward|towards|near *1 to doing it
    tonight *5 stop myself
    :not *2 able to stop myself $
    if i *1 had|owned|got *1 a gun|pistol|rope|shotgun
    :hurt|cut|burned|scarred|ruined my arms|wrists|thighs|forearms *6 wear|hide|see|nobody|sleeves|cover
    %lip|lips|nail|nails :{wound} *5 until|till *3 blood|bleed|bleeding|bleeds|raw|purple|numb|black
    :stop|stopped|stopping|skip|skipping|quit|not|refuse *2 taking|take|inject|insulin|meds *2 my? *1 insulin|heart|meds|dialysis|chemo|pills|inhaler|medication *4 see|die|end|purpose *1 what|happens|it|$
    {fine} if i *1 evaporated|vanished|disappeared|die|died|dead|ceased|stopped|dissolved|faded|combusted -to|for|from|at|by|into|going
    :hope|hoping|wish *2 tornado|hurricane|earthquake|storm|fire|flood|bomb|meteor|asteroid|virus|covid|flu|truck *2 finds|gets|hits|takes|kills|wins|reaches|got *1 me|my
    :feel|feels|felt|like *2 i *1 already gone|dead -from
    :not *2 do|take|survive|live|face another|more *2 year|years|decade|decades|day|week|month|night|winter *2 of this|life|it|living|being $ %{errand}
    nobody *2 wake me *1 ever|again
    :still here|alive|breathing *1 unfortunately|sadly|regrettably
    unfortunately *3 woke|alive|breathing|survived|here $ -late
    :i survived *3 mad|angry|disappointed|upset|furious|unfortunately|sadly
    :not {wish} *2 part of *1 this|the world|life|planet
    life and i|me *2 finished|done|through|over
    nobody *4 miss *1 one|a|some|this *2 sad|lonely|useless|worthless|broken|tired|failure|loser
    hope|hoping|wish|pray *3 surgery|operation|anesthesia|procedure *2 wrong|badly|fails|kills
    :so|or|else|that i *1 do|would|will not *3 roof|bridge|window|balcony|jump|swerve|overdose -the|to
    if i *1 went|left|go tonight|tomorrow|today *6 anyone|news|notice|nobody|care|matter
    :not *2 plan|planning|expect|expecting *2 on *1 having|reaching|seeing|getting|turning|hitting *2 birthday|30th|40th|50th|30|40|old|older
    pills|rope|noose|gun|bridge|bleach|razor|blade *4 look|looks|looked|seem|seems|feel|feels *2 kind|kindness|friendly|inviting|peaceful|friend|mercy|answer|tempting|good
    passwords|password|documents|will *8 in case $ %trip|vacation|surgery|flight|travel|hacked|forget|hospital
    wrote|written|finished|writing the|my letter|letters *5 hid|hidden|drawer|pillow|find|after
    would *1 get the? *1 insurance|payout|pension *6 $ -adjuster %claim|roof|car
    brain|head|mind|voice|voices *3 saying|says|telling|tells|said|whispering|whispers *3 do it|jump|die $
    voice|voices|thing *4 telling|tells|told|says|saying|whispering me to *1 jump|die|do|end|swerve|cut|kill|let
    sad|cry|upset|grieve *3 then *4 fine|okay|over|on|better|forget %movie
    :when|once|after i *1 gone -on|for|through|without|over|to|from|at|this|next|in|away %vacation|trip|weekend|office|holiday|moving
    :{wish} *2 not be $ !
    :{wish}|could|can *2 stop being $ -so
    :not *2 belong *2 among|with *1 the living
    :in my sleep *8 {fine} %talk|walk|talked|walked|snore
    {wish}|if|beg|begged|pray *5 go|went|die|quit|stop|stopped|slip|pass|take|took|end *3 in my sleep
    going to *2 step|jump|walk|throw *1 in front of *4 train|bus|truck|traffic|subway|car
    better of dead|gone
    :going to? *1 go? play *2 in|on *1 traffic
    over|past existing|living|life $ !
    clean *5 slipped|relapsed|cut %smoking|cigarettes|sober|drink|drinking|alcohol|sugar|weed|vaping|nicotine
    """)

  /// Signs of a goodbye, none of which is one by itself; three of them in a text are.
  static let goodbyes = read(
    """
    love you all|both|everyone|so|forever|$
    forgive me|$
    sorry|apologize for|to everything|everyone|all|hurting|what|leaving|being
    thank|thanks *1 you? *1 for everything|trying|loving|all|being
    take|look care|after *1 of? *1 mom|mum|dad|him|her|them|each|yourself|yourselves|kids|dog|cat|sister|brother
    goodbye|farewell|bye
    give|giving|gave my *2 to|away
    tonight|today is *1 night|day|it
    this is it|goodbye|the|how end|$
    not *3 your|anyone|anybody fault
    i *1 tried|fought|held *3 so|hard|best|long|$
    it is|will be? *1 time|over soon|$
    not *2 blame|hate|cry yourself|yourselves|me|anyone|for
    be|been happy|strong|good *2 for|without me|$
    last|final time|words|message|thing|goodbye
    """)

  /// A body, something that hurts it, and why.
  private static let bodily = read(
    """
    %oven|stove|cooking|dinner|ironing|doctor|nurse|tattoo|accident|accidentally|shaving|cake lighter|cigarette|cigarettes|match|matches|iron|spoon|razor|blade|blades|glass|pin|needle|scissors|compass|sharpener|knife *2 on|to|against|into|across my *1 {body}
    %gym|yoga|work|pain|brace|sprained|broke|fell|tennis|cat on|to my *1 wrist|wrists|thigh|thighs|forearm|forearms|arms again|tonight|yesterday -brace
    %cat|cats|kitten|rose|roses|cooking|kitchen|chef|brambles fresh|new|more *1 cuts|burns|marks|scars|lines *2 under|on|beneath|below my
    day|back 0|zero|one *1 again *3 cut|burned|slipped|relapsed|did
    %class|grass|hair|cards|deck|line again i *1 cut|burned|slipped|relapsed $
    :need|want|wanted|have to *1 hurt|bleed physically|$
    :rip|ripping|tear|tearing|peel|peeling|claw|clawing|scratch|scratching|cut *1 my *1 skin off|open|apart -sunburn %sunburn|eczema|rash|mosquito|itchy|itches|allergy
    :punch|punching|punched|hit|hitting|kick|kicking *2 wall|walls|mirror|concrete *6 knuckles|release|split|bleed|bled
    only|best *1 release|relief|outlet *2 i|is|that|$ %gym|running|run|music|art
    :putting|put|stick|sticking *1 my arm|hand|head|neck|fingers in|into|under *4 stop|crush|train|press|machine|noose|blade|fire|flame
    :{wound} *2 my *1 {body} *6 release|relief|calms|helps|calmer|numb|punish|punishment %massage|stretch|therapist|heat|ice
    :{wound} *1 my self|body *4 feel|because|deserve|again|punish
    hurting|harming|cutting|burning|hurt|harm|cut|burn myself *6 better|calm|calmer|relief|release|helps|only|again|nobody|secret|punish|punishment -hair
    """)

  /// Death by its other names, and a future that isn't expected.
  private static let euphemisms = read(
    """
    :my own? obituary|eulogy|tombstone|headstone|autopsy|gravestone|epitaph|urn|hearse|coffin|casket|grave|burial
    years|future|goal|goals|plan|plans|tomorrow|dream *8 urn|grave|coffin|cemetery|morgue|casket|tombstone|headstone|underground %grandma|grandpa|mom|dad|halloween
    :join|joining *2 choir|angels|ancestors|dead|stars -practice
    :push|pushing up? *1 daisies
    :yeet|yeeting off|from|out *2 {place}
    f4|uninstall|unplug|quit|cancel|terminate|erase|wipe|remove|deactivate|discontinue|unsubscribe|delete myself -from
    :want|ready|going|wish to *1 un be|exist|live
    :not *2 expect|plan|intend|expecting|planning *2 to|on *1 see|seeing *2 them|it|him|her|another|next|christmas|spring|summer|grow|grown *2 bloom|grow|graduate|finish|up|year|snow|$ -again|at|there
    :not *3 see|picture|imagine *2 being here|alive|around *1 when|by|next|in|for|anymore|$ -work
    :not *4 expect|expected|thought|think *4 make|made it this far
    if i *2 vanish|vanished|disappear|disappeared|evaporated *2 from *1 the|this earth|world|planet|face|everything|everyone
    simpler|easier|better|kinder *8 lose|lost|losing|bury|mourn|grieve me
    too|long|enough long|already|enough *2 in|on this|the {world} -cup
    until i *1 can *1 stop|rest|end|go|leave $ -home
    {tired} of *3 this|my body|life|existence|brain|mind|head|skin|self $
    {tired} of *1 dragging|carrying|hauling|pulling|forcing *2 body|myself|corpse *2 through|around|along|$
    :wonder|wondering|wondered *1 if|whether *6 would|could *2 do it|kill|hurt *1 $|quick|me|much|enough -for
    :river|water|lake|sea|ocean|bridge|train|trains|tracks|roof *8 how *1 quick|fast|cold|easy|peaceful|simple *3 would
    no|not *1 say|mind to|a|an *1 a|stray|no? *2 bullet|truck|stroke|tumor|heart|aneurysm|lightning -tracker|on
    tumor|cancer|lump|aneurysm *4 good|best|great|relief|blessing|gift|ticket|way news|out|$ -benign|gone
    :said|saying|say|made *1 all? *1 my goodbyes *3 even|already|$ %{errand}|office|station
    %party|dinner|lunch|movie|meeting fault|love|sorry|forgive|blame *10 could|can not stay $
    whoever reads|read|finds|found this|me|it|my
    not let *1 this|it|that *2 be *2 what|how|why you|they *1 remember
    not call anyone|911|police|cops|ambulance
    not *2 know|sure *1 how *1 long|longer|much *2 i *1 can|will *1 hold|last|go|keep|stay|make on|going|out|it|alive|here|$ %{errand}|breath|diet
    how *1 long|longer|much *2 longer i *1 can|will *1 hold|last|go|keep|stay|make on|going|out|alive|here|this|$ %{errand}|breath|diet
    :not *2 going|want|plan *2 live|make|last|survive *3 past|through|beyond|out *1 this|the|next|my year|month|week|winter|birthday|weekend|summer
    """)

  /// Said by the way: what won't be needed, who'd manage, what it would be like.
  private static let hinted = read(
    """
    want|wish|like *3 more than to {die}|disappear|end
    my story *4 end|ends|over -book|class
    no|not *2 place|room *1 for me *1 in|on *1 the|this {world}
    :i *1 not need them|anything|clothes|boots $ -else
    {wish} *1 be wherever *2 went|gone|is|are
    how quiet|peaceful|calm|easy|nice *4 if|when i *1 gone|dead|not|died
    %{errand}|firm|town|city :i *1 only *1 stay|live|exist|stick|keep *4 because|for *2 mom|mother|dad|father|kids|son|daughter|dog|cat|sister|brother|wife|husband|parents|her|him|them -home
    %driving|almost|road|need someone|somebody|{wish} *2 run|hit|stab|shoot me *1 over|already|dead
    {wish} *5 pavement|asphalt|sidewalk
    %{shy}|call|called {wish} *2 earth|ground|sea|ocean|river|night|dark *3 take|takes|swallow|claim|keep me *1 back|whole|forever|$
    {wish}|hopes|wishes *3 it|this|that|cancer|chemo *1 takes|kills|gets|finishes me *1 $
    %{errand} he|she|they|kids|family|son|daughter|everyone *2 would|will *1 manage|cope|survive *2 without me
    %parking over|past|on|crossed the yellow line
    my *1 arms|thighs|wrists *1 are|look *2 mess|wrecked|scarred|ruined|shredded
    burning|cutting|bleeding feels|is *1 better|easier|good *3 than|crying|feeling|nothing|it|$
    :hit|hitting|punch|punching|punched|slap|slapping|slapped myself *3 head|face|because|until|again|legs|thighs|goes
    {think}|thinks *2 driving|steering|crashing|jumping|swerving|walking|stepping *2 into|off|under *2 {place}|tree|wall|lane|sea|ocean|river|lake|front -swim
    kidding|joking|joke|jokes about *2 bridge|pills|rope|gun|roof|dying|death|jumping|noose|ending
    does|would|will|is *1 it hurt|hurts|painful *1 to|when *2 drown|die|hang|bleed|overdose|jump|dying|drowning
    if i *1 go|went|gone missing
    if i *1 not|never *1 come|came|make|made it? back|home
    :i *1 not|never *1 come|coming|make|return it? back|home from *1 the|this|a|my *1 hike|walk|drive|swim|woods|hunt
    too|being *1 chicken|cowardly|coward|weak *3 but|to *4 want|wish|do|it
    :i would never *1 do it *1 but
    not wait up *3 ever
    the end for|of me $ -road
    someone who stays *2 i *1 can|could not
    tell *2 my *2 i *1 tried|loved $
    silent|quiet forever
    read|reads|reading|find|finds|hear this|it *2 it|i *3 late|gone|dead|over -plane
    %coach|game|team :let it be me *1 next|instead|this|$
    :being|am|was gone *2 would|will|is|feels *2 easier|better|quiet|peaceful
    :not *1 {wish} *2 see *1 the|another|any|next *1 morning|sunrise|day|year|christmas|birthday|spring|tomorrow $
    {wish} *4 this|it|life *2 to be|were|was *1 last day|night|year|birthday|christmas -of|at
    :not *1 {wish}|plan|need *1 a|any|to|my|the *1 future|tomorrow|old|older|birthday $
    :no|not *1 {wish} *2 get|grow|getting|growing|be old|older $
    """)

  /// How near it is: what tempts, what was almost done, what one prays for.
  private static let near = read(
    """
    {means}|bridge|roof *8 tempted|tempting|tempts %chocolate|wine|sale
    brain|mind|thoughts|head *4 going|goes|wander|wanders|drift|drifts|drifting|returning|back *2 to|toward *1 the|my|a? {means}|bridge|roof|tracks
    not saying *2 i *1 would|will *1 jump|do|end|kill|die -homework|dishes
    platform|ledge|roof|bridge|edge|balcony *5 almost|nearly|could stepped|jumped|jump|step|stepping|let %diving|pool|swim
    :almost|nearly stepped|jumped|walked|leaped off|in -meeting|class %skin|rat
    :{wish} ~2 for a|an|my|the? *1 heart|stroke|aneurysm|cancer|crash|accident|death|bullet|meteor -of|from
    not *2 {wish}|let *2 me *1 see|have|wake|live another|tomorrow|any *1 morning|day|sunrise|tomorrow
    :until|when|can|could *3 stop|quit living|existing|breathing|being $
    better *1 not here|alive|existing|born|around $
    {wish} *6 my last $
    %cooking|kitchen|shaving|accident|accidentally|oven|onion|onions|dinner :{wound} *1 my *2 {body} *2 with *2 cigarette|cigarettes|lighter|razor|blade|glass|knife|scissors|match|keys|pin|needle|compass
    :keep|kept|started|been|back *3 cutting|burning|scratching|clawing|hurting|slicing|carving|stabbing|bruising *1 my *1 wrist|wrists|arm|arms|thigh|thighs|leg|legs|skin|stomach -hair %eczema|rash|mosquito|sunburn|itchy
    :hurt|hurting|cut|cutting|burn|burning|hit|hitting|scratch *1 myself *1 so|because *1 that? *1 i *2 not|feel|can|deserve|hate -was %fell|accident|tripped
    :{wish} *2 slice|cut|slash|burn|stab|carve|slit my *1 {body} -hair|nails
    scars|cuts|burns|marks *1 that? *1 i *1 made|gave|put|did|make|caused
    wrote|written|writing everyone|everybody|them|all *1 a? letter|letters|note|notes
    if *6 fell|falls|fall|drops|dropped|crushed|crushes|lands|landed|swallowed|strikes|struck *2 me *3 i *1 would|will not *1 be? mad|mind|complain|upset|sad|care|move
    life *8 i *1 not *1 want it|this|that|any $ -job
    what *2 happen|happens if i *2 {die}|killed|jumped|disappeared|stopped %laughing|heat
    would be *3 easy|simple *3 to *2 swallow|step|jump|swerve|fall|slip|disappear|end
    right night|time to *1 die|go|end $ -bed
    can not wait *2 to *1 be? {die} -at|in
    can not wait *2 for *2 life *3 end|over -story
    :take|have|make|let *2 me *1 cease|perish|expire -membership
    :die|dead|death|gone|dying *3 looks|is|sounds|seems like *3 only|best|way|out|answer|exit|option %{figure}
    :made|making up my mind *2 about|to *2 leave|leaving|go|end|die|dying *2 this|world|life|it|$
    not *1 put up with me *1 much|anymore|longer|$
    :give|giving|gave my *2 to *6 goodbye|bye|sorry
    """)
}
