"""Which words can be Vietnamese by their spelling: onset, rime and tone."""

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = re.compile(f"[{_TONES}]")
_STOPPED_TONES = "\u0301\u0323"

_ONSET = """
    (?: [cg] (?=[aăâoôơuư]) | ng (?=[aăâoôơuư]) | gh (?=[eêi]) | ngh (?=[eêi]) | k (?=[eêiy]) | g (?=i)
      | b | ch | d | đ | gi | h | kh | l | m | n | nh | p | ph | r | s | t | th | tr | v | x )?
"""
_OPEN = """
    a | ai | ao | au | ay | âu | ây | e | eo | ê | êu | i | ia | iu | iêu | o | oa | oai | oao | oay | oe
    | oeo | oi | ô | ôi | ơ | ơi | u | ua | uây | uê | uêu | ui | uôi | uơ | uy | uya | uyu | ư | ưa | ưi | ưu
    | ươi | ươu | y | yêu
    | (?: a | ă | â | e | ê | i | iê | o | oa | oă | oe | oo | ô | ơ | u | uâ | uô | uy | uyê | ư | ươ | yê )
      (?: m | n | ng ) | (?: a | ê | i | oa | uê | uy ) nh
"""
_STOPPED = """
    (?: a | ă | â | e | i | iê | o | oa | oă | oo | ô | u | uô | ư | ươ ) c
    | (?: a | ê | i | oa | uê | uy ) ch
    | (?: a | ă | â | e | ê | i | iê | o | oa | ô | ơ | u | uy | ươ ) p
    | (?: a | ă | â | e | ê | i | iê | o | oa | oă | oe | ô | ơ | u | uâ | uô | uy | uyê | ư | ươ | yê ) t
"""
_AFTER_QU = """
    a | ai | ao | ay | ây | e | eo | ê | i | ơ | y | yêu
    | (?: a | ă | â | e | ê | i | y | yê ) n | (?: a | ă | â ) ng | (?: a | ê | y ) nh | ă m
"""
_STOPPED_AFTER_QU = "(?: a | ă | ô ) c | (?: a | ê | y ) ch | ă p | (?: a | ă | â | e | i | y | yê ) t"
_OPEN_SYLLABLE = re.compile(f"{_ONSET} (?: {_OPEN} ) | qu (?: {_AFTER_QU} )", re.VERBOSE)
_STOPPED_SYLLABLE = re.compile(f"{_ONSET} (?: {_STOPPED} ) | qu (?: {_STOPPED_AFTER_QU} )", re.VERBOSE)


def is_syllable(word: str) -> bool:
    """Tell whether `word` is spelled as one Vietnamese syllable, in any case; where its tone stands is free.

    A syllable that ends in c, ch, p or t must carry sắc or nặng. Whether such a word exists is not asked.
    """
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(decomposed)
    letters = unicodedata.normalize("NFC", _TONE.sub("", decomposed))
    if len(tones) > 1:
        return False
    if _STOPPED_SYLLABLE.fullmatch(letters):
        return bool(tones) and tones[0] in _STOPPED_TONES
    return bool(_OPEN_SYLLABLE.fullmatch(letters))
