// How: pills, heights, roads, blades and guns; and plans.
extension CarePhrases {
  static let means = pills + heights + weapons + plans

  private static let pills = read(
    """
    :<an|from|by|the|his|her|of overdose|overdosing|overdosed -on|of|at|the|in|by
    :overdose|overdosing|overdosed on *2 pills|meds|medication|medications|medicine|tylenol|paracetamol|insulin|ibuprofen|aspirin|xanax|heroin|fentanyl|purpose|my|antidepressants|benadryl|advil|oxy|opioids|it
    :overdose|overdosing|overdosed purpose
    :{think} *3 overdose|overdosing
    :od|oding|oded -on
    :od|oding on *2 pills|meds|my|purpose|tylenol
    :{think}|want|going|wanted|ready|try|tried|trying *2 od
    :take|taking|took|swallow|swallowing|swallowed|down|downed|downing|eat|ate *2 all|whole|entire|bottle|handful|hundred|bunch|much|many|everything|every|rest|20|30|40|50|60|100 *4 pills|pill|meds|tablets|medication|medicine|tylenol|ibuprofen|paracetamol|xanax|aspirin|insulin|cabinet
    :take|taking|took|swallow|swallowing|swallowed too many *2 pills|meds|tablets|tylenol|sleeping
    :save|saving|saved|stockpile|stockpiling|stockpiled|hoard|hoarding|hoarded|collect|collecting|counting|counted|lined|lining|stash|stashing|stashed *2 up? *2 pills|meds|tablets|medication|insulin
    :how many pills|tylenol|meds|tablets|paracetamol|mg *4 die|dead|kill|overdose|take|lethal|fatal|end|enough
    pills *3 enough|lethal|ready|counter|hand|bedside|nightstand $ !
    enough pills|meds|insulin to|and -last|sleep
    :staring|looking|stared|looked|keep|kept at *1 the|my|a|all *2 pills|bottle|knife|gun|rope|razor|blade|meds|medicine|tablets -of|collection
    :drink|drank|drinking|swallow|swallowing *2 bleach|antifreeze|poison|pesticide
    :carbon monoxide *4 car|garage|myself|die|quick|painless
    """)

  private static let heights = read(
    """
    :jump|jumping|leap|leaping|step|stepping off|from|over|out|of|onto|down *3 {place} -into|and %swim|swimming|bungee|lake|pool|dock
    :jump|jumping|step|stepping|walk|walking|run|running|lie|lying|stand|standing|dive|lay|laying|jumped|stepped *1 in front of *2 {place}|oncoming
    :jump|jumping|step|stepping|walk|walking|run|running|dive|lie|lying|lay|jumped *1 into|under|onto *2 traffic|train|tracks|truck|bus -of
    :lie|lay|lying|laying|stand|standing down? on *2 tracks
    :want|wanted|going|ready|could|might|should|{think} *2 jump|jumping off|out $
    :walk|walking|wade into *1 the? *1 ocean|sea|traffic|river|lake|waves and|until|$ !
    :walk|walking|wade into *2 ocean|sea|river|lake and not|never|keep|disappear|drown
    :drive|driving|drove|crash|crashing|swerve|swerving|steer|steering|veer|veering|run|running *3 into|off|under *2 tree|wall|bridge|cliff|pole|road|traffic|river|lake|truck|lane|median|barrier|oncoming|guardrail|ditch|concrete|semi -when|yesterday
    :{think}|want|wanted|tempted|urge *3 crash|crashing|swerve|swerving *3 car|wheel|road|lane|traffic|off|into
    :crash|crashing|wreck *1 my|the car on purpose
    :let go of *1 the? *1 wheel -of
    :close|closing my eyes *2 driving|drive|wheel|road|traffic
    :stood|standing|stand|sat|sitting|staring|looked|looking on|at|over|near|by *3 bridge|ledge|edge|roof|rooftop|tracks|overpass|parking *4 {think}|jump|jumping|down|wonder|over|wondering|wanted
    :wonder|wondering *4 fall|jump *2 kill|hurt|enough|long|would
    :high enough to|that *2 kill|die|survive
    :hope|hoping|wish|wishing|wished *4 car|bus|truck|train|plane *2 hits|hit|crashes|crash|crashed|runs|goes *2 me|down|into|over|with -my
    :get|getting|got hit by a? *1 bus|train|truck|car so|and|on|would|purpose|$ !
    :drive|driving|drove|fly *1 off *1 a|the|this *1 road|bridge|cliff|edge|overpass
    :play|playing|lie|lying|lay in|on *1 traffic|the? tracks|highway|interstate
    :find|found|nearest|closest|tallest bridge|cliff|overpass|roof|building *2 to|and *2 jump|off|$
    :hope|hoping|wish *3 plane|flight|bus|car|train *1 crashes|crash|goes|crashed|down
    """)

  private static let weapons = read(
    """
    gun|pistol|barrel|muzzle|shotgun *2 to|in|against|at|under my *1 head|mouth|temple|chin|forehead|heart|chest
    :have|got|bought|buy|loaded|loading|load|get|found|cleaned|hold|holding|unlocked|own *3 gun|pistol|shotgun|rifle *2 out|loaded|ready|now|tonight|drawer|safe|so|next|and *2 $ -for|cabinet|range|hunting|season|deer|show|permit
    :gun *1 is *2 loaded|ready|out|here|drawer|next|in|my|beside
    bullet|bullets in|into|through|to *1 my *1 head|brain|skull|mouth|temple|heart
    blow|blowing|blew *2 my *2 brains|brain|head|face *1 out|off
    :slit|slitting|slash|slashing|slice|slicing|cut|cutting|open|opening *2 my *2 wrist|wrists|throat|veins|artery|arteries|neck
    noose|noosed
    :rope|belt|cord|scarf *3 around|round|on my neck
    :have|got|bought|buy|tied|tie|tying|found|get *2 rope|noose|helium *3 ready|closet|tonight|garage|tree|beam|car|and *2 $ -swing|swings|course|climb
    :hang|hanging from *2 beam|tree|ceiling|fan|rafters
    :razor|blade|blades|knife|razors|scissors|scalpel *3 on|to|against|at|in|across|near my *1 wrist|wrists|arm|arms|skin|throat|hand|thigh|hands|neck
    :knife|razor|blade *3 looking|looks|calling|tempting
    :bleed|bleeding out $
    :hang|hanging from *2 beam
    :dad|my|his|grandpa *2 gun|pistol|rifle|shotgun *4 {think}|safe|tonight|mouth|head -range
    """)

  private static let plans = read(
    """
    :i *3 plan|plans|date|method|way|day|place *3 to|for|picked|set|how *2 kill|die|end|do|finish *1 it|tonight|myself|my|things|everything $
    :picked|set|chosen|chose|have|got a|the|my *2 date|day|method|spot *5 die|dying|kill|end
    :know|decided|figured|planned|plan|planned *2 how|where|when|exactly *3 do|end|kill|die it|myself|my|$ -lunch|dinner|homework
    :painless|quickest|easiest|fastest|least|best|quick|easy *2 way|ways|method|methods to *2 die|kill|go|end|suicide|commit|unalive
    :way|ways|method|methods to *1 die|commit|unalive|suicide
    :how to *2 die|commit|unalive|hang|overdose|tie *3 $ -of
    :do|doing|did it tonight *2 $ !
    tonight is *2 night $ !
    :tonight *3 going to *1 do it $ !
    :plan|planned|planning|plans to *1 end|finish things|it|myself|everything
    :i *3 plan|plans to *2 die
    :{think} about|of *3 pills|gun|rope|noose|razor|bridge|ledge|overpass|tracks|roof|knife|bathtub|cliff $
    :look|looking|looked|stare|staring|stared|eyeing|watch|watching *1 at? *2 bridge|tracks|pills|knife|train|ledge|gun|edge|water *2 too|little|longer long|than|much
    :how i *2 do|go|kill it|out|myself $
    how *1 i *1 would *1 do it
    :not *1 do anything stupid|drastic|rash|crazy|dumb|myself -at
    :know how much|many|long *4 die|kill|lethal|fatal|dead
    :bought|got|found|buying|ordered|have|tied *1 the|a|some|my? rope -swing|for|course|lights|and
    :look|looking|looked|drive|driving|drove|walk|walking|walked|go|went|standing|stood *2 at|to|up|by|over|on|past *2 bridges|ledge|overpass|rooftop|railing|edge *3 {think}|wonder|imagine|jump|again|$
    :looking at bridges|ledges|overpasses|heights
    :pills *3 counted|lined|saved|ready|waiting|hidden|enough|stashed|hoarded -week
    :have|got *3 pills|meds *2 counted|lined|saved|ready|waiting|hidden|stashed
    :it is all planned $
    :sat|sitting|sit *3 garage|car *3 engine|motor running|on -waiting
    :held|hold|holding *2 gun|pistol|razor|blade *2 for hours|an|a
    :put|putting *2 gun|pistol|knife|razor|blade|pills back|away|down *3 this|again|tonight *1 time|$
    :how and when $
    :figured|planned|worked *1 it? *2 out how *1 and? *1 when|do|$
    :i *1 know where *3 gun|guns|pistol|pills is|are|$
    :know where *3 keeps|hides|stores *2 gun|guns|pistol|pills|rifle
    :eyeing|eyed|counting|counted|staring|stared *1 at? *2 pills|meds|medication|knives|medicine *2 in|cabinet|again|on|$ -organizer
    :put|have|keep|got *1 the|a|my rope *2 in|under|from *2 trunk|closet|garage|car|basement|backpack|tree
    :bridge *6 looks|looked|seems|calling|tempting *2 better|good|inviting|me|easy|easier|day
    :bottle *1 of pills *4 thought|why|tempted|wonder|think
    :{think} *3 not *1 turning|braking|stopping *1 wheel|$
    :stood|stand|standing|step|stepped too close to *1 edge|platform|tracks|railing|road|traffic *4 purpose|platform|hoping|wanting|$ -stage
    :{think} *2 stepping|jumping|falling|leaping off|over|in|onto
    :googled|searched|looked|search *1 up? how *1 many|much|long|to *2 pills|die|kill|hang|overdose|tie|lethal|dose|drown|bleed|tylenol
    :this time i *2 do it right|properly $ !
    :pill|pills|tylenol|bottle *2 on|in *1 the|my *1 table|nightstand|hand|lap *2 $ !
    :counted|counting *1 the|my|all|out? *1 tylenol|pills|tablets|meds $
    :drove|drive|driving|walked|walk|went|go *2 to the bridge|cliff|cliffs|overpass|tracks|roof *2 and|again *2 sat|stood|{think}|looked|alone *4 $ -watching|sunset|boats|photos
    :past the cliffs|bridge|tracks *2 and *1 {think} *1 about it
    :tied|tie|tying|practiced *1 a|the|my *1 knot|noose *4 see|if|could|practice|hold
    garage *3 hose
    :have it all worked|figured|planned out $
    how long *3 take *1 to *1 drown|die|hang|suffocate|bleed
    :joke|joking|joked *2 about jumping|dying|killing|hanging|suicide|it *1 again|mostly|not
    :blade|knife|razor in *1 my *1 phone|pillow|drawer|bra|sock|shoe|pocket|backpack
    """)
}
