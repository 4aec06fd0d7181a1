"""A contract's risk class on its page: which it is and why, and the form that scores it."""

from functools import partial

import streamlit as st

from dashboard import formats, session
from dashboard.acts.score_risk import score_risk
from dashboard.data.contract_follow_up import ContractFollowUp
from dashboard.follow_up_words import CLASS_WORD, SCORE_LEVELS, SCORE_NAMES, SUGGESTED
from dashboard.forms import Form, open_form, save
from dashboard.language import language, t
from dashboard.layout import facts, paragraph, section
from dashboard.people import Person
from dashboard.register_words import word
from dashboard.rules.follow_up.risk_class import SCORES
from dashboard.rules.follow_up.suggested import Suggestion
from dashboard.text import Text
from dashboard.views.permission import permitted

TITLE = Text(sv="Riskklass", en="Risk class")
SCORED = Text(
    sv="{name} enligt poängsättningen {day}, medel {mean}.", en="{name} by the scoring of {day}, mean {mean}."
)
REGISTERED = Text(
    sv="{name} enligt avtalsregistret. Avtalet är inte poängsatt.",
    en="{name} by the contract register. The contract is not scored.",
)
UNKNOWN = Text(
    sv="Riskklassen är inte känd. Poängsätt avtalet så går det att planera uppföljningen.",
    en="The risk class is not known. Score the contract so that its follow-up can be planned.",
)
REASON = Text(sv="Motivering", en="Reason")
SCORE = Text(sv="Poängsätt avtalet", en="Score the contract")
HOW = Text(
    sv="Sex poäng från 1 till 4. Medel minst 2,5 ger klass 3, och klass 4 om något poäng är 4. Medel minst 1,75 ger "
    "klass 2, annars 1.",
    en="Six scores from 1 to 4. A mean of at least 2.5 gives class 3, and class 4 where any score is 4. A mean of at "
    "least 1.75 gives class 2, otherwise 1.",
)
SUGGESTION = Text(sv="Förslag: {score}, {reason}.", en="Suggestion: {score}, {reason}.")
NO_SUGGESTION = Text(sv="Inget förslag: {reason}.", en="No suggestion: {reason}.")
SAVE = Text(sv="Spara poängen", en="Save the scores")
DONE = Text(sv="Avtalet är poängsatt.", en="The contract is scored.")


def risk(known: ContractFollowUp) -> None:
    """The class in force, the scores behind it, and the form."""
    section(t(TITLE), sentence(known))
    if known.scoring is not None:
        scores = {t(SCORE_NAMES[name]): t(SCORE_LEVELS[known.scoring[name]]) for name in SCORES}
        facts(scores | {t(REASON): known.scoring["reason"] or formats.NONE})
    with st.expander(t(SCORE)):
        person = permitted("score_risk")
        if person is not None:
            _form(person, known)


def sentence(known: ContractFollowUp) -> str:
    """Which class is in force, and by what."""
    if known.risk_class is None:
        return t(UNKNOWN)
    name = t(CLASS_WORD, number=known.risk_class)
    if known.scoring is None:
        return t(REGISTERED, name=name)
    mean = sum(known.scoring[one] for one in SCORES) / len(SCORES)
    return t(SCORED, name=name, day=formats.day(known.scoring["scored_on"]), mean=formats.number(mean, 2))


def _form(person: Person, known: ContractFollowUp) -> None:
    form = open_form("score_risk", known.contract_id, known.seen_scoring)
    paragraph(t(HOW))
    with st.form(form.name, width=900, border=False):
        columns = st.columns(2)
        scores = {name: _score(form, name, known, columns[at % 2]) for at, name in enumerate(SCORES)}
        reason = form.long_text("reason", REASON)
        if st.form_submit_button(t(SAVE), type="primary"):
            save(form, partial(_save, person, form, known.contract_id, scores, reason), DONE)


def _score(form: Form, name: str, known: ContractFollowUp, column: st.delta_generator.DeltaGenerator) -> int | None:
    suggestion = known.suggestions.get(name)
    before: int | None = None if known.scoring is None else known.scoring[name]
    suggested = suggestion.score if suggestion else None
    with column:
        chosen: int | None = form.choose(name, SCORE_NAMES[name], SCORE_LEVELS, before or suggested)
        if suggestion is not None:
            st.caption(in_words(suggestion))
    return chosen


def in_words(suggestion: Suggestion) -> str:
    """The suggested score and why, or why there is none."""
    number = formats.short_kronor(suggestion.number) if suggestion.code == "value" else str(suggestion.number)
    reason = word(SUGGESTED, suggestion.code, language()).format(number=number)
    if suggestion.score is None:
        return t(NO_SUGGESTION, reason=reason)
    return t(SUGGESTION, score=suggestion.score, reason=reason)


def _save(person: Person, form: Form, contract_id: int, scores: dict[str, int | None], reason: str) -> object:
    return score_risk(person, form.key, session.now(), contract_id, form.seen or 0, scores=scores, reason=reason)
