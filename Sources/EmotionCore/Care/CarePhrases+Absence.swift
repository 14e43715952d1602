// Being gone: others better off, nobody who'd notice, disappearing, goodbyes.
extension CarePhrases {
  static let absence = without + vanishing + farewell

  private static let without = read(
    """
    %{errand} {they} *3 would|will|be|are|is|could|might *4 {happy} *2 off? without|if|when|once me|i -around|there|at|on
    better|happier off? without me -on|at|in|there
    %{errand} better off without me
    %{errand} {happy} off? *1 without me *2 in|here|around|anymore
    {happy} *2 if|when|once i *3 {gone}|not|never|around -see|come|go|call|leave|get|do|have|make|in|at
    {happy} *2 if|when|once i *1 not|never *2 here|around|exist|alive|born|existed|wake
    {happy} if *1 i am gone
    place without me
    world|life|place|everything *2 without me in? it?
    nobody|anyone|who *4 notice|care|miss|mind|cry|mourn|bat *3 if|when|that i *3 {gone}|not|never|kill|killed|were|wake -see|come|go|say|was|in|early|my|the|at|job
    would|will not *3 notice|care|mind|miss|realize *2 if|when|me *3 {gone}|dead|not|disappeared -see|come|go|call|get|do|have|make|in|at|early|home
    nobody|anyone|who *3 notice|care|mind|realize if i *3 not|never|stopped|stop *2 here|wake|around|existing|breathing|alive|exist
    would anyone|they|you|people|he|she *2 notice|care|miss|cry *2 if? i|me *2 {gone}|not|tomorrow|$
    would anyone|they|you|people *2 miss me
    nobody|noone|who *4 miss me -at|in|here
    nobody *1 would|will *1 notice|care *1 i *3 gone|dead|missing|disappeared
    nobody *1 needs|wants me *1 alive|here|around|in
    nobody|who *1 needs|wants|would *3 if i *2 dead|gone
    come to my funeral
    :{think} *3 my *1 funeral
    if i *2 died|die|dead|gone *4 nobody|would|they|everyone|maybe|it|who
    if i *2 die|died|disappeared|dead|disappear *2 tomorrow|tonight|today
    if i *2 not|never *2 here|exist|around|existed|born|alive anymore|nobody|they|everyone|$
    :not|stop|never|no *4 be|being *1 a *2 burden *2 anymore
    :stop being *1 such? a *2 burden
    :being|am|feel *3 a *2 burden to|on everyone|all
    :burden|burdening everyone|them|you|people|family *2 anymore|alive|exist|$
    burden *1 i am *3 gone|disappear
    free of|from me $
    rid of me $
    free them|everyone|you|him|her *2 of|from me|burden
    not *3 have|need to *3 deal|worry|put|care|look|pay|bother *1 with|about|up|for|after *1 with? me *2 anymore|much
    not *3 have to *2 see|hear|carry|support me anymore
    not *2 a|be *2 problem|trouble|bother *2 anymore|soon $
    worth more *1 dead
    worth *3 dead *1 than
    more *1 dead than alive
    insurance *4 if|when i *2 {gone}|gone|die
    when|once|after i *1 gone *1 they|you|everyone|nobody|please|who|then|maybe|i|there
    :waste of *2 oxygen|air $ -and
    insurance *3 money|payout|policy|covers|pays *6 me|gone|die|dead|without|suicide
    money *4 more than *3 me $
    more than they|he|she need|needs|want|wants me
    free without me
    get|move over|on *3 if|when|once|without *1 i|me *2 gone|not|dead|around|here|died -home|there|back
    get|got over it|me *3 if i *2 not|gone|dead|died
    :i *2 in *1 everyone way $ !
    :take|taking|taken up *2 oxygen|air
    :only *1 keeping|keep *1 living|alive|going *2 for|because
    nobody *1 would|will *1 cry|come|mourn *2 me|funeral|gone
    :my *1 funeral *3 nobody|who|anyone|come|nice|cry|empty
    forget|forgot me *2 week|month|days|gone
    they|everyone|people|kids|family|friends|parents would *2 move|get on|over *1 it|me? $
    would *1 be *1 relieved $ -when
    life|lives|everything would *2 easier|better|simpler *2 if i|without *2 never|not|gone|dead|me|died
    :world|life|everyone|everything *1 would|will *3 go|move on *2 without|if *1 i|me *3 $ -home
    :world|nobody|they|everyone *3 not *2 miss *3 loser|me|one|failure|nobody|burden
    :one|1 less|fewer person|burden|mouth|problem|loser|body|idiot|failure
    :doing|do *2 everyone|them|world|family|people *2 a|the? favor $ !
    favor *2 by *2 leaving|dying|disappearing|ending|killing|gone *1 this|myself|world|it|$
    they|everyone|people|kids would cry *6 free|over|fine|on|forget
    easier on|for everyone|them|all *3 if i *2 go|went|left|gone|died|just
    :out of the picture|way *2 better|happier|somebody|find
    :not *1 be *1 problem|burden|bother *1 much longer
    """)

  private static let vanishing = read(
    """
    :{want} to? disappear|vanish|evaporate|dissolve -into|in|behind|for|to|with|on|from|somewhere|when|under|the|right|until|after|at|here|there
    :want|wish|need to? disappear|vanish from *1 this|the|my|earth|world|everything|everyone|existence|life|face -group|meeting|chat|party
    :want|wish to? disappear for good|ever|forever
    :want|wish to? disappear|vanish right|here|now|$ !
    :wish|wishing|wished i *2 disappear|vanish|evaporate|gone -into|in|behind|for|to|with|on|when|under|the|from|right|home|out
    :wish|wishing|wished i *2 disappear from|for everything|everyone|the|this|good|ever -group|room|meeting
    :{want} to fade away
    :{want} to be gone -by|from|for|before|in|to|at|all
    :{want} to be gone for good
    :{want} to be nothing|nowhere $
    :{want} to be? erased|nonexistent
    :want|wish *3 earth|ground|world to|would *1 swallow me *1 forever|whole and|for
    :{think} *2 disappearing|vanishing -act|into|in|for|to
    :{think} *3 not being here|alive|around
    :{think} *3 not *1 existing
    :{think} *2 being gone|dead
    :{think} *3 what it|how|who|the|they *4 if|when|without i|me *2 dead|gone|died|die|not|$
    :{think} *2 leaving for good
    :{think} *1 leaving this|the world|life|earth|everyone
    not *1 be|around *1 here|around *2 long|longer|anymore|tomorrow -i? am|at|for -work
    not *1 be|around here|around *3 much longer|long
    not *2 be|around here|around|alive *2 to see|next|christmas|when|by
    not be|around here|around anymore
    not be alive -if|without|from|today|because
    not *1 have|long much|left|longer longer|left|time to live
    gone soon|tomorrow|tonight and|so|anyway|$ !
    i *1 be gone *1 soon|tomorrow|tonight $ -until|to|for
    :wanting to be|disappear gone|forever
    :{want} to? *1 gone *1 forever
    not be alive|here|around *3 by then
    :{think} *3 not|never *2 wake|waking|exist|existing|here|alive|around
    :log|logging|clock|clocking|check|checking|checked|sign|signing|opt off|out *2 good|forever|permanently|life|early -today|work
    permanently log|check|clock
    :not *3 be here|around|alive *2 next|christmas|thanksgiving|birthday|summer|spring|graduation -week|weekend|monday|tuesday|wednesday|thursday|friday|month
    not *1 be needing|need it|them|these|anything|any anymore|where|$
    :{think} *3 not coming home|back $
    :{think} *5 never *1 coming|come back *2 ever|$
    :if i disappear|vanish|go|left *2 not *1 look|search|come|call for|after|$
    if i *1 disappear not look
    """)

  private static let farewell = read(
    """
    goodbye for good|ever|now|forever -to
    goodbye forever|everyone|cruel|all|life
    ^ goodbye world !
    :this is *2 goodbye|farewell -for|summer|party|lunch|to|dinner
    this is *2 last|final *1 goodbye|message|note|entry|night|day|time *2 i|from|on|you|$ -at|before|of|off
    my last|final goodbye|note|letter|words|entry -of|at|from|in|before|off|here|for|to|was|is|on
    my last|final day|night|birthday|christmas on|alive|ever earth|$
    last|final *2 on|in this earth|world|planet
    :say|said|saying *2 goodbye|goodbyes to everyone|all -at|from|on|in
    %regulars|customers|team|class|students|coworkers|closing|retiring|clients|school|band :write|wrote|writing|written|left|leave|leaving|finished *2 goodbye|suicide|farewell|final|last|death letter|letters|note|notes|text|texts|message|messages|email|will
    :write|wrote|writing|written|left *2 a|my|the note|notes|letter *2 for|to|and *3 find|when|after|gone|die|sorry
    look|take|taking|watch|care *2 after|of|for *4 when|once|after|if i *3 gone|dead|not|die
    promise *4 when|after|once i *2 gone|dead|not
    %{errand}|truck :give|giving|gave|given away *2 all|my|everything *1 my? things|stuff|belongings|possessions|everything|own|dog|cat|pets
    %{errand}|new|truck :gave|given|giving my things|stuff|belongings|possessions away
    %tax|taxes|accountant|sale|surgery|grandpa|grandma|mom|dad|uncle|aunt|his|her|their :put|putting|got|getting *2 affairs in order
    forgive me for *3 i|what *3 about|going|am|tonight
    i am sorry *3 by the time
    by the time you|anyone *3 read|see|find|reads|finds
    if you *2 reading|find|read this *2 i *3 gone|dead|sorry|already|tell
    tell *5 i|that *2 loved|love them|her|him|you|everyone *2 ok|okay|please|after|when|sorry|$ !
    not *1 try to? stop|save|find me
    see you *2 other|next side|life
    remember me when|after i
    when|before|after|until|if|who|whoever|once *2 find|finds|found|discover me|body *2 dead|cold|please|tell|know|already|there|hanging|it|,|$
    do|please not blame|hate yourself|yourselves|anyone|themselves -for
    nobody|not *2 fault|blame *3 i *2 just|could|can|tired|gone|sorry $ !
    nobody|they|no *3 mess|clean|bills *3 when|after|left *1 i
    for when i *1 gone|dead
    for when i *2 not here|around|alive
    letter|letters|note|notes *4 when|after|once|for *2 i|they *3 gone|not|dead|find
    found|find|finding *2 home|homes for *2 dog|cat|pets|cats|dogs|my
    this will|is *3 my? last|final entry|note|post|message|letter|words|christmas|birthday|journal|sunset|night -at|in|of|before|for|to|as|on|with
    :last time *1 i will|ever *2 write|see|talk|hear|hug|say|post
    love you all *2 goodbye|bye|sorry|so
    sorry *4 goodbye $
    goodbye *3 sorry $
    had|have|having|one last dinner|meal|day|night|sunset|walk|talk *6 goodbye|before i|gone
    not *2 know *3 saying *1 goodbye
    give|giving|gave *2 my *2 to *4 when|after|once i *2 gone|die|dead
    do it tonight|tomorrow $ !
    when i *1 do it $
    :this is *1 my *1 last entry|post|note|journal|letter $
    last thing *1 i *1 will? ever|write
    :wrote|written|write|writing *1 letters|notes|letter to *1 everyone|each|all -santa|congress|senator
    letters|letter|note|notes *4 for after $
    not cry for|over me *1 when|after|$
    sorry *1 i *1 could|can not stay $
    not *1 be here when you|they|he|she *1 wake|get|come|find|read
    you|they|she|he will find me *2 $ -at|by|on
    :song|songs|music|flowers|outfit|dress *2 for|at my *1 own? funeral
    when it is *2 over|done *2 take|tell|please|look
    take|look|watch *1 care|after|over *1 of? *1 mom|mum|dad|mother|him|her|kids|them|sister|brother|each|dog|cat *1 for me *2 when|$ -this|while|tomorrow|tonight
    it ends tonight *1 !
    tonight is *1 the night !
    :set|picked|have a date $ !
    tell *1 my *2 i *2 love|loved *3 and i *1 tried|sorry
    :saying goodbye in my head|mind
    :wrote|write|written|writing the|my note *2 $ !
    :wrote|written the note last|tonight|today|yesterday
    :going|want|ready to *1 see|be *1 with? *1 grandma|grandpa|mom|dad|him|her|them|you soon *1 $ !
    gone before *1 holidays|christmas|birthday|thanksgiving|summer|anyone|they
    :i *1 be there to see it $ !
    not *1 be *1 there|here|around|alive *1 to see it $
    :told|tell *2 everyone|them|kids|mom|dad *2 i love *4 just in case
    :gave|give|giving *3 my *5 not *1 be? need|needing it|them
    for after i am *1 gone|dead
    whoever finds me
    :deleted|closed|canceled|cancelled *6 after|when *1 it|i $ !
    so nobody|no *2 deal with *2 after|me|it *1 $ -me
    :no point *2 i *2 not be here
    :it will *1 all be over by *2 weekend|tomorrow|friday|monday|sunday *2 for me
    :want|need|wish *1 one|a|some? person|someone|somebody *2 to stop me $
    nobody *2 to|can|will|would stop me *1 this|now|anymore|$
    :last time *1 they|he|she|mom|someone *1 found me *1 soon|before|$
    like it *1 was the last time
    """)
}
