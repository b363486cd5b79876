"""The words that stand in the paper whatever changed: headings, heads of columns, labels."""

from perfspec.messages import Message, message

# Punctuation between what is told, which is wider in Chinese.
COLON = message(": ")
SEMICOLON = message("; ")
COMMA = message(", ")
HEADINGS: dict[str, Message] = {
    "colon": COLON,
    "semicolon": SEMICOLON,
    "opening": message(" ("),
    "closing": message(")"),
    "summary": message("the whole at a glance"),
    "weaker": message("promises that got weaker without less money"),
    "none_weaker": message("no project promises less for as much money or more"),
    "budgets": message("budgets by project"),
    "judgements": message("what needs attention"),
    "open": message("to be confirmed by a person"),
    "texts": message("texts of the department"),
    "projects": message("project by project"),
    "brief": message("other projects with changes, in brief"),
    "brief_note": message(
        "there are too many changes to print them all: the projects with most to look at are told"
        " in full, these in a line each; perfspec diff --to html or --to xlsx tells of all"
    ),
    "budget": message("budget"),
    "other_changes": message("other changes"),
    "same": message("projects without change"),
    "left_out": message("what could not be compared"),
    "unread": message("these project files could not be read and were not compared: "),
    "trend": message("course over the years"),
    "overview": message("all departments at a glance"),
    "department": message("department"),
    "weaker_targets": message("weaker targets without less money"),
    "contents": message("contents"),
    "project": message("project"),
    "difference": message("difference"),
    "percent": message("per cent"),
    "change": message("change"),
    "course": message("course"),
    "indicator": message("indicator"),
    "first": message("first-level class"),
    "second": message("second-level class"),
    "field": message("field"),
    "level": message("level"),
    "judgement": message("judgement and places"),
    "old_name": message("former name"),
    "deleted": message("del"),
    "inserted": message("ins"),
    "legend": message(
        "struck out: no longer there; underlined: new; targets are marked by sign and word"
    ),
    "unit": message("unit of money"),
    "continued": message("continued"),
    "silenced": message("held back by comments, with their reasons"),
    "undecided": message("not judged for want of data"),
    "reason": message("reason"),
    "same_texts": message("texts as before"),
    "table_of": message("targets of both years"),
}
