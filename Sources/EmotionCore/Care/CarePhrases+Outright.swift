// What's said outright: dying, suicide, killing oneself, one's own life.
extension CarePhrases {
  static let outright = dying + suicide + killing + life

  private static let dying = read(
    """
    :<not|never want|wanting|wishing|need|ready|prefer|try|trying|tried|plan|planning|hoping|longing|decided to die -of|from|laughing|on|for|a|with|happy|old|inside|peacefully|rich|without|before|trying|hard|in|at|knowing
    :want|hope|wish|hoping|trying to die in my sleep
    :want|wish|hoping to die before|without -i|me
    i wanted to die %{shy} -of|from|laughing|on|for|a|old|right|there|inside|in
    :like to die $
    :deserve|deserves to die
    :deserve to be dead
    :hope|wish|pray|praying i *3 die -of|laughing|first|before|happy|old
    :hope i *2 not make it through|to
    :wish i could die
    :wish|wishing|wished i *3 dead
    :wish|wishing|wished i *2 had died
    :wish|wishing|wished i *3 not|never *1 alive
    :wish|wishing|wished *2 god|someone|something|you|they|it|he|she|cancer|heart|car|truck|bus|universe *2 would|to|could *2 kill|take|end|shoot|hit me
    :want someone|god|something|it to kill|shoot|end me
    :pray|praying|prayed|beg|begging *4 die|take|dead $
    let me die
    :rather die $
    :rather be dead
    :rather be dead than
    :{want} to be dead
    :{want} i *1 be dead
    :better off|if|to be? i? be? was? were? dead
    better off dead $
    i be better off dead|gone
    :should be dead
    :should have died
    i should *2 die -of|laughing|happy|for
    i need to die
    %{errand}|coworker|promotion|role it should have been me $
    it should have been me instead|who|that|not
    :want|wish|wishing|long|longing|crave|craving|welcome|welcoming|beg|begging for? death -of|penalty|metal|star|valley
    :{think} *2 about|of|on *2 my own? death $
    :{think} *1 about|of *2 dying -my|his|her|to|for|out
        :going to die tonight|today by
    tonight i *2 die
    :die by my own hand
    i *2 comfort in? *2 idea|thought of *1 dying|death
    not *4 care if|whether i *2 live|die|am|wake|survive|crash
    not *3 care *2 whether|if i *2 die|live
    not *2 mind *2 if i *3 die|dead|wake
    not *2 mind dying|being $
    not care about living|staying *1 $
    care if i live or die
    happy|relieved|fine|okay|ok if i *2 die|died|not $
    death|dying|dead *2 sounds|seems|feels|looks|would|is *4 good|nice|better|peaceful|vacation|relief|easier|only|option|great|restful|appealing|comforting|sweet|answer|freedom|escape -than
    :rather|want|wish|hope|hoping|wishing *3 it|cancer|chemo|covid|plane|heart|something|earth|meteor|asteroid|lightning|tumor|virus *2 kill|killed|kills|take|takes|took|finish|get me -back|home|long|to
    :pray|praying|prayed|hope|hoping|wish|want|ask|asking|asked|beg|begging *3 god|lord|jesus|universe *2 take|takes|took|call|calls|bring|end|let me|it -to|back|out|for
    god|lord|jesus *2 take|call|bring me home|tonight|already|now
    :supposed|meant to *1 be|have *1 dead|died
    :wish *2 it|they|pills|attempt|rope|that|gun *2 worked|work
    :wish|wishing|sorry|sad|angry|mad|hate|ashamed *2 i *3 survived|survive
    :wish *2 i *3 not *1 survived|woken|saved|found|revived|made
    :wish *2 they|you|he|she|doctors|paramedics *2 not *2 saved|found|save|revived|brought me
    should have let me die|go $
    :hope|hoped|hoping|wish|wished|pray i *2 not make|survive it? $
    :hope|hoping|wish|wishing|want *4 scan|test|tests|biopsy|tumor|lump|results *2 comes|come|is|be *1 back? bad|positive|malignant|cancer|terminal
    :wish|want|hope|hoping *1 i *2 get|had|have|got *1 cancer|terminal|tumor|heart|stroke
    :not *1 deserve to be? live|exist|alive|breathe|here -in|with
    :waiting|wait|counting|just to die -for
    :waiting for *1 death|end $
    waiting for it all to end
    counting down until|days *3 die|dead|end
    :jealous|envy|envious of? *2 dead|died|dying
    dead *1 people *2 lucky|easy|peace|free
    if i *2 go|die|died|went|passed in my sleep
    :go|going|pass|passing in my sleep
    :not *1 be *2 mad|sad|upset|sorry|surprised|opposed|complain|complaining *1 if|about|to *4 die|died|dead|not|never|hit|killed|dying
    :if *2 bus|truck|car|train|meteor|asteroid|plane|lightning *2 hit|hits|flattened|flattens|ran|took|takes|crashed *1 me|down|over *2 i|it|that
    dead by 18|20|21|22|25|27|30|35|40|45|50|55|60|christmas|spring|summer|new|thirty|forty|fifty -in
    :not *2 live|living|make|making *1 past|to|until|beyond 18|20|21|22|25|27|30|35|40|45|50|60|thirty|forty|christmas|graduation|next
    i do not think|see *2 i|myself *3 live|living|alive|here|around *2 next|long|past|by|much|year
    when|once|after|if *3 goes|dies|gone|passes i *2 go|going|gone|follow|die|done|out too|next|with|after|as|$
    six feet under -my
    :belong|better|put|i me|be? in *1 the? *1 ground|grave|coffin|morgue|cemetery|casket
    :be|become|rather|being worm|dirt food|nap
    :want|rather|ready|wish|could|hope to? *1 croak|perish|expire|rot|kick $
    :kick|kicking the bucket $
    :want|wish *2 be no more -of
    :want|wanting|going|ready to dir|sie|dye|doe $
    wake up dead
    already dead *1 inside? *1 why|might|just $ !
    part|piece|half|something|voice of|in|inside me|my *2 wants|want|wanted|wishes|hopes|wanting *1 to? *1 die|dead|gone|disappear|end|stop|not|kill|give
    :feel|feels|feeling like *1 i *2 dying|dead $ !
    :feel|feeling|felt like dying -of|from|laughing|for|because
    :feel|feeling|felt|keep|kept|close|back|about|near|rather|consider|considering|on|end|thoughts|urge|edge *2 to|like|of *2 killing|ending|offing|hanging|drowning myself|it|things|everything|my -with|up|here
    might|may as well be? dead|die|end|kill|gone
    :<not|never want|wanting too die $
    :be|am better dead
    let it *1 all? end $
    let it *1 be *1 over
    end things|everything tonight|today|tomorrow|soon|forever|permanently
    :either *6 or die|dead|suicide $
    kill me *4 mean|serious|real|joking|begging
    :want|wish|going|ready *1 out of here forever|permanently|for
    :if i *1 got|get|had *1 cancer|sick|hit|terminal *4 glad|relieved|happy|fine|okay|treat|fight|care
    not *1 mind|care|complain|fight|upset *2 if *4 hit|hits|killed|kills|took|takes|crashed|flattened *1 me|down|over
    life *2 no|without point|meaning|purpose|reason|value anymore? $
    my life *2 not *1 worth *1 anything|living|much|saving $
    i want out !
    :hope|hoping|hoped|wish|wishing|wished|pray|praying|prayed *2 my *1 heart|liver|lungs|body *1 gives|stops|quits|stopped|fails|gave|give|stop|just out|beating|$
    :hope|hoping|hoped|wish|wishing|wished|pray i *2 get hit|run|shot|struck|killed -me
    pull|pulling my own? *1 plug
    :pull|pulling|pulled the *1 trigger $ -on
    :let|want|wish|waiting|wait *1 the? reaper|death|grim *2 take|come|reaper|get me|for|$
    be *1 in a? *1 box in|six|under|forever
    being|be dead *4 worse|bad than|$
    :with|join|see *2 wife|husband|mom|dad|mother|father|son|daughter|brother|sister|grandma|grandpa|him|her *2 in heaven
    :with|join|see *2 him|her|them|mom|dad|husband|wife|brother|sister|son|daughter again? on|in the other side
    :ready|want *2 it to be my time $
    put me down like *2 dog|horse|animal
    :trade|switch|swap places with *4 died|dead|dying
    %job|role|meeting|team|photo|final|finals|game|play it should have been me in *3 not|instead
    :nobody|who *2 find me|my *1 for|until|body
    how long *4 notice|find|noticed|found *3 dead|gone|body
    :coma *3 permanent|forever|never|end|wake
    talk me out of it $ !
    :hope|hoping|wish|wished|hoped *3 anesthesia|surgery|operation *2 kills|kill|wake|up
    :give|donate *1 my *1 years|life|time to someone|anyone *2 who|that wants|deserves
    :if *3 plane|bus|car|truck|train|flight|elevator *3 down|hit|crashed|crash|hits *3 i *1 would *1 not *2 mad|mind|care|sad|complain|upset
    no|not *2 future *1 for me -at|with|in
    :afraid|scared of dying|death anymore *2 i|looking
    :not *2 afraid|scared *1 of *1 dying|death anymore
    death *3 not *1 scare|frighten me *2 living|life
    :envy|envious|jealous *3 get|got to die
    :if *4 button *3 not|never|stop|end *1 exist|existing|live|it|exist|born|everything
    :press|push|pushed *3 button *3 end|die|gone|disappear|exist
    :looking|look forward to death|dying|die|it *1 being over $ !
    :looking forward to death
    :wish|hope|hoping|wishing|want *2 the cancer|tumor *3 back|kills|spread|won
    :going|want|ready|time to? *1 home to the? *1 lord|god|jesus|heaven
    end sounds|seems|feels *2 peaceful|good|nice $ !
    :skip|skipping|skipped|stopped|refuse|take *2 my *1 insulin|meds|medication|pills|heart *3 purpose|hoping|die
    :took|take|unbuckled|undid *1 off? *1 my seatbelt *8 fast|faster|speed|wall|tree|closed|eyes|hoping
    :ran|run|running *1 the|a? red light|lights on purpose
    :hoping|hope|wish *2 someone|somebody|they|he *2 hits|hit|kills|shoots|stabs|hurts|beats me -back|up
    :close|shut my eyes *3 done|gone|over for? good|forever
    :want|wish|like *3 be done for good|forever
    someone|somebody unplug|euthanize me
    misery *2 serious|mean|real|joking
    :forgive me *2 for what i am
    rip me $ !
    """)

  private static let suicide = read(
    """
    :suicidal -patient|patients|client|clients|caller|callers|character|characters|deer|squirrel|pigeons|birds|drivers
    ^ suicidal !
    ^ suicide !
    :commit|commiting|committing|committed|attempt|attempting|attempted|consider|considering|contemplate|contemplating|contemplated suicide
    i am|was|feel|have|got|keep|get *5 suicidal
    :{think} *3 about|of|on|with? *2 suicide -prevention|squad|hotline|rates|statistics|bomber|of|in
    :suicide thoughts|ideas|plan|note|attempt|attempts|seems|sounds|looks|feels|was|method|methods|letter|is
    my suicide
    my *3 suicide note|attempt|attempts|plan|letter
    i *3 suicide note|letter|plan
    suicide is|seems|feels|looks *4 option|way|answer|out|only|door|choice
    :want|going|ready|trying to suicide
    on suicide watch
    i *3 suicide *2 on my mind
    by suicide myself
    two|three|another|previous|past|second|third|first|last|failed suicide attempt|attempts
    :third|another|next|second|first attempt $ !
    suicide *2 on my mind
    :i *3 attempted *2 before|again|twice|last $
    suicide question|questions|screening *4 lied|mistake|no
    """)

  private static let killing = read(
    """
    kill|unalive|hang|shoot|drown|poison|stab|murder|strangle|suffocate|off|end|electrocute|asphyxiate|gas|neck|top|execute myself -laughing|in|trying|working|studying|with|from|at
    kill|end myself in|with|at|from
    drown myself in the|a? bath|bathtub|tub|river|lake|ocean|sea|pool
    hang|shoot myself in|from|with *2 closet|garage|head|basement|rope|belt|woods|forest|fan|chest|heart|car|gun|temple|face|mouth
    killing|hanging|shooting|drowning|poisoning|stabbing|offing|ending|killed|hanged|hung myself -laughing|trying|to|over|with|at|for|working|in|studying|here|lately|and|this
    :{think} *3 killing|hanging|shooting|drowning|ending|offing myself
    :tried|try *2 killing|hanging|ending myself
    never|not|not|rather|stop *3 killing|kill|hanging myself
    delete|erase myself -from
    do|doing|done myself in $
    throw|throwing|fling|hurl|yeet|launch|toss|chuck|pitch myself off|under|out|over|down|from|onto *2 {place}
    throw|throwing|fling|hurl|yeet|launch|toss myself in front
    throw|fling|yeet|launch|delete|remove|erase myself out|from of? *1 existence|world|life|planet|earth|universe
    throw|throwing|fling|hurl|yeet|launch|toss|chuck myself into|onto traffic|the? *1 road|river|sea|ocean|tracks|street|lake
    throw|yeet|launch|chuck myself off $
    let myself die|drown|starve|bleed|go $
    starve|starving myself to death
    work|drink|drinking|smoke|eat myself to death on|and
    put|putting myself down|out of -for
    die by|at my own hand|hands
    :take|taking|took myself out -to|for|on|of|dancing|somewhere
    :take|taking myself out of *1 this|the world|equation|picture|existence
    :remove|removing|erase|erasing|delete|deleting|remov myself from *2 world|life|lives|earth|equation|planet|existence
    be deleted|erased|removed|gone from *2 world|earth|existence|planet|life
    game end|ending myself
    :self delete|deleting|deletion|terminate|termination $
    :punch|punching|cash|cashing *1 my own? ticket|chips
    :eat|eating|swallow|swallowing|bite|biting *2 bullet|gun|shotgun|barrel|lead -and|to
    :eat|swallow|taste *1 a|my|the gun|barrel
    paint the? *1 wall|walls|ceiling with my
    :take|taking|took *1 easy|coward's|cowards way out
    :would|could|might|almost|nearly *1 kill|killed myself if|but|were|last|once|twice|when|in|yesterday -laughing
    :self yeet|unalive|off|destruct|destruction|delete
    """)

  private static let life = read(
    """
    :end|ending|ended my own? life -story|as
    :take|taking|took my own life
    :take|taking my life -back|in|into|seriously|for|apart|to|savings|as|out|story|on|away|one|there|very
    :<the|that|this|by|at end|ending it all -turned|worked|comes|came|was|is|started
    :i *5 end|ending it -with|between|there|before|on|like|amicably|after|early|up|off|by|cleanly|badly|well|at|in|and|but|because|,|so|since|or|if|when $
    :ready|going|want|time|plan|planning|decided|tempted|easier|better to end it tonight|now|today|here|for
    :{think} *2 ending it|things|everything -with|between|amicably|early|there
    :end|ending everything|things $ !
    :want|going|ready|need|easier|time to end everything $
    :end|stop my suffering|misery|pain
    :want *2 pain|it|everything|this|hurting|hurt|suffering|noise *1 all? to? end|stop|be|go *2 and|but i *3 way|only|out
    :want *2 pain|suffering|hurting|hurt|agony to? stop|end|go|be
    :want it all to? end|stop|be
    :want everything to? end|stop|be *1 over $
    :want it to end|stop $ !
    :want|wish|wishing *1 it all over
    :want|wish|wishing *2 my life to|was|were|would|is end|over|ended|end|done
    :wish my life *2 over|ended|end
    my life is *1 over $ !
    :make it all stop|end
    make *1 pain|hurting|suffering stop|end
    :only|no *2 way|option|choice|solution *3 dying|death|die|dead
    only way *3 out|this|it *1 is *2 death|die|dying|dead
    :only way out
    ^ i? see? there? is? no|not *1 way out !
    i *2 no way out !
    :leave|leaving|exit|exiting|quit this world|earth|planet|life -cup|behind|insurance|jacket
    :leave|leaving this world behind
    :check|checking|checked out of life
    :give|giving|gave|given up on life|living
    :join him|her|them|you|mom|dad|mum|grandma|grandpa in heaven|there
    :want|ready *2 to go|be *3 heaven $
    :ready to meet god|jesus
    :ready to meet my maker
    ready to go *2 at peace
    at peace with *2 dying|going|leaving|it|death|my $
    it will|would all be over soon|tomorrow|tonight $
    :want|wish|need *2 my life to? *1 over|end|done|stop
    :want *1 everything|it|this|pain|all|thoughts to *1 stop|end|over|quiet *3 good|forever|permanently|ever
    :want it all|everything gone|over|done $
    :want|wanting|need out of *1 this? *1 life|world|existence|body|it $
    :had|have|has enough of *1 life|living|this? world|life $
    :lived long enough
    :finish it all? tonight|today|now|myself|forever
    :quit|quitting|rage *1 quit? on? life|living -insurance
    end|cancel my subscription|membership to life
    over by morning|dawn|sunrise|tonight $
    :made|make|making *1 peace with *2 dying|going|leaving|death|end
    :i *2 finally|will *2 peace|rest|free *1 tonight|soon|tomorrow|forever
    :finally be *2 peace|rest|free|gone *1 tonight|soon|tomorrow|forever
    :time for me to go $
    :my time to go|is|has up|come|here $
    :only *1 peace *4 death|dying|dead|grave
    :rest forever|eternally and|$ !
    eternal|permanent rest|sleep|peace|solution
    :not|can not *3 stay|remain|live|be in|on this|the world|planet|earth|life
    :uninstall|cancel|quit|tap|opt|drop|drops|check out? of? life $
    :overstayed my *1 welcome *2 earth|world|life|planet
    :leave|leaving|out of *1 this world|life|earth -cup|behind|jacket
    ^ going|about|want|ready to end it $
    :going|about to end it $
    not|no *3 more|any *1 birthdays|christmases|mornings $ !
    :not *1 want *1 any *1 more? birthdays|tomorrows|mornings
    """)
}
