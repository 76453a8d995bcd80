def test_a_bold_label_may_end_in_a_full_stop() -> None:
    """`**Situation.** I ran ...` is a label, like the one with a colon."""
    from storybank.text import read

    document = read("**Situation.** I ran a shop.\n\n**Action.** I built it.\n\n**Result.** It fell by 3%.")
    assert [s.heading for s in document.sentences] == ["situation", "action", "result"]
