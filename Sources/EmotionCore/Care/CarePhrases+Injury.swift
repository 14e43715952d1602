// Hurting oneself, being afraid of oneself, and slang for all of it.
extension CarePhrases {
  static let injury = harm + fear

  private static let harm = read(
    """
    :selfharm -prevention|training|awareness
    :self harm|harmed|harming
    :harm|mutilate|harming|mutilating myself
    :{want}|want|going|urge|urges|tempted|keep|keeps|kept|started|start|been|used|stop|stopped|back|need|feel|about|thought|thoughts|deserve|impulse|relapsed|used|like *3 {harm} myself -out|off|on|with|at|shaving|cooking|lifting|again? $
    :want|wanted|going|urge|urges|tempted|need|thoughts|impulse|about to|of|about *1 {harm} myself -out
    :cut|burned|burnt|hurt|harmed|scratched|punched|hit|bruised|bit|stabbed|choked|sliced|injured myself on purpose
    :cut|burned|burnt|hurt|harmed|scratched|punched|hit|bruised|bit|stabbed|choked|sliced|injured|cutting|burning|hurting|harming|punching|hitting|scratching|biting myself *2 purpose|deliberately|because|until|again|tonight|till|intentionally|whenever|instead|bad|bleed -on|when|shaving|with -my
    :cut|hurt|harmed|burned|burnt myself last night $
    :cut|hurt|harmed myself $ !
    :cut|hurt|harmed|burned|scratched myself to *1 feel|cope|punish|make|stop|see|calm|deal
    :cut|burned|hurt|cutting|burning|hurting|scratching|sliced|stabbed myself with *2 razor|razors|blade|blades|lighter|cigarette|cigarettes|scissors|glass|sharpener
    :cutting|hurting|harming|burning|punching|bruising myself -out|off|on|with|at|shaving|short|some|a|from|in|for|loose|open|by|trying|while
    :punish|punishing|punished myself *2 by|with|physically|cutting
    :cut|cutting|slice|slicing|slash|carve|carving|scratch|scratching|burn|burning *1 my|up|into|on my? wrist|wrists|arm|arms|thigh|thighs|leg|legs|skin|hips|flesh|forearm|ankles|stomach -on|in|while|shaving|off|hair|with -the
    :started|start|been|back|keep|kept|relapsed|urge|urges|stopped|stop|resist|clean|want|wanted|need|needed|relapse|going|tempted|thinking *1 to|with|from|on|of|about|into|not? cutting|cut again|$|help|it|tonight|bad|today|my|for -hair|grass|lawn|carbs|sugar|costs|class|school|corners|coupons|bangs|own|nails
    :cut again -the|my|in|from
    :been cutting -back|down|out|hair|the|carbs|class|it|corners|hours|his|her|their|people|wood|onions|coupons|grass|sugar|costs|calories|off|my -wrists|arms
    :urge|urges|impulse *2 to|of *1 cut|cutting|bleed|hurt|harm|burn|selfharm|slice
    :{want}|want|need to? bleed|feel *1 pain $
    :make|made|making myself bleed
    :relapsed *2 cutting|harm|selfharm|sh|harming
    :starve|starving|starved myself -of|to|for|all
    :bang|banging|banged|hit|hitting|slam|slamming|smash my head against|on|into *2 wall|walls|floor|desk|door until|again|to|when|hard|$ -metaphorically
    :deserve|need to *1 be? hurt|suffer|pain|bleed|punished
    :deserve *1 pain|suffering|scars
    blood *3 calms|helps|relief|feel|better $
    scars on my *1 arm|arms|wrist|wrists|thighs|legs *4 new|fresh|more|open
    new|fresh|more *1 cuts|scars|burns on my *1 arm|arms|wrist|wrists|thigh|thighs|leg|legs
    what i *1 did|do|done *1 to my *1 arms|arm|legs|leg|wrists|wrist|thighs|skin|body
    what i *1 did|do|done *1 to myself *2 $ !
    :hide|hiding|hid|cover|covering|covered *3 cuts|scars|burns|wrists|arms
    long sleeves|sleeve *6 scars|cuts|arms|see|hide|wrists|notice|ask
    %lip|lips|nail :punch|punched|punching|hit|hitting|slap|slapped|slapping|scratch|scratched|scratching|dug|dig|digging|bang|banged|banging|bit|biting|claw|clawed|pinch|pinched|choke|choked *6 until *3 bled|bleed|bleeding|blood|bruised|bruise|bruises|numb|stars|swelled|broke|hurt|raw|passed|feel
    :bang|banged|banging|hit|hitting|slam|slammed|smash my head *4 over|until|again|repeatedly|times|stop
    :blood|bled|bleed|pain|hurt|cut|cuts|cutting|burn|burned|burning|sting|blade|scratch|punch|punched|bruise *6 to *1 feel something|anything|alive|real|okay|better|it
    :pain *3 only thing|way *5 feel|real|control|helps
    :injure|injuring|injured myself -at|in|on|lifting|playing|running|skiing|falling|working|doing|my|trying|during
    :scars|cuts|marks *6 new|fresh|more|enough|old ones|again|made|$
    :made|make|added|add|got|new *2 new|fresh|more|another *1 cut|cuts|scar|scars|burns|ones $ !
    :new|fresh|more *1 cuts|scars *2 on|today|tonight|again|arm|leg|thigh -from|the
    :put|pressed|held|holding|hold *2 cigarette|lighter|iron|flame|match|blade|razor|knife|curling *3 out|on|to|against|into *2 arm|arms|skin|wrist|leg|thigh|hand|myself
    :held|hold|holding *1 my *1 hand|arm|fingers *2 over|in|on|under *2 flame|candle|stove|burner|lighter|fire|boiling|scalding
    :nails into *1 my *1 arm|arms|skin|palms|legs|thighs *2 until|bled|again
    :carve|carved|carving *4 into|in|on *1 my *1 arm|arms|leg|thigh|skin|stomach
    :miss|missing|missed|crave|craving|itch|itching|itched|fighting *2 cutting|blade|blades|razor|bleed|harm|cut|selfharm -class
    :hidden|hide|hid|keep|kept|found|bought|stash|unpacked *2 razor|razors|blade|blades *2 in|from|under|behind|again|apart|$ -for
    :took|take|taking|broke|pried|apart *2 blade|razor|sharpener *2 apart|out|from
    :clean *4 relapsed|relapse|cut|cutting|harm|selfharm|broke -house
    :relapsed $ !
    :opened|open|opening up? my *1 thigh|wrist|arm|leg|old
    :cut|cutting|cuts helps|calms|works|is|to *2 feel|calm|breathe|cope|way|only|relief
    :cut|burned|burnt|sliced|scratched|carved|slashed my *2 arm|arms|thigh|thighs|leg|legs|wrist|wrists|skin|stomach *2 with|until|on|again|because|so *2 lighter|razor|blade|cigarette|knife|scissors|glass|purpose|bled|feel|$ -sharp|rusty
    :cut|burned|sliced|slashed *1 up? my wrists|arms|thighs $
    :{harm} myself when|whenever|if|every|because|until|each *1 i|it|things|$ -was|opened|fell
    ^ i? cut tonight|again|last $ !
    :thighs|wrists|thigh *2 this time *2 deeper|$
    :rubber band *3 until|bled|welts|wrist
    :not *1 cut in *2 days|weeks|months|years *3 want|but|and|urge|proud|$ -hair|grass
    :not cut for|since *3 days|weeks|months|years -hair|grass
    :days|weeks|months|years *1 clean *4 cut|cutting|harm|selfharm|blade|razor|relapsed
    :bandages|gauze|bandage *1 on|around *1 my *1 legs|arms|wrists|thighs *4 again|razor|cut|cuts|hide|blade
    :scratches|marks|cuts *1 on my *1 arms|wrists|legs|thighs *2 not from
    :hurting|cutting|harming|burning myself is|helps|works|feels *3 only|way|helps|better|good|works|$
    every time|day|night *4 i *1 cut $
    :cut|hurt myself *1 in|at the *1 school|bathroom|shower|bath|tub|toilet
    :cut|burn|burned|hurt|burning myself with *2 matches|match|lighter|cigarette|iron *3 when|because|again|until|to
    :blood on my sleeve|sleeves|sheets *6 told|hide|lied|again *1 them|and|it
    :pull|pulled|pulling *2 my hair *4 clumps|deserve|until|punish|bleed
    :without cutting *3 tonight|today|broke|relapsed|ruined|failed|gave
    :want|need|wanna to feel *2 blade|pain|razor|burn|cut
    :blade *2 in my *2 phone|pillow|drawer|sock|shoe|backpack
    :deserve *2 hurt|pain|bleed
    """)

  private static let fear = read(
    """
    not safe with|from|around|alone myself|$
    not safe *2 with|from|around|alone *1 myself
    not *1 feel|am|be safe *1 with|around|being|alone|from *1 myself|alone|my
    not *2 trust myself alone|to|around|tonight|right|now|with *2 alone|not|be|stay|knives|pills|meds|live|safe|car|balcony|razor|gun|medication|$ -money|chocolate|cookies|carbs|drive|him|her|judge|decide|men|relationships
    not *1 trust myself $ !
    :danger to myself
    :scared|afraid|worried|terrified|frightened *2 of|about|that|what *3 i *2 might|will|could|would|may|going *2 do *3 to|tonight|myself|something|if|$ ! -when|him
    :scared|afraid|terrified|frightened of *1 what|myself i? *2 might? *2 do? to? myself|tonight
    :scared|afraid|terrified of my own? *1 thoughts|mind|myself *3 tonight|telling|hurt|die|$
    :might|could|will|may|going|about *2 do something *3 to|stupid|drastic|bad|terrible|permanent|awful|irreversible
    :do|doing something to myself
    voices|voice|brain|head|mind|thoughts *3 telling|tell|tells|told|says|saying|say|screaming *3 to|i *2 {harm}|kill|end|die|jump|hang|should -him|her|go|quit|dessert|eat *2 myself|die|off|it|dead|do|be
    thoughts *2 hurting|harming|killing|ending|cutting|dying
    :need|please|someone|somebody|call *2 stop|keep|protect me from|safe *2 myself|doing
    protect me from myself
    should *2 left alone *2 tonight|myself|right|now -with
    :not *1 be left alone
    :someone *3 keep an? eye on me
    :might *1 do it *1 tonight|this|$
    :what *1 i *1 am capable of *2 tonight|alone|$
    not *2 feel *1 safe with|around|alone *1 myself|tonight|$
    """)

  static let slang = read(
    """
    kms -on
    kys
    kill my self
    killmyself
    ctb
    sewerslide|sewercide|suislide
    :commit|committing not|sudoku|die|unalive|sewerslide|arson *2 living|alive|bath|$
    :unalive|unaliving
    :want|going|wish|ready|trying|tempted|rather to? be? not? unalive
    toaster *2 bath|bathtub|tub
    kermit *1 sewerslide|suicide
    :neck|top myself
    :unsubscribe|unsubscribing|log|logging|alt from|off|out|f4 *2 life|existence|permanently|good
    :want|going|ready|could|might|should to? rope $
    :rope tonight|myself|time
    :passive|passively ideation|si|suicidal
    :{want}|going|ready to? go? bye bye forever
    not *2 going to *2 alive|make *1 by tomorrow|morning|monday
    join *2 27 club
    f4 my life|existence
    want|rather|ready|take|taking *3 dirt|big|long|forever nap|sleep $
    game end|ending *1 myself|me
    game over *1 for me $ !
    final|last exit $ !
    """)

  static let otherLanguages = read(
    """
    quiero|quisiera morir|morirme|matarme|suicidarme
    no quiero vivir|seguir
    me quiero morir|matar|suicidar
    je veux mourir|plus
    je *1 veux *2 mourir|vivre
    me suicider|tuer
    envie de mourir
    plus envie de vivre
    ich will|möchte *2 sterben
    ich will|möchte *2 nicht *2 leben|mehr
    mich umbringen|umzubringen|töten
    quero|queria morrer|me
    me matar
    voglio|vorrei morire|uccidermi|ammazzarmi
    suizid|selbstmord|suicidio|suicídio|suïcide
    """)
}
