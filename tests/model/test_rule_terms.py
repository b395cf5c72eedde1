from __future__ import annotations

import pytest

from generator.model.rule_terms import MessagePart, RuleClause, RuleTerm, Verb, clause_of, message_of, sum_of


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("有 党课", RuleClause(Verb.GIVEN, (RuleTerm(1, ("党课",)),))),
        ("没有 党课", RuleClause(Verb.LACKING, (RuleTerm(1, ("党课",)),))),
        ("类型 含 党课|主题党日", RuleClause(Verb.AMONG, (RuleTerm(1, ("类型",)),), words=("党课", "主题党日"))),
        ("/类别 不含 选举", RuleClause(Verb.NOT_AMONG, (RuleTerm(1, ("类别",), outer=True),), words=("选举",))),
        ("类型 重复", RuleClause(Verb.TWICE, (RuleTerm(1, ("类型",)),))),
        ("书面意见 > 0", RuleClause(Verb.MORE, (RuleTerm(1, ("书面意见",)),), (RuleTerm(1, (), number=0),))),
        (
            "缺席.请假 + 缺席.未请假 != 应到 - 实到",
            RuleClause(
                Verb.OTHER,
                (RuleTerm(1, ("缺席", "请假")), RuleTerm(1, ("缺席", "未请假"))),
                (RuleTerm(1, ("应到",)), RuleTerm(-1, ("实到",))),
            ),
        ),
        (
            "回执人数? <= 人数",
            RuleClause(Verb.AT_MOST, (RuleTerm(1, ("回执人数",), or_zero=True),), (RuleTerm(1, ("人数",)),)),
        ),
    ],
)
def test_a_clause_is_read(text: str, clause: RuleClause) -> None:
    assert clause_of(text) == clause


@pytest.mark.parametrize("text", ["党课", "有", "应到 >", "应到 大于 实到", "应到 实到 > 1", "- > 1", "应到 + > 实到"])
def test_what_is_no_clause_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no "):
        clause_of(text)


def test_a_message_holds_sums_and_lists() -> None:
    assert message_of("{类型*}共 {甲 + 乙} 人") == (
        MessagePart(value=sum_of("类型"), named=True),
        MessagePart("共 "),
        MessagePart(value=sum_of("甲 + 乙")),
        MessagePart(" 人"),
    )
