"""Raw text to words in the manner of UD English, for corpora that come without words.

Only training uses this; it need not agree with the run-time tokenizer word by word.
"""
import re

ABBREVIATIONS = (
    "Mr Mrs Ms Dr Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cmdr Adm Maj Rev Hon Prof Jr Sr St Mt Ft vs etc "
    "Inc Corp Co Ltd Bros No Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Ave Blvd Rd Ala Ariz Ark Calif Colo "
    "Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo").split()
PATTERN = re.compile(
    r"(?P<web>(?:https?://|www\.)\S*[^\s.,;:!?\"'”’)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|[@#]\w+"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\b(?:" + "|".join(ABBREVIATIONS) + r")\."
    r"|\b[A-Z]\.(?=\s+[A-Z])"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?\b"
    r"|[.,]\d+(?:[.,]\d+)*"
    r"|\.{2,}|…|-{2,}|[!?]{2,}|''|``"
    r"|(?P<word>[^\W_]+(?:['’][^\W_]+)*)"
    r"|\S")
CLITIC = re.compile(r"(?i)^(?:(.+)(n['’]t)|(.+)(['’](?:s|ll|re|ve|d|m))|(can)(not)|(gon|wan)(na)|(got)(ta))$")


def words_of(text):
    """[(begin, end)] of the words of a text, in code points."""
    out = []
    for match in PATTERN.finditer(text):
        begin, end = match.span()
        clitic = CLITIC.match(match.group()) if match.group("word") else None
        if clitic:
            cut = begin + len(next(g for g in clitic.groups() if g))
            out += [(begin, cut), (cut, end)]
        else:
            out.append((begin, end))
    return out
