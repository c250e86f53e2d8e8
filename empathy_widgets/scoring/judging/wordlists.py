"""The small words of both languages: they carry structure, not subject."""

from __future__ import annotations

ENGLISH_GLUE = frozenset(
    """a an the and or but if because so that than then as at by for from in into of on onto to with
    without about after before over under up down out off is are was were be been being am do does
    did done have has had having will would shall should can could may might must not no nor it its
    they them their theirs he him his she her hers we us our you your i me my this these those there
    here which who whom whose what when where how why just only also too very really even still all
    any some each every both more most much many such own same it's they're don't didn't wasn't isn't
    that's there's i'm i'd i've you're we're doesn't couldn't wouldn't weren't won't can't get got
    let lets let's go goes going went make makes made one themselves herself himself itself while
    now again ever never
    thing way lot kind sort yes ok oh like""".split()
)
DUTCH_GLUE = frozenset(
    """de het een en of maar als omdat dus dat dan toen te bij door voor van uit in naar op om tot met
    zonder over na onder aan af is zijn was waren ben bent geweest doe doen doet deed gedaan heb hebt
    heeft hebben had hadden gehad zal zullen zou zouden kan kunnen kon konden mag mogen moet moeten
    niet geen noch ze zij hen hun hem haar hij die deze dit er hier daar wie wat welke wanneer waar hoe
    waarom wel ook nog al heel erg echt eens even toch zo te veel meer meest alle elk elke ieder iedere
    beide eigen zelf ik mij me mijn je jij jou jouw jullie u uw wij we ons onze men iets niets wordt
    worden werd werden geworden gaat gaan ging gingen laat laten liet maakt maken maakte want zodat
    tegen tussen waarin waarop waarmee daarmee daarom hierdoor daardoor 't 'm 'n 's 'k m'n z'n d'r da
    ge gij zich zichzelf hunzelf naartoe via omdat terwijl hoewel zoals nu weer gewoon eigenlijk
    ding manier ja nee oké tja""".split()
)
GLUE = ENGLISH_GLUE | DUTCH_GLUE

NEGATIONS = frozenset(
    """not no never nobody nothing none neither nor without hardly barely scarcely nowhere cannot can't
    dont didnt doesnt wasnt isnt arent wont cant couldnt wouldnt havent hasnt aint instead
    niet geen nooit niemand niets niks nergens noch zonder amper nauwelijks ni nie evenmin allerminst
    geenszins i.p.v ipv plaats""".split()
)
"""Words after which, in the same clause, what is said is denied. "plaats" as in "in plaats van"."""

TURNS = frozenset(
    """but because so while whereas although though which who when if then what how whether maar want omdat dus wat hoe
    terwijl hoewel toen als zodat wel waardoor waarbij""".split()
)
"""Words at which a new clause begins, and a denial ends."""

ATTITUDES = frozenset(
    """think believe say true claim mean agree myth nonsense suppose
    denken geloven zeggen waar kloppen klopt beweren bedoelen fabeltje sprookje onzin mening""".split()
)
"""Denied ("I don't think that…") or denying by themselves, they deny the rest of the sentence."""

MYTHS = frozenset("myth nonsense fabeltje sprookje onzin".split())
"""Words that deny the rest of the sentence with no "not" beside them."""

LINKS = frozenset({"and", "en"})
SUBJECTS = frozenset(
    """i you he she it we they the this that there then nobody everyone ik jij je u hij ze zij het we wij
    jullie de dit dat er dan niemand iedereen hun haar""".split()
)
"""After "and" they begin a new statement, and a denial before it ends."""

NOES = frozenset(
    "no nope nah never nonsense rubbish hardly nee neen welnee nietes onzin nooit geenszins".split()
)
"""With these words a sentence denies the question before it."""
