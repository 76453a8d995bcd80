"""Persons named in full, told apart from all else that is written with capitals."""

from __future__ import annotations

import pytest
from apart import lie_apart
from hypothesis import given
from hypothesis import strategies as st
from shapes import SHAPES, repeated

from storybank.playbook.lexicons import lexicon
from storybank.signals.names import find_names, fold

PERSONS = (
    ("I sat down with Venkata Subramanian and asked him.", ["Venkata Subramanian"]),
    ("I persuaded Qorvath Illumbe before he left.", ["Qorvath Illumbe"]),
    ("My manager, Nguyen Van Anh, was against it.", ["Nguyen Van Anh"]),
    ("I called Mohammed al-Rashid on Monday.", ["Mohammed al-Rashid"]),
    ("so i went to sandra whitfield and she said no and we did it again", ["sandra whitfield"]),
    ("then tomasz wierzbicki from stores lost his temper and i left", ["tomasz wierzbicki"]),
    ("Then Aoife Brannigan drew the chart.", ["Aoife Brannigan"]),
    ("My lead, Tomasz Wierzbicki, disagreed.", ["Tomasz Wierzbicki"]),
    ("I rang Siobhán O'Driscoll at noon.", ["Siobhán O'Driscoll"]),
    ("We asked Friedrich von der Heyden twice.", ["Friedrich von der Heyden"]),
    ("It was María del Pilar Echeverría who saw it.", ["María del Pilar Echeverría"]),
    ("Giulia D’Ambrosio’s plan won.", ["Giulia D’Ambrosio"]),
    ("Pierre-Yves Lemoine signed.", ["Pierre-Yves Lemoine"]),
    ("Together with Ingeborg Sætre and Håkon Lien I built it.", ["Ingeborg Sætre", "Håkon Lien"]),
    ("Joost van den Akker left.", ["Joost van den Akker"]),
    ("Our buyer Deepika Raghunathan said no.", ["Deepika Raghunathan"]),
    ("I paired with Zhang Wenjie on it.", ["Zhang Wenjie"]),
    ("Haruko Minamoto taught me.", ["Haruko Minamoto"]),
    ("Park Ji-hoon ran the line.", ["Park Ji-hoon"]),
    ("Nguyen Thi Lan kept the books.", ["Nguyen Thi Lan"]),
    ("Khalid al-Mutairi owned the crane.", ["Khalid al-Mutairi"]),
    ("Zeynep Karaosmanoğlu tested it.", ["Zeynep Karaosmanoğlu"]),
    ("Chukwuemeka Anozie and Yetunde Alakija came.", ["Chukwuemeka Anozie", "Yetunde Alakija"]),
    ("Wanjiru Kariuki drove.", ["Wanjiru Kariuki"]),
    ("João Batista dos Anjos cooked.", ["João Batista dos Anjos"]),
    ("Anna K. Lindqvist checked it.", ["Anna K. Lindqvist"]),
    ("Mr. Kenji Oyama and Dr. Lucy Pemberton objected.", ["Kenji Oyama", "Lucy Pemberton"]),
    ("Present: Beate Krumm (stores), Iain Dunmore (fleet).", ["Beate Krumm", "Iain Dunmore"]),
    ("Helen Baker refused.", ["Helen Baker"]),
    ("My manager, um, Declan Rafferty, he had a list.", ["Declan Rafferty"]),
    ("My colleague Grace Adeyinka said so.", ["Grace Adeyinka"]),
    ("The foreman, Will Thackeray, who had seen it, shrugged.", ["Will Thackeray"]),
    ("An engineer called Xhoana Prifti found the leak.", ["Xhoana Prifti"]),
    ("Our CFO, Thokozile Mabuza, asked why.", ["Thokozile Mabuza"]),
    ("so a colleague called marta kowalczuk rang me and", ["marta kowalczuk"]),
    ("and my manager declan rafferty said we cannot", ["declan rafferty"]),
    ("his name was pieter van rossem and he", ["pieter van rossem"]),
)
_PIECES = (
    "Anna Lindqvist van der O'Neil Dr. K. the called colleague marta kowalczuk said , . ( \" Street \n I I'm "
    "Grace Nguyen Thi É’s DECLAN al-Hadi 😀 ß"
)
NOBODY = (
    "I told Aoife and then Brannigan, and Mr Rafferty, Ms. Hoa, Dr Pemberton and Miss Ivy.",
    "Then Samira and I rebuilt it. Maureen I think it was. From Gérard I learnt it.",
    "Anna K. checked. R. Okonjo left. J. S. signed.",
    "We flew from Buenos Aires to San Francisco, Cape Town, New South Wales and Santa Maria.",
    "The Victoria Line, Charlotte Street, Lincoln Park, Sydney Harbour and Florence Airport were shut.",
    "We used Monte Carlo runs, Lean Six Sigma, Design Thinking and a Max Planck paper.",
    "He quoted Barack Obama, Simone de Beauvoir, Toni Morrison, Serena Williams and Steve Jobs.",
    "Goldman Sachs, John Deere, Morgan Stanley, Ernst & Young and Marks & Spencer bid.",
    "Harald Krone Ltd and the Anna Lindqvist Foundation paid; Marie Lund Hospital did not.",
    "The Beate Krumm method worked. We ran the Oskar Lund test.",
    "I read 'Martha Greel', a novel by Iain Dunmore.",
    "The ferry Maria Jensina sank.",
    "DECLAN RAFFERTY WAS HERE. THE END.",
    "How Anna Solved Every Problem With Paper\nThe lamp broke.",
    "Black Friday, Ash Wednesday, Easter Monday and May Day were busy.",
    "The Regional Operations Manager and the Chief Technology Officer met the Data Platform Team.",
    "We moved to Google Cloud, Power BI, Apache Kafka and Ruby on Rails.",
    "Grace Period ended. Will Power is not enough. Mark Complete and go. Rich Text broke.",
    "Uncle Tomasz, Don Aurelio, Dona Cida and Pan Benek laughed.",
    "Jean Luc and Anna Maria came. Juan Carlos too.",
    "John Doe is the sample user.",
    "So Anna. Then Ben. Next Clara's Team won. Noah's Ark sank.",
    "Portuguese Spanish English, Polish German French.",
    "a colleague called marta said it and my manager declan was away",
    "so i told this guy yusuf that it was off and he left",
    "We worked with Northern Rail and they agreed. I showed it to Si Hamid, and he smiled.",
    "the tool called marta dashboard was slow and we named it otto",
    "my boss asked anna about the pump and my sister liked ben because he sang",
    "In Cairo, the good engineer, he leaves. On Monday, my boss came. In March Otto left.",
)


@pytest.mark.parametrize(("prose", "names"), PERSONS)
def test_full_names_are_found(prose: str, names: list[str]) -> None:
    """Given and family name together are found, whatever the culture; titles stay outside the span."""
    assert [s.of(prose) for s in find_names(prose)] == names


@pytest.mark.parametrize("prose", NOBODY)
def test_other_capitals_are_no_persons(prose: str) -> None:
    """First names alone, firms, places, methods, public figures, headings and shouting name nobody."""
    assert [s.of(prose) for s in find_names(prose)] == []


def test_lists_are_written_folded() -> None:
    """The lists hold what `fold` makes of a name, else a look-up would never meet them."""
    for name in ("given-names", "given-names-weak", "surnames", "families-first", "public-figures"):
        assert [entry for entry in lexicon(name) if fold(entry) != entry] == []


@given(st.lists(st.sampled_from(_PIECES.split(" "))).map(" ".join) | st.text(max_size=200))
def test_spans_lie_in_the_text_in_order_and_apart(prose: str) -> None:
    """Whatever the text, spans are inside it, sorted, not empty and disjoint."""
    lie_apart(find_names(prose), prose)


@pytest.mark.parametrize("shape", SHAPES["names"], ids=repr)
def test_hostile_repetition_is_read(shape: str) -> None:
    """The names in 64,000 characters of repetition lie in the text, in order and apart."""
    text = repeated(shape, 64_000)
    lie_apart(find_names(text), text)
