// What's said in passing: not wanting to live, to wake up, to be here; no point and no reason.
extension CarePhrases {
  static let weary = living + waking + reasons

  private static let living = read(
    """
    :not|never|hardly|barely|nor *3 want|wanted|wanting|wish|care|like|feel|intend|plan|need|going to? live|exist -with|in|here|there|at|on|near|next|together|off|by|under|without|alone|through|for|up|out|outside|paycheck|a|my|this|his|her|their|as|close|downtown|abroad|to
    not|never *3 want|wanted|wish to live|exist in|on|through this world|planet|life|body|earth|hell|skin|pain|like|another|without
    not|never *3 want|wanted|wish to live without
    not|never *3 want|wanted|wish to live for another
    not|never|barely *3 want|wanted|wish|feel like? to? be alive
    not|never|barely *3 feel like living|existing
    %{errand} not|never *3 want|wanted|wish to? be here|hear anymore -for|at|with|in
    not|never *3 want|wanted|wish to? be on|in this|the earth|planet|world
    ^ i? do not want to be here !
    %{errand} not *3 want|wish to be|stay around|here anymore
    not *3 want|wish to be around $ !
    not *2 want|wish to be anything|anyone|anywhere|a? person|human? anymore
    %{errand} not|never *2 want|wanted|wish|able|can|could|will to? go on|continue|carry $ -vacation
    not *2 want|wanted|wish to? keep|continue living|existing|going|breathing|waking|fighting|on $
    %{errand} not|can not want|wanted|wish|can|could *1 to? do|take|handle|bear|keep|stand|live|face this|it|life|living|doing this? like? it? life? anymore $
    %{errand} not *2 want|do|can|could *1 to? do this|life|living|it thing? called? life anymore
    %{errand} can|could not *1 do|take|handle|bear|stand this|it|life anymore $
    %{errand} can|could not keep|go|carry living|on|going|existing|breathing like|anymore
    %{errand} can|could not go|carry on $ -vacation
    can|could not keep living|existing|breathing -with|in|here|there|at|off|on
    %{errand} can|could not live like this anymore
    can|could not live with myself $
    can|could not live with *2 what i
    can|could not live without him|her|them|you $
    can|could not face|bear another day|night|morning|year $
    can|could not take|face|bear|stand|handle life|living|existing|being alive? $
    not *2 want|have to be me anymore
    not *2 want *1 life anymore
    tired|sick|exhausted|bored|done|weary|finished|over of|with|from? life -and|at|in|insurance|lessons
    tired|sick|exhausted|done|weary|fed|over of|with|from|up living|existing|breathing|surviving -with|in|here|there|like|at|on|out|room|alone|off|paycheck|abroad|apart
    tired|sick|exhausted|done|weary of|with|from living|existing like this $
    tired|sick|exhausted|done|weary|over of|with being alive|here $
    tired of fighting|trying *1 to *1 stay|live|be *1 alive
    tired of fighting $ !
    :done with|here life|living|existing|world|being|earth
    :done with this|the world|life
    :{want} to? stop|quit|cease being|existing|living|breathing -a|at|with|in|so|here
    :{want} *1 not *1 exist|alive|live|wake
    :{want} *1 not be *1 here|alive|around $
    :wish|wishing|wished i *2 not exist|alive|here|born|live -with|in|there|at|so
    :wish|wishing|wished i *2 never existed|exist
    :wish|wishing|wished i *3 not|never *1 born
    :wish|wishing|wished i *2 stop|stopped existing|living|breathing
    never|not should have been? born|exist
    should never have been born
    never|not *1 asked|ask to be|exist born|alive|this? $
    regret|curse *2 born|birth|being -a
    :stop|cease|stopped|quit existing
    no *2 desire|will|wish|interest|motivation|reason|energy|strength|want|purpose|point to|in|for live|living|life|exist|existing|stay|staying|keep -here|with|room|in|his|her|friends|a|so|it|calm|there|home|up|late|awake|on
    no *2 desire|will|wish|interest|reason|want|purpose|point to|in be|being here|alive|around -for|at|so|early
    no *1 will|desire|strength to *1 keep|go|carry on|going|living|fighting
    lost *2 will|desire|reason|wish to live|go|exist|keep
    hate being|living alive|$
        hate that i *2 alive|exist|breathing
    hate waking up $
    can not believe i *2 alive
    wish *2 would not have|exist made|saved me
    living|being|staying alive is|feels *3 hard|exhausting|pointless|painful|much|torture|punishment|chore|unbearable
    life is *2 not worth -insurance
    life is *3 worth living not
    life|living is|feels pointless|meaningless|unbearable|torture|hell $
    not|is not|does feel|seem *2 worth living|it|going|staying|sticking alive? anymore
    not worth living
    worth living|being|staying alive? anymore
    not *2 cut out for *1 life|living|world|this
    not *1 meant|made|built for *2 world|life
    not meant|supposed to be here|alive $
    not supposed to *2 be here|alive still? $
    not *1 belong|meant in|on this world|earth|planet
    existing is|hurts|feels
    it hurts to *2 live|exist|be|breathe alive? $
    barely holding|hanging on to *1 life
    do not see|think i *3 live|make|survive|be *3 to|past|through|until|long|alive $
    not *1 see|have|picture a|any|my future for? myself? $
    i *2 not make|survive it? *2 to|through|past tonight|night|christmas|tomorrow|birthday|weekend|week|30|thirty|year
    can not do|take life $
    i am ready to go $ !
    %{errand} can|could not go on living|existing|like|pretending
    no|any|not|what|know|see way|how|point *2 to|i *2 go|keep|carry on|going|living
    do not know *1 how *3 to|i|longer *3 go|keep|carry|live|living on|going|$
    how much longer *3 let|keep myself|going live|alive|$
    how much longer *2 i *2 live|exist|alive|going|stay
    not *1 know|remember why *2 i *2 still? here|alive|living|breathing|trying $
    why *2 i *1 still here|alive|breathing $
    why *1 am *1 still *1 here|alive
    not *2 have to exist|live anymore|alive|through|$
    not *2 have to be alive
    :wish|hope|want *3 not *2 have to live -in|with|here|there|at|on
    not wanting *1 to *1 live|exist|be *1 alive|here|around|anymore|$
    not wanting to *1 be alive|here
    :want|wish|need to? stop being *1 alive|here
    easier|better|nice|nicer|relief|good|ok|okay|fine|great|cool|kinder *2 to? *1 not|never *1 to? *1 exist|existing|alive|born|wake|waking|be *1 here|alive|up|all|$
    easier|better|nice|nicer|relief|fine|okay|cool|great *2 to|if *2 dead|died|dying
    easier|better|nice|nicer|relief|fine|okay|cool|great *2 if i *2 not|never *2 wake|here|exist|alive|around|woke|born|existed
    should not be alive|breathing
    not *1 supposed|meant to *1 be still? alive
    my birth was|is *2 mistake
    :wish *3 mom|mother|parents|dad|mum|they *3 not|never *1 had|have|born me|kids $
    should have aborted me
    pretending *2 i *1 want to live|exist|be|keep alive|here|living|$
    not care what happens to me
    not *2 care *2 if i *2 hit|crash|hurt|sick|cancer|die
    :lie|lay|lying|walk|drive *4 and not|never *1 get|come|wake|return up|back|again
    :walk|walking|drive|driving|wander *2 into|out *2 woods|forest|snow|desert|mountains|cold and not|never|die|disappear|lie|freeze
    only|barely alive|living|here because|for|so|out
    not *1 ask|asked to be here|alive|born
    being alive *3 exhausting|hurts|hard|much|tiring|pointless|sucks
    not *1 meant to *1 last|live|survive
    do life anymore
    not *2 interested in *2 living|alive|life|existing
    over *1 being alive
    life *2 not *1 for me $
    not *2 something i want|wanted anymore $
    not *1 know|sure if|whether|that i *2 want|wanna|can|will to? be|live|exist|keep|go|make *1 alive|here|anymore|living|going|on|through|$ -school|place|job
    not *1 know|sure *2 if|how|whether i *2 make|survive|get|last it? *2 through|to|past|until|the *1 tonight|night|morning|weekend|holidays|christmas|month
    how|strength|hard|struggle|struggling|energy|will|willpower *5 keep|stay|staying|keeping|continue *1 living|alive|existing -here|with|in|as
    not *2 want *2 alive
    can not *2 being alive
    :tired of being here $ -for|at
    nothing keeps|keeping|holds|holding me here -for|but|except|because|anymore|, $
    :not *2 plan|planning|expect|expecting|intend *2 on|to *1 be|being|see|seeing|make|making|live|living|stick|sticking *3 around|here|birthday|alive|next|40|50|30|christmas|long -school|early
    :not *1 see|make|reach 18|20|21|25|27|30|35|40|45|50|60|thirty|forty|another|christmas $ -him
    not *1 want|able|like|trying *1 to be a? person|human|alive|anything anymore|$ !
    reason|reasons *1 i *1 still *1 here|alive|breathing|around $ -is|are
    :i *1 only *1 stay|staying|here|living|alive|hang|hanging|keep on? *1 going? for *1 dog|cat|kids|mom|mother|son|daughter|cats|dogs|him|her|pets|wife
    if it was|were|is not for *4 i would *2 gone|dead|done|not|have|be|kill|end|already
    :run|ran|running out of reasons *2 to stay|live|keep|go|wake
    :not *1 promise *2 i *2 be here|alive|around tomorrow -at|because|,
    :breathing|waking|living|existing feels|is|seems *2 much|chore|work|effort|heavy|hard|exhausting|unbearable
    feels|is like a chore *2 never|$ !
    :why *2 i *1 keep waking up $ -at|in|so
    :not *3 survive|make *2 another|tonight|much *1 longer|night|week|day|year|month $ -of|at|in|with
    :not *1 see|imagine|picture myself growing|getting|being|becoming old|older $
    :taking up *1 space *1 here? $ -in|on
    :will to live *2 not|gone|zero|lost|none|missing|left|dead|404
    tired of waking up *1 $ -at|to|early
    :just tired of waking
    :counting|count *2 days *4 not have
    """)

  private static let waking = read(
    """
    not|never *3 want|wanted|wish|need|care|have|plan to? wake|waking up -early|at|to|before|for|so|with|him|her|the|next|this|yet|alone|hungover|feeling|and
    not|never *3 want|wish|have to wake up in|to|the|and *2 morning|day|face|again|world|tomorrow|this
    %baby|kids|kid|him|her|dog|neighbors|roommate|late :{want}|hope|pray|praying *1 i *2 not|never wake|woke|woken
    %baby|kids|kid|him|her|dog|neighbors|roommate|late :wish|pray|hope|praying *3 not|never wake|woke|woken|waking up
    :go|fall|going|falling to|a? sleep|asleep and|then *2 not|never *2 wake|get up -until|for|before|early|at|to
    :go|fall|going|falling to|a? sleep|asleep and|then *2 not|never *2 wake|get -up
    not|never wake|waking|woken up ever|again|anymore $
    never wake up $
    never waking up $
    not waking up $
    :{want} to sleep forever
    :sleep forever and|never not? wake
    :{want} to? go to? sleep forever
    :{want} *1 fall asleep forever
    :disappointed|sad|angry|mad|upset|sorry|annoyed *2 i|that|when|because|to *2 woke|wake|waking up -late|early|to|at|with|in|from
    :disappointed|sad|angry|mad|upset|sorry|annoyed *2 i|that *2 alive
    every morning|day|time *2 i *2 wake|woke up *3 disappointed|wish|sad|hate|still
    :{want} *3 sleep *2 and never|not|be *1 get|wake|come|done|gone|return up|back|again|$ -until|for|before|early
    :want|wish|hope to sleep and never
    :{want} *2 go to sleep forever
    :hate|hated|annoyed|cried|cry *2 i|when *1 woke|wake up $ -at|late|early
    :pray|prayed|praying|hope|hoped|hoping|wish *2 not to wake *2 $ -the|him|her|my
    :not *2 wake|woken|waking up? from *2 anesthesia|surgery|coma
    """)

  private static let reasons = read(
    """
    no|not|what|is|see|any|lost|why|find|without|zero|where|little *4 point|purpose|meaning|sense|use in|of|to *1 living|life|going|continuing|existing|alive|staying|carrying|trying|breathing -together|late|up|there|with|at|to|coach|over
    no|not|what|is|see|any|lost|why|find|without|zero *4 point|purpose|sense in|of|to *1 being here|alive|me
    point|purpose in|of|to *1 being|me anymore
    no|not|what|is|see|any|lost|zero *3 point to|in|of my life|existence|anything|living|existing
    no|not|any point|purpose anymore $
    what|where is *1 point anymore
    what is *1 point of|in|to *1 me $
    what am i *1 living|alive for
    what *3 am i even? here|alive for $
    why *2 am i *1 alive|here|breathing|living -so
    why *1 bother living|existing|going|staying|waking
    why *2 should|do|would i *2 live|exist|alive|stay|continue|keep *1 going|alive|living|on|$
    why live $
    no|not|any|one|single *2 reason|reasons *2 to|for|why|i *3 live|living|alive|exist|existing|wake -here|with|in|there|up
    no|not|any|one|single *2 reason|reasons *2 to|for|why|i *1 go|keep|carry|continue on|going|living|trying|breathing -with|to|at|here
    no|not|any|one|single *2 reason|reasons *2 to|for stay|staying alive|here|$
    no reason to *1 be|stay|keep here|around|going|alive|trying|living
    not|no *4 reason|reasons to *2 wake|get up *2 anymore
    nothing *3 to|worth|left *1 live|living for -there
    nothing *2 left for me *1 $
    nothing|nobody left to *1 live|stay|keep
    nothing *2 keeping|keeps|holding|tying me here|alive|going -but|except|because|for|,
    only *2 reason|thing *4 keeping|keeps|stopping|alive *1 me? alive|here|from
    %insurance|dental|paycheck|pension|benefits|job|health|boss|rent|lease|401k only *2 reason *2 i *3 alive|here -early|late
    nothing *2 look|looking forward to anymore
    nothing *1 matters anymore $ !
    nobody|nothing would|to stop me
    what *2 stopping me
    would *2 matter|difference|care if i *3 gone|died|dead|not|never|disappeared
    only *3 that|who would *1 miss|notice me
    nobody *2 left *2 who|that *1 needs me
    point|reason|purpose|sense *1 in|of|for|to *1 sticking|stick|staying|stay|hanging around -there|for|at|when
    not|no *4 point|reason|sense *2 sticking|staying|stick|stay around|here|alive
    """)
}
